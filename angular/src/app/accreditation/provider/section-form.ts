import { computed, DestroyRef, DOCUMENT, effect, inject, linkedSignal, signal, Signal, untracked } from '@angular/core';
import { SchemaFn } from '@angular/forms/signals';
import { ActivatedRoute, Router } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ApplicationDto, QuestionnaireDto } from '../../proxy/models';
import { FormContext, GovukForm, govukForm } from '../../ui/govuk-form';
import { formatTime } from '../../ui/uk-date-time';
import { Applications } from './applications';
import { SectionDrafts } from './section-drafts';
import { placeOf, SectionKey, sectionOf, SECTIONS, SectionWords } from './sections';

/** Well under the five seconds after which nothing typed may be lost. */
const PAUSE = 2000;

type Answers<K extends SectionKey> = NonNullable<QuestionnaireDto[K]>;

export interface SectionFormOptions<K extends SectionKey, M extends object> {
  readonly key: K;
  /** Tells drafts of one section apart, such as one person of several. */
  readonly draft?: () => string;
  /** Text for the controls. Called anew when the page gets another application. */
  readonly read: (answers: Answers<K> | undefined, application: ApplicationDto) => M;
  /** The section as the server takes it; undefined while it cannot be sent at all. */
  readonly write: (value: M, saved: Answers<K> | undefined) => Answers<K> | undefined;
  readonly schema: SchemaFn<M>;
  /** Commands after "Save and continue", unless the person came from check-your-answers. */
  readonly next?: (application: ApplicationDto) => readonly unknown[];
}

/** What the head and the foot of a page of questions need of it. */
export interface SectionPage {
  readonly words: SectionWords;
  readonly current: Signal<ApplicationDto>;
  readonly form: FormContext;
  readonly saved: Signal<string>;
  readonly restored: Signal<boolean>;
  readonly conflict: Signal<boolean>;
  saveForLater(): Promise<void>;
  keepMine(): Promise<void>;
  loadNewer(): Promise<void>;
}

/**
 * A page of the questionnaire: loads its section, saves while the person types, and on submission. What cannot be
 * saved yet stays in this tab, so that nothing typed is lost. Call within an injection context.
 */
export class SectionForm<K extends SectionKey, M extends object> {
  private readonly applications = inject(Applications);
  private readonly drafts = inject(SectionDrafts);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly message = signal('');
  private readonly found = computed(() => this.drafts.read(this.draftName(this.application())) !== undefined);
  private timer: number | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  readonly words: SectionWords;
  /** The application as last saved. */
  readonly current;
  readonly saved = this.message.asReadonly();
  /** True while the page shows text of an earlier visit that the server does not have. */
  readonly restored = computed(() => this.found() && this.message() === '');
  readonly form: GovukForm<M>;
  readonly conflict = computed(() => this.form.problem()?.code === 'DpsPortal:Concurrency');
  /** The model as the server knows it, as text to compare with. */
  private known = '';

  constructor(
    private readonly application: Signal<ApplicationDto>,
    private readonly options: SectionFormOptions<K, M>,
  ) {
    this.words = sectionOf(options.key);
    this.current = linkedSignal(() => application());
    const model = linkedSignal<M>(() => this.load(application()));
    this.form = govukForm(model, options.schema, {
      save: () => this.saveAndContinue(),
      fieldNames: (name) => this.pathOf(name),
    });
    effect(() => {
      const value = model();
      untracked(() => this.changed(value));
    });
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  async saveForLater(): Promise<void> {
    this.stopTimer();
    try {
      await this.save();
    } catch {
      // What the server does not take yet is kept in this tab, and the task list says that the section is unfinished.
    }
    await this.router.navigate(['/application', this.current().id]);
  }

  /** After a conflict: the newer version of the other sections, and this section as typed here. */
  async keepMine(): Promise<void> {
    this.current.set(await this.applications.get(this.current().id));
    this.form.clear();
    await this.form.submit();
  }

  async loadNewer(): Promise<void> {
    const newer = await this.applications.get(this.current().id);
    this.drafts.drop(this.draftName());
    this.form.clear();
    this.current.set(newer);
    this.form.model.set(this.load(newer));
  }

  private async saveAndContinue(): Promise<void> {
    this.stopTimer();
    const application = await this.save();
    await this.router.navigate(this.wayBack(application) ?? this.nextOf(application));
  }

  /** To the page the person came from, where that was no task list. */
  private wayBack(application: ApplicationDto): unknown[] | undefined {
    const query = this.route.snapshot.queryParamMap;
    if (query.get('from') === 'check') return ['/application', application.id, 'check'];

    return query.get('from') === 'question'
      ? ['/application', application.id, 'questions', query.get('question')]
      : undefined;
  }

  private nextOf(application: ApplicationDto): unknown[] {
    if (this.options.next) return [...this.options.next(application)];

    const following = SECTIONS[SECTIONS.indexOf(this.words) + 1];
    return ['/application', application.id, following?.slug ?? 'check'];
  }

  /** One save after another: each is made on the version that the one before it brought back. */
  private save(): Promise<ApplicationDto> {
    const run = this.queue.then(() => this.send());
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async send(): Promise<ApplicationDto> {
    const value = this.form.model();
    const text = JSON.stringify(value);
    const { id, answers, version } = this.current();
    const section = this.options.write(value, answers[this.options.key] ?? undefined);
    if (!section || text === this.known) return this.current();

    const saved = await this.applications.save(id, { [this.options.key]: section }, version);
    this.current.set(saved);
    this.known = text;
    if (this.form.tree().valid() && JSON.stringify(this.form.model()) === text) this.drafts.drop(this.draftName());
    const asTyped =
      this.form.tree().valid() ||
      JSON.stringify(this.options.read(saved.answers[this.options.key] ?? undefined, saved)) === text;
    this.message.set(`Saved at ${formatTime(saved.lastSavedAt)}${asTyped ? '' : ', except what is not right yet'}`);
    return saved;
  }

  private load(application: ApplicationDto): M {
    const value = this.options.read(application.answers[this.options.key] ?? undefined, application);
    this.known = application.answers[this.options.key] ? JSON.stringify(value) : '';
    const draft = this.drafts.read(this.draftName(application)) as M | undefined;
    return draft ?? value;
  }

  private changed(value: M): void {
    const text = JSON.stringify(value);
    const untouched = this.known === '' && text === JSON.stringify(this.options.read(undefined, this.current()));
    if (text === this.known || untouched) return;

    this.drafts.keep(this.draftName(), value);
    this.stopTimer();
    this.timer = this.window?.setTimeout(() => void this.autosave(), PAUSE);
  }

  private async autosave(): Promise<void> {
    if (this.form.busy()) return;
    try {
      const before = this.current();
      if ((await this.save()) === before) this.message.set('Kept in this tab until the answers are complete');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 409) this.form.show(problem);
      else this.message.set('Kept in this tab until the answers are complete');
    }
  }

  private leave(): void {
    if (this.timer === undefined) return;

    this.stopTimer();
    this.save().catch(() => undefined);
  }

  private stopTimer(): void {
    this.window?.clearTimeout(this.timer);
    this.timer = undefined;
  }

  private draftName(application: ApplicationDto = untracked(this.current)): string {
    return `${application.id}.${this.options.key}${this.options.draft ? `.${this.options.draft()}` : ''}`;
  }

  private pathOf(serverName: string): string {
    const place = placeOf(serverName);
    return place?.words === this.words ? place.field : serverName;
  }
}
