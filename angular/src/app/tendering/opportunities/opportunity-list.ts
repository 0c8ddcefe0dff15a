import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { OpportunityListItemDto } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { EmptyState } from '../../ui/empty-state';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Tone } from '../../ui/parts';
import { Segmented } from '../../ui/segmented';
import { Status } from '../../ui/status';
import { formatDate, UkDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { Opportunities } from '../opportunities';
import { needInWords, SUPPORT_LEVELS, weeksInWords } from '../words';

const SOON = 24 * 60 * 60_000;

interface Standing {
  readonly text: string;
  readonly tone: Tone;
}

/** Every need this provider is invited to: those still open first, the soonest to close on top. */
@Component({
  selector: 'dps-opportunity-list',
  imports: [
    Countdown,
    EmptyState,
    GovukButton,
    GovukErrorSummary,
    Loading,
    PageHeader,
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

  protected readonly list = resource({ loader: () => this.opportunities.list() });
  protected readonly problem = computed(() => (this.list.error() ? problemOf(this.list.error()) : undefined));
  protected readonly view = signal('open');

  private readonly items = computed(() => (this.list.hasValue() ? this.list.value() : []));
  private readonly open = computed(() =>
    this.items()
      .filter((item) => this.isOpen(item))
      .sort((a, b) => a.deadline.localeCompare(b.deadline)),
  );
  private readonly closed = computed(() =>
    this.items()
      .filter((item) => !this.isOpen(item))
      .sort((a, b) => b.deadline.localeCompare(a.deadline)),
  );
  protected readonly views = computed(() => [
    { value: 'open', label: `Open (${this.open().length})` },
    { value: 'closed', label: `Closed (${this.closed().length})` },
  ]);
  protected readonly shown = computed(() => (this.view() === 'open' ? this.open() : this.closed()));

  protected readonly supportLevels = SUPPORT_LEVELS;
  protected readonly titleOf = (item: OpportunityListItemDto): string => needInWords(item.ageBand, item.preferredAreas);
  protected readonly weeks = weeksInWords;
  protected readonly closes = (item: OpportunityListItemDto): string =>
    `${formatDate(item.deadline, 'weekday')} at ${formatTime(item.deadline)}`;

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
