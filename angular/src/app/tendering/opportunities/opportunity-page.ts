import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { News } from '../../core/news';
import { PageTitle } from '../../core/page-title';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { NoBidReason } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { GovukRadios } from '../../ui/govuk-radios';
import { Loading } from '../../ui/loading';
import { Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { formatDate, UkDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { Opportunities } from '../opportunities';
import { NeedsSummary } from '../parts/needs-summary';
import {
  CANCEL_REASONS,
  CATEGORIES,
  choicesOf,
  EXTENSION_REASONS,
  needInWords,
  NO_BID_REASONS,
  weeksInWords,
} from '../words';
import { NewHomeWarning } from './new-home-warning';
import { BidderQuestions } from './bidder-questions';
import { fitOf } from './fit';
import { PriceAnswer } from './price-answer';
import { SentBid } from './sent-bid';

/** One need as an invited provider reads it: does it fit, what is needed, how bids are scored, bid or decline. */
@Component({
  selector: 'dps-opportunity-page',
  imports: [
    BidderQuestions,
    Countdown,
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukNotificationBanner,
    GovukRadios,
    Loading,
    Money,
    NewHomeWarning,
    NeedsSummary,
    PageHeader,
    PriceAnswer,
    RouterLink,
    SentBid,
    UkDate,
  ],
  host: { class: 'dps-page' },
  templateUrl: './opportunity-page.html',
  styleUrl: './opportunities.scss',
})
export class OpportunityPage {
  private readonly opportunities = inject(Opportunities);
  private readonly title = inject(PageTitle);

  readonly id = input.required<string>();

  protected readonly cancelReasons = CANCEL_REASONS;
  protected readonly extensionReasons = EXTENSION_REASONS;
  protected readonly mayBid = inject(ServerSession).may('Bids.Submit');
  protected readonly need = resource({
    params: () => this.id(),
    loader: ({ params }) => this.opportunities.get(params),
  });
  /** Homes only add to the page: without them the need is still shown. */
  private readonly homes = resource({
    loader: () => this.opportunities.homes().catch(() => []),
  });
  /** Only adds to the page of a need that was won. */
  private readonly placements = resource({
    params: () => (this.need.hasValue() && this.need.value().outcome === 'Won' ? this.id() : undefined),
    loader: ({ params }) => this.opportunities.placementOf(params).catch(() => undefined),
  });
  protected readonly placement = computed(() => (this.placements.hasValue() ? this.placements.value() : undefined));
  protected readonly problem = linkedSignal<Problem | undefined>(() =>
    this.need.error() ? problemOf(this.need.error()) : undefined,
  );
  protected readonly heading = computed(() => {
    const need = this.need.hasValue() ? this.need.value() : undefined;
    return need ? `${CATEGORIES[need.needs.categoryWanted]}: ${needInWords(need.needs.ageBand, []).toLowerCase()}` : '';
  });
  protected readonly fit = computed(() =>
    this.need.hasValue() ? fitOf(this.need.value(), this.homes.hasValue() ? this.homes.value() : []) : [],
  );
  protected readonly declining = signal(false);
  protected readonly reasons = choicesOf(NO_BID_REASONS);
  protected readonly reasonWords = NO_BID_REASONS;
  protected readonly weeks = weeksInWords;

  protected readonly decline = govukForm(
    signal({ reason: '' }),
    (path) => required(path.reason, { message: 'Choose why you will not bid' }),
    {
      save: async ({ reason }) => {
        this.need.set(await this.opportunities.decline(this.id(), reason as NoBidReason));
        this.declining.set(false);
      },
    },
  );

  constructor() {
    effect(() => {
      if (this.need.hasValue()) this.title.set(`Need ${this.need.value().reference}`);
    });
    const news = inject(News);
    effect(() => {
      if (this.need.hasValue() && this.need.value().outcome === 'Cancelled') news.read('Bid.ReadCancelled', this.id());
    });
  }

  protected readonly closes = (deadline: string): string =>
    `${formatDate(deadline, 'weekday')} at ${formatTime(deadline)}, UK time`;
}
