import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { NavigationFocus } from '../../../core/navigation-focus';
import { PageTitle } from '../../../core/page-title';
import { Breadcrumbs } from '../../../ui/breadcrumbs';
import { Clocks } from '../../../ui/clocks';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { TabLink } from '../../../ui/parts';
import { Stages } from '../../../ui/stages';
import { Status } from '../../../ui/status';
import { Tabs } from '../../../ui/tabs';
import { clockFaces, isUndecided } from '../clock-faces';
import { InterestCard } from '../interest-card/interest-card';
import { nextStepOf } from '../next-step';
import { OpenApplication } from '../open-application';
import { stageSteps } from '../stage-steps';
import { ACCREDITATION, MEMBERSHIP, Said } from '../words';

const TABS = [
  { path: 'questionnaire', label: 'Questionnaire' },
  { path: 'membership', label: 'Membership' },
  { path: 'people', label: 'Fit and proper people' },
  { path: 'safer-recruitment', label: 'Safer recruitment' },
  { path: 'visits', label: 'Visits' },
  { path: 'accreditation', label: 'Accreditation' },
  { path: 'standing', label: 'Standing' },
  { path: 'questions', label: 'Questions' },
  { path: 'versions', label: 'Versions' },
  { path: 'appeals', label: 'Appeals' },
  { path: 'letters', label: 'Letters' },
  { path: 'history', label: 'History' },
] as const;

/** One application: both clocks, the five stages, and a tab for each piece of work. */
@Component({
  selector: 'dps-application-page',
  imports: [
    Breadcrumbs,
    Clocks,
    GovukErrorSummary,
    InterestCard,
    Loading,
    PageHeader,
    RouterLink,
    RouterOutlet,
    Stages,
    Status,
    Tabs,
  ],
  providers: [OpenApplication],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './application-page.html',
  styleUrl: './application-page.scss',
})
export class ApplicationPage {
  private readonly focus = inject(NavigationFocus);
  private readonly title = inject(PageTitle);
  protected readonly open = inject(OpenApplication);

  readonly id = input.required<string>();

  protected readonly crumbs = computed(() => {
    const application = this.open.current();
    return [
      { label: 'Applications', link: '/accreditation/queue' },
      ...(application
        ? [{ label: 'All of this provider', link: ['/accreditation/providers', application.providerId] }]
        : []),
    ];
  });
  protected readonly problem = computed(() => this.open.problem() ?? this.open.failure());

  protected readonly facts = computed(() => {
    const application = this.open.current();
    if (!application) return [];

    const lots = application.lots.map((lot) => lot.number).sort((a, b) => a - b);
    const lotWords = lots.length > 0 ? [`${lots.length === 1 ? 'Lot' : 'Lots'} ${lots.join(', ')}`] : [];
    return [application.reference, ...lotWords, application.schemeName];
  });

  /** Until membership is decided that is the news; from then on the accreditation. */
  protected readonly state = computed<Said>(() => {
    const application = this.open.application();
    const decided = application.membership === 'Admitted';
    return decided ? ACCREDITATION[application.accreditation] : MEMBERSHIP[application.membership];
  });
  /** Nothing of the application is shown before its officer has declared to have no conflict. */
  protected readonly free = computed(() => this.open.current()?.interests?.mine === 'NoConflict');
  protected readonly admitted = computed(() => this.open.current()?.membership === 'Admitted');
  protected readonly undecided = computed(() => isUndecided(this.open.application().membership));

  protected readonly faces = computed(() => clockFaces(this.open.application()));
  protected readonly steps = computed(() => stageSteps(this.open.application()));

  protected readonly next = computed(() => nextStepOf(this.open.application()));
  protected readonly nextLink = computed(() => `/accreditation/applications/${this.id()}/${this.next().tab}`);

  /** A link to the tab that is open would do nothing. */
  protected readonly isThere = computed(() =>
    this.tabs().some(({ active, link }) => active && link === this.nextLink()),
  );

  /** Questions that nobody has settled. */
  private readonly waiting = computed(
    () =>
      this.open.current()?.clarifications.filter(({ state }) => state === 'Asked' || state === 'Answered').length ||
      undefined,
  );

  protected readonly tabs = computed<readonly TabLink[]>(() => {
    const path = this.focus.url().split(/[?#]/)[0] ?? '';
    const root = `/accreditation/applications/${this.id()}`;
    return TABS.map((tab) => ({
      label: tab.label,
      count: tab.path === 'questions' ? this.waiting() : undefined,
      link: `${root}/${tab.path}`,
      active: path === `${root}/${tab.path}` || path.startsWith(`${root}/${tab.path}/`),
    }));
  });

  constructor() {
    effect(() => this.open.open(this.id()));
    effect(() => {
      const application = this.open.current();
      const tab = this.tabs().find((each) => each.active);
      if (application) this.title.set([tab?.label, application.providerName].filter(Boolean).join(' – '));
    });
  }
}
