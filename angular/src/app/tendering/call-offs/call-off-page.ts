import { Location } from '@angular/common';
import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AppPermission } from '../../core/app-permission';
import { PageTitle } from '../../core/page-title';
import { Problem, problemOf } from '../../core/problem';
import { CallOffDto } from '../../proxy/models';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { counted } from '../../ui/counted';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukDetails } from '../../ui/details';
import { History } from '../../ui/history';
import { Loading } from '../../ui/loading';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { UkDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NeedsSummary } from '../parts/needs-summary';
import { NewerVersion } from '../parts/newer-version';
import { CALL_OFF_STATES, needInWords } from '../words';
import { CancelCallOff } from './cancel-call-off';
import { DraftView } from './draft-view';
import { ExtendDeadline } from './extend-deadline';
import { historyEvents } from './history-events';
import { OpenedView } from './opened-view';
import { QuestionsCard } from './questions-card';
import { SealedView } from './sealed-view';

/** One call-off as its council sees it; what the page shows follows from the state. */
@Component({
  selector: 'dps-call-off-page',
  imports: [
    AppPermission,
    Breadcrumbs,
    CancelCallOff,
    DraftView,
    ExtendDeadline,
    GovukButton,
    GovukDetails,
    GovukErrorSummary,
    GovukNotificationBanner,
    History,
    Loading,
    NeedsSummary,
    NewerVersion,
    OpenedView,
    PageHeader,
    QuestionsCard,
    RouterLink,
    SealedView,
    Status,
    UkDateTime,
  ],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './call-off-page.html',
  styles: '.referral { margin: -16px 0 20px; }',
})
export class CallOffPage {
  private readonly callOffs = inject(CallOffs);
  private readonly title = inject(PageTitle);

  readonly id = input.required<string>();

  /** Said once, after the form; no longer once something else was done here. */
  protected readonly justSaved = signal((inject(Location).getState() as { saved?: 'same' | 'changed' } | null)?.saved);

  protected readonly justPublished = signal(false);
  protected readonly counted = counted;

  protected readonly callOff = resource({
    params: () => this.id(),
    loader: ({ params }) => this.callOffs.get(params),
  });
  /** Asked for again with every version, so that the panel shows what was just done. */
  private readonly history = resource({
    params: () => (this.callOff.hasValue() ? { id: this.id(), version: this.callOff.value().version } : undefined),
    loader: ({ params }) => this.callOffs.history(params.id),
  });
  protected readonly problem = linkedSignal<Problem | undefined>(() =>
    this.callOff.error() ? problemOf(this.callOff.error()) : undefined,
  );
  protected readonly events = computed(() =>
    historyEvents([...(this.history.hasValue() ? this.history.value() : [])].reverse()),
  );
  protected readonly heading = computed(() => {
    const it = this.callOff.hasValue() ? this.callOff.value() : undefined;
    return it ? needInWords(it.needs.ageBand, it.needs.preferredAreas) : '';
  });
  protected readonly waiting = computed(() =>
    this.callOff.hasValue() ? this.callOff.value().questions.filter(({ state }) => state === 'Asked').length : 0,
  );
  /** A fragment alone would lead to the start page: the base address of the document is `/`. */
  protected readonly here = computed(() => `/call-offs/${this.id()}#questions`);
  /** A draft has its button beside what else may be done with it. */
  protected readonly mayCancel = computed(() => {
    const it = this.callOff.hasValue() ? this.callOff.value() : undefined;
    return it?.state !== 'Draft' && !!it?.permittedTriggers.includes('Cancel');
  });
  protected readonly states = CALL_OFF_STATES;

  constructor() {
    effect(() => {
      if (this.callOff.hasValue()) this.title.set(`Call-off ${this.callOff.value().reference}`);
    });
  }

  protected changed(callOff: CallOffDto): void {
    this.justSaved.set(undefined);
    this.justPublished.set(
      callOff.state === 'Published' && this.callOff.hasValue() && this.callOff.value().state === 'Draft',
    );
    this.problem.set(undefined);
    this.callOff.set(callOff);
  }

  protected refuse(problem: Problem): void {
    this.problem.set(problem);
    this.showAsItStands(problem);
  }

  private showAsItStands(problem: Problem): void {
    if (!isOvertaken(problem)) return;

    this.callOff.reload();
    this.history.reload();
  }

  protected reload(): void {
    this.problem.set(undefined);
    this.callOff.reload();
  }
}
