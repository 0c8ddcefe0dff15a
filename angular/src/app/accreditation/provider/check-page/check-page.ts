import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  resource,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PageTitle } from '../../../core/page-title';
import { Problem, problemOf } from '../../../core/problem';
import { ApplicationDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukSummaryList } from '../../../ui/summary-list';
import { TO_PROVIDER } from '../../lot-concerns';
import { Applications } from '../applications';
import { placeOf, SECTIONS } from '../sections';
import { summaryOf } from './answers-summary';

interface Line {
  readonly text: string;
  readonly link?: readonly unknown[];
  readonly fragment?: string;
}

/** All answers, each with its way back, and the one submission. After it the page is for reading. */
@Component({
  selector: 'dps-check-page',
  imports: [GovukBackLink, GovukButton, GovukSummaryList, RouterLink],
  host: { class: 'dps-page' },
  templateUrl: './check-page.html',
  styleUrl: '../warning.scss',
})
export class CheckPage {
  private readonly applications = inject(Applications);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly application = input.required<ApplicationDto>();

  protected readonly busy = signal(false);
  private readonly problem = signal<Problem | undefined>(undefined);
  protected readonly fromCheck = { from: 'check' };

  private readonly references = resource({
    params: () => this.application().id,
    loader: ({ params }) => this.applications.references(params),
  });
  protected readonly referenceRows = computed(() => {
    if (!this.references.hasValue()) return [];

    const { references, counting, needed } = this.references.value();
    const asked = references.filter(({ state }) => state !== 'Revoked').length;
    return [
      { key: 'Referees asked', value: String(asked) },
      { key: 'References that count', value: `${counting} of ${needed}` },
    ];
  });

  protected readonly canSubmit = computed(() => this.application().permittedMembershipTriggers.includes('Submit'));
  protected readonly sections = computed(() =>
    SECTIONS.map((words) => ({
      ...words,
      link: ['/application', this.application().id, words.slug],
      rows: summaryOf(words.key, this.application()),
      warnings: words.key === 'lotsAndAreas' ? this.concerns() : [],
      missing: this.application().sections.find(({ section }) => section === words.section)?.missing ?? [],
    })),
  );

  /** Nothing of it keeps anybody from submitting. */
  private readonly concerns = computed(() =>
    this.application().lots.flatMap(({ number, name, concerns }) =>
      concerns.map((each) => `Lot ${number}, ${name}: ${TO_PROVIDER[each]}`),
    ),
  );

  protected readonly lines = computed<readonly Line[]>(() => {
    const problem = this.problem();
    if (!problem) return [];

    const found = Object.entries(problem.errors).flatMap(([name, texts]) =>
      texts.map((text) => this.lineOf(name, text)),
    );
    return found.length > 0 ? found : [{ text: problem.detail }];
  });

  protected async submit(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.problem.set(undefined);
    this.title.markError(false);
    try {
      const { id, version } = this.application();
      await this.applications.submit(id, version);
      await this.router.navigate(['/application', id, 'submitted']);
    } catch (error) {
      this.problem.set(problemOf(error));
      this.title.markError(true);
      afterNextRender(() => this.focusSummary(), { injector: this.injector });
    } finally {
      this.busy.set(false);
    }
  }

  /** A problem of one person is put right on that person's page. */
  private lineOf(name: string, text: string): Line {
    const place = placeOf(name);
    if (!place) return { text };

    const { id, answers } = this.application();
    const link = ['/application', id, place.words.slug];
    const index = /^people\.(\d+)\./.exec(place.path)?.[1];
    const person = index === undefined ? undefined : answers.people?.people[Number(index)]?.id;
    const fragment = place.field.replaceAll('.', '-') || undefined;
    return { text, link: person ? [...link, person] : link, fragment };
  }

  private focusSummary(): void {
    this.host.nativeElement.querySelector<HTMLElement>('.govuk-error-summary')?.focus();
  }
}
