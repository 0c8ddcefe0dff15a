import { Location } from '@angular/common';
import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { AppPermission } from '../../core/app-permission';
import { PageTitle } from '../../core/page-title';
import { Problem, problemOf } from '../../core/problem';
import { CallOffCancelReason, CallOffDto } from '../../proxy/models';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukDetails } from '../../ui/details';
import { History } from '../../ui/history';
import { Loading } from '../../ui/loading';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NeedsSummary } from '../parts/needs-summary';
import { NewerVersion } from '../parts/newer-version';
import { CALL_OFF_STATES, CANCEL_REASONS, choicesOf, needInWords } from '../words';
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
    DraftView,
    ExtendDeadline,
    GovukButton,
    GovukDetails,
    GovukErrorSummary,
    GovukFormDirective,
    GovukNotificationBanner,
    GovukRadios,
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
  protected readonly cancelling = signal(false);
  protected readonly isDraft = computed(() => this.callOff.hasValue() && this.callOff.value().state === 'Draft');
  /** Whoever prepares call-offs has the button for a draft beside it, and one is enough. */
  protected readonly mayCancel = computed(() => {
    const permitted = this.callOff.hasValue() ? this.callOff.value().permittedTriggers : [];
    return permitted.includes('Cancel') && !permitted.includes('Discard');
  });
  protected readonly states = CALL_OFF_STATES;
  /** What is said of bids only once they were opened. */
  protected readonly reasons = computed(() =>
    choicesOf(CANCEL_REASONS).filter(
      ({ value }) => value !== 'NoSuitableBid' || (this.callOff.hasValue() && !!this.callOff.value().openedAt),
    ),
  );

  protected readonly cancel = govukForm(
    signal({ reason: '' }),
    (path) =>
      required(path.reason, {
        message: () => (this.isDraft() ? 'Choose why you discard it' : 'Choose why you cancel'),
      }),
    {
      save: async ({ reason }) => {
        const version = this.callOff.hasValue() ? this.callOff.value().version : 0;
        try {
          this.changed(await this.callOffs.cancel(this.id(), reason as CallOffCancelReason, version));
        } catch (error) {
          this.showAsItStands(problemOf(error));
          throw error;
        }
        this.cancelling.set(false);
      },
    },
  );

  constructor() {
    effect(() => {
      if (this.callOff.hasValue()) this.title.set(`Call-off ${this.callOff.value().reference}`);
    });
  }

  protected changed(callOff: CallOffDto): void {
    this.justSaved.set(undefined);
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
    this.cancel.clear();
    this.callOff.reload();
  }
}
