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
import { UkDateTime } from '../../ui/uk-date-time';
import { Opportunities } from '../opportunities';
import { Fingerprint } from '../parts/fingerprint';
import { closesInWords, receiptSteps, withdrawnAt } from './receipt-steps';

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
    UkDateTime,
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

  protected readonly isWithdrawn = computed(() => this.need.hasValue() && this.need.value().bid?.state === 'Withdrawn');
  /** Only the signed file says when. */
  protected readonly withdrawnAt = resource({
    params: () => (this.isWithdrawn() ? this.receipt()?.bidVersion : undefined),
    loader: async ({ params }) => withdrawnAt(await this.opportunities.receiptFile(this.id(), params)),
  });
  /** What the opening is told by; without it the steps say less. */
  private readonly box = resource({
    params: () => (this.need.hasValue() && this.need.value().boxRoot ? this.id() : undefined),
    loader: ({ params }) => this.opportunities.box(params),
  });
  private readonly letter = resource({
    params: () =>
      this.need.hasValue() && !this.isWithdrawn() && ['Won', 'NotWon'].includes(this.need.value().outcome)
        ? this.id()
        : undefined,
    loader: ({ params }) => this.opportunities.letter(params),
  });
  protected readonly hasLetter = computed(() => this.letter.hasValue());
  protected readonly steps = computed(() =>
    this.need.hasValue()
      ? receiptSteps(
          this.need.value(),
          this.box.hasValue() ? this.box.value() : undefined,
          this.letter.hasValue() ? this.letter.value() : undefined,
        )
      : [],
  );

  protected leadOf({ open, outcome }: OpportunityDto): string {
    if (open) return 'It is sealed. No officer sees it until bids close and two officers open them together.';

    return outcome === 'Pending' ? 'It counts. Bids have closed; two officers open them together.' : 'It counted.';
  }

  protected readonly time = (instant: string): string => TIME.format(new Date(instant));
  protected readonly day = (instant: string): string => `${formatDate(instant, 'weekday')} ${instant.slice(0, 4)}`;
  protected readonly closes = closesInWords;

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
