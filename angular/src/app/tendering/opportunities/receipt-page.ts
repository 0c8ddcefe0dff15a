import { Component, computed, DOCUMENT, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { UnsavedWork } from '../../core/unsaved-work';
import { BidReceiptDto, OpportunityDto } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { GovukSummaryList } from '../../ui/summary-list';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { SummaryRow } from '../../ui/parts';
import { Status } from '../../ui/status';
import { formatDate } from '../../ui/uk-date';
import { UkDateTime } from '../../ui/uk-date-time';
import { Opportunities } from '../opportunities';
import { writeBidFile } from '../parts/bid-file';
import { Fingerprint } from '../parts/fingerprint';
import { weeksInWords } from '../words';
import { BidCopy } from './bid-copy';
import { offerRows } from './bid-value';
import { KeptBids } from './kept-bids';
import { OpenCopy } from './open-copy';
import { closesInWords, receiptSteps, withdrawnAt } from './receipt-steps';
import { WithdrawBid } from './withdraw-bid';

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
    OpenCopy,
    PageHeader,
    RouterLink,
    Status,
    UkDateTime,
    WithdrawBid,
  ],
  host: { class: 'dps-page' },
  templateUrl: './receipt-page.html',
  styleUrl: './opportunities.scss',
})
export class ReceiptPage {
  private readonly opportunities = inject(Opportunities);
  private readonly kept = inject(KeptBids);
  private readonly document = inject(DOCUMENT);

  readonly id = input.required<string>();

  protected readonly mayBid = inject(ServerSession).may('Bids.Submit');
  protected readonly need = resource({
    params: () => this.id(),
    loader: ({ params }) => this.opportunities.get(params),
  });
  protected readonly problem = linkedSignal<Problem | undefined>(() =>
    this.need.error() ? problemOf(this.need.error()) : undefined,
  );
  protected readonly receipt = computed(() =>
    this.need.hasValue() ? (this.need.value().bid?.lastReceipt ?? undefined) : undefined,
  );
  /** What was sealed, as this browser kept it: the portal cannot read it until the box is opened. */
  protected readonly copy = resource({
    params: () => this.receipt(),
    loader: ({ params }) => this.kept.find(params),
  });
  protected readonly own = computed(() => (this.copy.hasValue() ? this.copy.value() : undefined));
  protected readonly isKept = computed(() => {
    const receipt = this.receipt();
    return !!this.own() && !!receipt && this.kept.isKept(receipt);
  });
  protected readonly forgetting = signal(false);
  private readonly homes = resource({ loader: () => this.opportunities.homes().catch(() => []) });
  /** The portal can read the bid again, and hands it out: the version that counted, never one that was taken back. */
  protected readonly isOpened = computed(
    () =>
      this.box.hasValue() &&
      !!this.box.value().openedAt &&
      this.need.hasValue() &&
      this.need.value().bid?.state === 'Submitted',
  );

  private readonly isDownloaded = signal(false);

  /** A copy that the browser does not keep is gone with the page. */
  constructor() {
    inject(UnsavedWork).watch(() => !!this.own() && !this.isKept() && !this.isDownloaded());
  }

  protected readonly isWithdrawn = computed(() => this.need.hasValue() && this.need.value().bid?.state === 'Withdrawn');
  /** Nobody will ever read it. */
  protected readonly isVoid = computed(
    () => this.isWithdrawn() || (this.need.hasValue() && this.need.value().outcome === 'Cancelled'),
  );
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
    if (open)
      return 'It is sealed: nobody can read it until two officers open the box after the deadline, the portal included.';

    if (outcome === 'Cancelled') return 'The council cancelled this need, so nobody will read your bid.';
    if (outcome !== 'Pending') return 'It counted.';

    return this.box.hasValue() && this.box.value().openedAt
      ? 'It counts. Bids have closed, and two officers have opened them.'
      : 'It counts. Bids have closed; two officers open them together.';
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
      { key: 'Deadline', value: this.closes(receipt.deadline) },
    ];
  }

  protected offered({ needs }: OpportunityDto, copy: BidCopy): SummaryRow[] {
    return offerRows(copy, this.homes.hasValue() ? this.homes.value() : [], weeksInWords(needs.expectedWeeks));
  }

  protected opened(copy: BidCopy): void {
    const receipt = this.receipt();
    if (receipt) this.kept.keep(this.id(), receipt.bidVersion, copy.file);
    this.copy.set(copy);
  }

  protected forget(): void {
    this.kept.forget(this.id());
    this.forgetting.set(false);
    this.copy.set(undefined);
  }

  protected download({ file }: BidCopy, { reference, bidVersion }: BidReceiptDto): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([writeBidFile(file)], { type: 'application/json' }));
    link.download = `${reference}-v${bidVersion}-bid.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    this.isDownloaded.set(true);
  }

  protected print(): void {
    window.print();
  }
}
