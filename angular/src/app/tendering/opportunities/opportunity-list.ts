import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { OpportunityListItemDto, OpportunityPageDto } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { EmptyState } from '../../ui/empty-state';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { Tone } from '../../ui/parts';
import { Segmented } from '../../ui/segmented';
import { Status } from '../../ui/status';
import { formatDate, UkDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { Opportunities, PAGE_SIZE } from '../opportunities';
import { needInWords, SUPPORT_LEVELS, weeksInWords } from '../words';

const SOON = 24 * 60 * 60_000;

interface Standing {
  readonly text: string;
  readonly tone: Tone;
}

/**
 * The needs this provider is invited to: those still open, the soonest to close on top, or those that are over. Choice
 * and page live in the address.
 */
@Component({
  selector: 'dps-opportunity-list',
  imports: [
    Countdown,
    EmptyState,
    GovukButton,
    GovukErrorSummary,
    Loading,
    PageHeader,
    Pagination,
    RouterLink,
    Segmented,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page' },
  templateUrl: './opportunity-list.html',
  styleUrl: './opportunities.scss',
})
export class OpportunityList {
  private readonly opportunities = inject(Opportunities);
  private readonly clock = inject(ServerClock);
  private readonly router = inject(Router);

  readonly show = input<string>();
  readonly page = input<string>();

  protected readonly pageSize = PAGE_SIZE;
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly view = computed(() => (this.show() === 'closed' ? 'closed' : 'open'));
  protected readonly list = resource({
    params: () => ({ closed: this.view() === 'closed', page: this.pageNumber() }),
    loader: ({ params }) => this.opportunities.list(params.closed, params.page),
  });
  /** The last answer keeps the choice on the page while the next one is under way. */
  protected readonly shown = linkedSignal<OpportunityPageDto | undefined, OpportunityPageDto | undefined>({
    source: () => (this.list.hasValue() ? this.list.value() : undefined),
    computation: (value, previous) => value ?? previous?.value,
  });
  protected readonly problem = computed(() => (this.list.error() ? problemOf(this.list.error()) : undefined));
  protected readonly views = computed(() => [
    { value: 'open', label: `Open (${this.shown()?.openCount ?? 0})` },
    { value: 'closed', label: `Closed (${this.shown()?.closedCount ?? 0})` },
  ]);
  protected readonly total = computed(() =>
    this.view() === 'open' ? (this.shown()?.openCount ?? 0) : (this.shown()?.closedCount ?? 0),
  );

  protected readonly supportLevels = SUPPORT_LEVELS;
  protected readonly titleOf = (item: OpportunityListItemDto): string => needInWords(item.ageBand, item.preferredAreas);
  protected readonly weeks = weeksInWords;
  protected readonly closes = (item: OpportunityListItemDto): string =>
    `${formatDate(item.deadline, 'weekday')} at ${formatTime(item.deadline)}`;

  protected choose(view: string): void {
    void this.router.navigate([], { queryParams: { show: view === 'closed' ? 'closed' : null } });
  }

  protected isOpen(item: OpportunityListItemDto): boolean {
    return item.open && Date.parse(item.deadline) > this.clock.now();
  }

  protected isSoon(item: OpportunityListItemDto): boolean {
    return Date.parse(item.deadline) - this.clock.now() < SOON;
  }

  protected standing(item: OpportunityListItemDto): Standing | undefined {
    if (item.outcome === 'Won') return { text: 'You won', tone: 'ok' };
    if (item.outcome === 'Cancelled') return { text: 'Cancelled', tone: 'neutral' };
    if (item.outcome === 'NotWon') return { text: item.bid === 'Submitted' ? 'Not chosen' : 'Ended', tone: 'neutral' };
    if (item.bid === 'Submitted') return { text: 'Bid received', tone: 'ok' };
    if (item.bid === 'Withdrawn') return { text: 'Bid withdrawn', tone: 'neutral' };
    if (item.declined) return { text: 'You will not bid', tone: 'neutral' };
    if (item.bid === 'Draft') return this.isOpen(item) ? { text: 'Bid started, not sent', tone: 'warn' } : NOT_SENT;
    return undefined;
  }

  protected hasLetter(item: OpportunityListItemDto): boolean {
    return item.bid === 'Submitted' && (item.outcome === 'Won' || item.outcome === 'NotWon');
  }
}

const NOT_SENT: Standing = { text: 'Bid never sent', tone: 'neutral' };
