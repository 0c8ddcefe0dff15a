import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { BidReceiptDto, OpportunityDto } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { GovukSummaryList } from '../../ui/summary-list';
import { Loading } from '../../ui/loading';
import { formatMoney } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { SummaryRow } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { Opportunities } from '../opportunities';
import { Fingerprint } from '../parts/fingerprint';

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** Proof of receipt: the server's time to the millisecond and the fingerprint of what it stored. */
@Component({
  selector: 'dps-receipt-page',
  imports: [
    Countdown,
    Fingerprint,
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukNotificationBanner,
    GovukSummaryList,
    Loading,
    PageHeader,
    RouterLink,
  ],
  host: { class: 'dps-page' },
  templateUrl: './receipt-page.html',
  styleUrl: './opportunities.scss',
})
export class ReceiptPage {
  private readonly opportunities = inject(Opportunities);

  readonly id = input.required<string>();

  protected readonly mayBid = inject(ServerSession).may('Bids.Submit');
  protected readonly need = resource({
    params: () => this.id(),
    loader: ({ params }) => this.opportunities.get(params),
  });
  protected readonly problem = linkedSignal<Problem | undefined>(() =>
    this.need.error() ? problemOf(this.need.error()) : undefined,
  );
  protected readonly withdrawing = signal(false);
  protected readonly busy = signal(false);
  protected readonly receipt = computed(() =>
    this.need.hasValue() ? (this.need.value().bid?.lastReceipt ?? undefined) : undefined,
  );

  protected leadOf({ open, outcome }: OpportunityDto): string {
    if (open) return 'It is sealed. No officer sees it until bids close and two officers open them together.';

    return outcome === 'Pending'
      ? 'It counts. Bids have closed; two officers open them together.'
      : 'It counted. What became of it stands with the need, under Opportunities.';
  }

  protected readonly time = (instant: string): string => TIME.format(new Date(instant));
  protected readonly day = (instant: string): string => `${formatDate(instant, 'weekday')} ${instant.slice(0, 4)}`;
  protected readonly closes = (instant: string): string =>
    `${formatDate(instant, 'weekday')} at ${formatTime(instant)}, UK time`;

  protected fileOf({ bidVersion }: BidReceiptDto, file: 'receipt' | 'copy'): string {
    return `/api/opportunities/${this.id()}/bid/versions/${bidVersion}/${file}`;
  }

  protected rows(receipt: BidReceiptDto): SummaryRow[] {
    return [
      { key: 'Need', value: receipt.reference },
      { key: 'Version', value: String(receipt.bidVersion) },
      { key: 'Sent by', value: receipt.submittedByName },
      { key: 'Your price', value: `${formatMoney(receipt.totalWeeklyPence)} a week` },
      { key: 'Deadline', value: this.closes(receipt.deadline) },
    ];
  }

  protected async withdraw(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.need.set(await this.opportunities.withdraw(this.id()));
      this.withdrawing.set(false);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected print(): void {
    window.print();
  }
}
