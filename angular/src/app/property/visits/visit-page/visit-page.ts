import { Component, computed, DOCUMENT, effect, inject, input, resource, signal } from '@angular/core';
import { maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { NavigationFocus } from '../../../core/navigation-focus';
import { PageTitle } from '../../../core/page-title';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { ServerSession } from '../../../core/server-session';
import { UnsavedWork } from '../../../core/unsaved-work';
import { Api } from '../../../proxy/api';
import { visitCancel, visitComplete, visitGet } from '../../../proxy/functions';
import { VisitItemDto, VisitSectionDto } from '../../../proxy/models';
import { counted } from '../../../ui/counted';
import { GovukDetails } from '../../../ui/details';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Loading } from '../../../ui/loading';
import { UkDateTime } from '../../../ui/uk-date-time';
import { VisitAnswers } from '../visit-answers';
import { VisitCard } from '../visit-card';

const FINISH = 'finish';

/** Refusals that name answers still missing. */
const UNFINISHED: readonly (string | undefined)[] = ['Property:VisitIncomplete', 'Property:NoteNeeded'];

interface Bedroom {
  /** Empty for questions that are asked once. */
  readonly name: string;
  readonly items: readonly { readonly item: VisitItemDto; readonly number: number }[];
}

/** The checklist of one visit, section after section, on a phone. Nothing else of the portal is on the screen. */
@Component({
  selector: 'dps-visit-page',
  imports: [
    GovukButton,
    GovukDetails,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    Loading,
    RouterLink,
    UkDateTime,
    VisitCard,
  ],
  providers: [VisitAnswers],
  templateUrl: './visit-page.html',
  styleUrl: './visit-page.scss',
})
export class VisitPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(ServerSession);
  private readonly title = inject(PageTitle);
  private readonly focus = inject(NavigationFocus);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly unsaved = inject(UnsavedWork);
  private readonly clock = inject(ServerClock);
  protected readonly answers = inject(VisitAnswers);

  readonly id = input.required<string>();
  /** The section on the screen, from the address; `finish` is the summary. */
  readonly section = input<string>();

  private readonly loaded = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.invoke(visitGet, params),
  });
  protected readonly visit = this.answers.current;
  protected readonly problem = computed(
    () => this.answers.problem() ?? (this.loaded.error() ? problemOf(this.loaded.error()) : undefined),
  );
  protected readonly mayRecord = computed(() => this.session.may('Visits.Record'));
  protected readonly mayCancel = computed(
    () => this.session.may('Visits.Book') && (this.visit()?.permittedTriggers.includes('Cancel') ?? false),
  );

  protected readonly sections = computed<readonly VisitSectionDto[]>(() => this.visit()?.sections ?? []);
  protected readonly index = computed(() => {
    if (this.section() === FINISH) return this.sections().length;
    return Math.max(
      0,
      this.sections().findIndex((section) => section.id === this.section()),
    );
  });
  protected readonly shown = computed(() => this.sections()[this.index()]);
  protected readonly next = computed(() => this.sections()[this.index() + 1]);
  protected readonly finishing = computed(() => this.sections().length > 0 && !this.shown());
  protected readonly rooms = computed<readonly Bedroom[]>(() => {
    const rooms = new Map<string, { item: VisitItemDto; number: number }[]>();
    this.shown()?.items.forEach((item, at) => {
      const name = item.placeName ?? '';
      rooms.set(name, [...(rooms.get(name) ?? []), { item, number: at + 1 }]);
    });
    return [...rooms].map(([name, items]) => ({ name, items }));
  });
  protected readonly bedrooms = computed(() => {
    const count = new Set(this.answers.items().flatMap((item) => item.placeId ?? [])).size;
    return counted(count, 'bedroom');
  });
  protected readonly hasCritical = computed(() => this.shown()?.items.some((item) => item.criticality === 'Critical'));
  protected readonly total = computed(() => this.answers.items().length);
  protected readonly share = computed(() => (this.total() ? (this.answers.answered() / this.total()) * 100 : 0));
  /** Sections with answers missing, for the summary. */
  protected readonly gaps = computed(() =>
    this.sections()
      .map((section) => ({
        section,
        missing: section.items.filter((item) => !this.answers.isComplete(item)).length,
      }))
      .filter((gap) => gap.missing > 0),
  );
  /** Questions whose failure closes the home to new people. */
  protected readonly criticalFailures = computed(() =>
    this.answers
      .items()
      .filter((item) => item.criticality === 'Critical' && this.answers.answerOf(item).result === 'Fail')
      .map(({ question, placeName }) => (placeName ? `${placeName}: ${question}` : question)),
  );
  protected readonly finish = FINISH;
  /** Until then it can be answered and not completed. */
  protected readonly notYet = computed(() => Date.parse(this.visit()?.scheduledAt ?? '') > this.clock.now());
  protected readonly notSaved = signal(false);

  protected readonly form = govukForm(
    signal({ summary: '' }),
    (path) => {
      required(path.summary, { message: 'Sum up the visit: the report begins with it' });
    },
    { save: ({ summary }) => this.complete(summary) },
  );
  protected readonly cancelling = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why the visit is cancelled' });
      maxLength(path.reason, 500, { message: 'The reason must be 500 characters or fewer' });
    },
    { save: ({ reason }) => this.cancel(reason) },
  );
  /** Answers of a cancelled visit are worth nothing: no warning keeps anybody on its page. */
  private cancelled = false;
  private completed = false;
  /** So that only an answer, and not the refusal itself, takes the refusal away. */
  private hadGaps = false;

  constructor() {
    effect(() => {
      const { summary } = this.form.model();
      if (summary && !this.completed && !this.cancelled) this.answers.keepSummary(summary);
    });
    this.unsaved.watch(() => !this.cancelled && !this.completed && this.form.model().summary.trim() !== '');
    effect(() => {
      if (!this.loaded.hasValue()) return;

      const visit = this.loaded.value();
      if (visit.state === 'Completed' || visit.state === 'Cancelled') this.goToResult(true);
      else {
        this.answers.start(visit);
        this.form.model.update(({ summary }) => ({ summary: summary || this.answers.keptSummary() }));
      }
    });
    effect(() => {
      const hasGaps = this.gaps().length > 0;
      if (this.hadGaps && !hasGaps && UNFINISHED.includes(this.form.problem()?.code)) this.form.quiet();
      this.hadGaps = hasGaps;
    });
    effect(() => {
      const heading = this.finishing() ? 'Finish the visit' : this.shown()?.title;
      if (this.visit()) this.title.set(`${heading} – ${this.visit()?.premisesName}`);
    });
  }

  protected async go(section: string): Promise<void> {
    await this.router.navigate([], { queryParams: { section } });
    this.window?.scrollTo(0, 0);
    setTimeout(() => this.focus.focusHeading());
  }

  /** Sends what is left first, and asks only about answers that stay unsent. */
  async mayLeave(): Promise<boolean> {
    if (!this.unsaved.mayLeave()) return false;
    if (this.cancelled || !this.answers.hasUnsent()) return true;

    await this.answers.flush();
    return (
      !this.answers.hasUnsent() ||
      (this.window?.confirm('Some answers are not saved yet. If you leave this visit now, they are lost. Leave?') ??
        true)
    );
  }

  private async cancel(reason: string): Promise<void> {
    await this.api.invoke(visitCancel, { id: this.id(), body: { reason } });
    this.cancelled = true;
    this.answers.forget();
    this.goToResult(true);
  }

  private async complete(summary: string): Promise<void> {
    this.notSaved.set(!(await this.answers.flush()));
    const visit = this.visit();
    if (this.notSaved() || !visit) return;

    await this.api.invoke(visitComplete, { id: visit.id, body: { summary, version: visit.version } });
    this.completed = true;
    this.answers.keepSummary('');
    this.goToResult(false);
  }

  private goToResult(replaceUrl: boolean): void {
    void this.router.navigate(['/property/visits', this.id(), 'result'], { replaceUrl });
  }
}
