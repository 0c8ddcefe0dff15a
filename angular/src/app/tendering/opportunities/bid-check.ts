import { lateStart } from './late-start';
import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { BidDto, OpportunityDto } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { GovukSummaryList } from '../../ui/summary-list';
import { Loading } from '../../ui/loading';
import { formatMoney, Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { SummaryRow } from '../../ui/parts';
import { phraseOf } from '../../ui/phrase';
import { formatDate } from '../../ui/uk-date';
import { BID_WITHOUT_DRAFT, CALL_OFF_NOT_OPEN, DEADLINE_PASSED } from '../errors';
import { Opportunities } from '../opportunities';
import { bidFileOf } from '../parts/bid-file';
import { isByNight } from '../pricing';
import { PRICE_LINES, weeksInWords } from '../words';
import { fieldOf, hasUnsentChanges, priceNameOf } from './bid-value';
import { KeptBids, Sending } from './kept-bids';
import { NewHomeWarning } from './new-home-warning';

/** The bid as the server holds it, and the button that sends it. */
@Component({
  selector: 'dps-bid-check',
  imports: [
    Countdown,
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukNotificationBanner,
    GovukSummaryList,
    Loading,
    Money,
    NewHomeWarning,
    PageHeader,
    RouterLink,
  ],
  host: { class: 'dps-page' },
  templateUrl: './bid-check.html',
  styleUrl: './opportunities.scss',
})
export class BidCheck {
  private readonly opportunities = inject(Opportunities);
  private readonly router = inject(Router);
  private readonly kept = inject(KeptBids);

  readonly id = input.required<string>();

  protected readonly need = resource({
    params: () => this.id(),
    loader: ({ params }) => this.opportunities.get(params),
  });
  private readonly homes = resource({ loader: () => this.opportunities.homes().catch(() => []) });
  protected readonly problem = linkedSignal<Problem | undefined>(() =>
    this.need.error() ? problemOf(this.need.error()) : undefined,
  );
  protected readonly busy = signal(false);
  protected readonly cannotKeep = !this.kept.canKeep();
  protected readonly isChanged = hasUnsentChanges;
  protected readonly lead =
    'Once sent it is sealed, and only you keep a copy that can be read. Until the deadline you may replace or withdraw it.';
  protected readonly isShut = computed(
    () =>
      [DEADLINE_PASSED, CALL_OFF_NOT_OPEN].includes(this.problem()?.code ?? '') ||
      (this.need.hasValue() && !this.need.value().open),
  );
  /** Made for a press of the button; kept only while its answer is unknown, so that asking again cannot bid twice. */
  private sending: Sending | undefined;
  /** It may have been stored although no answer came: then its copy is the only one, whatever is answered next. */
  private isUncertain = false;

  protected readonly edit = computed(() => ['/opportunities', this.id(), 'bid']);
  protected readonly home = computed(() => {
    const bid = this.need.hasValue() ? this.need.value().bid : undefined;
    const home = this.homes.hasValue() ? this.homes.value().find(({ id }) => id === bid?.premisesId) : undefined;
    const place = home?.places.find(({ id }) => id === bid?.placeId);
    return home && place ? `${home.name}, ${place.name}` : 'Not chosen';
  });

  /** What keeps it from being sent, each with the control it is about. */
  protected stillNeeded(bid: BidDto): readonly { readonly text: string; readonly target: string }[] {
    const criteria = this.need.hasValue() ? this.need.value().criteria.map(({ id }) => id) : [];
    return [...bid.problems, ...bid.missing].map(({ field, message }) => {
      const path = fieldOf(field, bid, criteria);
      const name = priceNameOf(path, bid.lines);
      return { text: phraseOf(name ? `${name}: ${message}` : message), target: path.replaceAll('.', '-') };
    });
  }

  protected rows(need: OpportunityDto, bid: BidDto): SummaryRow[] {
    const change = this.isShut() ? undefined : this.edit();
    return [
      { key: 'Home and room', value: this.home(), change, changeAt: 'place' },
      {
        key: 'Free from',
        value: [formatDate(bid.availableFrom), ...lateStart(bid.availableFrom, need.needs.moveInBy)],
        change,
        changeAt: 'from',
      },
      ...bid.lines.map((line, index) => ({
        key: PRICE_LINES[line.kind],
        value:
          line.kind === 'Accommodation'
            ? formatMoney(bid.linePence[index])
            : [
                formatMoney(bid.linePence[index]),
                `${line.hoursPerWeek ?? line.nightsPerWeek ?? 0} ${isByNight(line.kind) ? 'nights' : 'hours'} × ${formatMoney(line.ratePence)}`,
              ],
        change,
        changeAt: `lines-${index}-${line.kind === 'Accommodation' ? 'weekly' : 'rate'}`,
      })),
      { key: 'Total a week', value: formatMoney(bid.totalWeeklyPence), change, changeAt: 'lines-0-weekly' },
      { key: 'Setting up', value: formatMoney(bid.setUpPence), change, changeAt: 'setUp' },
      {
        key: `${weeksInWords(need.needs.expectedWeeks)} in all`,
        value: formatMoney(bid.wholeTermPence),
        change,
        changeAt: 'lines-0-weekly',
      },
      ...need.criteria.map(({ id, name }, index) => ({
        key: name,
        value: bid.answers.find((answer) => answer.criterionId === id)?.text || 'Not written',
        change,
        changeAt: `answers-${index}-text`,
      })),
      {
        key: 'Promises',
        value: [
          bid.noCollusion ? 'Price set alone' : 'Not promised: price set alone',
          bid.noConflict ? 'No link with the council’s team' : 'Not promised: no link with the council’s team',
        ],
        change,
        changeAt: 'promises',
      },
    ];
  }

  protected async submit(bid: BidDto): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.problem.set(undefined);
    const text = bid.text ?? '';
    const { key, salt } = this.sending?.text === text ? this.sending : this.begin(text);
    try {
      const { totalWeeklyPence, version } = bid;
      const receipt = await this.opportunities.submit(this.id(), key, { totalWeeklyPence, version, salt });
      this.kept.keep(this.id(), receipt.bidVersion, bidFileOf(receipt.salt ?? salt, receipt.text ?? text), key);
      await this.router.navigate(['/opportunities', this.id(), 'receipt']);
    } catch (error) {
      const problem = problemOf(error);
      if (isRefused(problem)) {
        if (!this.isUncertain) this.kept.drop(this.id(), key);
        this.sending = undefined;
      } else this.isUncertain = true;
      if (problem.status === 400 || problem.code === BID_WITHOUT_DRAFT) this.need.reload();
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /** Its copy is kept before it is sent: if the answer is lost, the copy is not. */
  private begin(text: string): Sending {
    this.sending = { key: randomHex(16), salt: randomHex(32), text };
    this.isUncertain = false;
    this.kept.begin(this.id(), this.sending);
    return this.sending;
  }
}

/** Nothing was stored for sure. Of any other failure nobody knows: a gateway may have given up waiting. */
const isRefused = ({ status }: Problem): boolean => status >= 400 && status < 500;

/** Lower-case; `randomUUID` is missing where the page is not served securely. */
function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
