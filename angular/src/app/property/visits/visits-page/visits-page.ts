import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { Api } from '../../../proxy/api';
import { visitGetList } from '../../../proxy/functions';
import { VisitListItemDto } from '../../../proxy/models';
import { EmptyState } from '../../../ui/empty-state';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { formatDate } from '../../../ui/uk-date';
import { formatTime } from '../../../ui/uk-date-time';
import { MODES, NOTICES, stateInWords } from '../visit-words';

const PAST = 'Past';
const PAST_AT_A_TIME = 20;

interface Group {
  readonly heading: string;
  /** How many are left out below those shown. */
  readonly more: number;
  readonly visits: readonly VisitListItemDto[];
}

/** The authority's visits: what is on today first, then what comes, then what was. */
@Component({
  selector: 'dps-visits-page',
  imports: [EmptyState, GovukButton, GovukErrorSummary, Loading, PageHeader, RouterLink, Status],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './visits-page.html',
  styleUrl: './visits-page.scss',
})
export class VisitsPage {
  private readonly api = inject(Api);
  private readonly clock = inject(ServerClock);

  protected readonly visits = resource({ loader: () => this.api.invoke(visitGetList, undefined) });
  protected readonly problem = computed(() => (this.visits.error() ? problemOf(this.visits.error()) : undefined));

  /** How many past visits are shown: the newest first. */
  private readonly past = signal(PAST_AT_A_TIME);

  protected readonly groups = computed<readonly Group[]>(() => {
    const visits = this.visits.hasValue() ? [...this.visits.value()] : [];
    visits.sort((a, b) => a.scheduledAt.localeCompare(b.scheduledAt));
    const today = formatDate(new Date(this.clock.now()).toISOString());
    const isOpen = (visit: VisitListItemDto): boolean => visit.state === 'Booked' || visit.state === 'InProgress';
    const isToday = (visit: VisitListItemDto): boolean => formatDate(visit.scheduledAt) === today;
    const isAhead = (visit: VisitListItemDto): boolean => Date.parse(visit.scheduledAt) > this.clock.now();
    return [
      { heading: 'Today', visits: visits.filter(isToday) },
      {
        heading: 'Not finished',
        visits: visits.filter((visit) => !isToday(visit) && !isAhead(visit) && isOpen(visit)),
      },
      { heading: 'Coming', visits: visits.filter((visit) => !isToday(visit) && isAhead(visit)) },
      {
        heading: PAST,
        visits: visits.filter((visit) => !isToday(visit) && !isAhead(visit) && !isOpen(visit)).reverse(),
      },
    ]
      .filter((group) => group.visits.length > 0)
      .map(({ heading, visits: all }) => {
        const most = heading === PAST ? this.past() : all.length;
        return { heading, visits: all.slice(0, most), more: Math.max(0, all.length - most) };
      });
  });

  protected showMore(): void {
    this.past.update((count) => count + PAST_AT_A_TIME);
  }

  protected stateOf = (visit: VisitListItemDto) => stateInWords(visit.state, visit.passed);
  protected linkOf = (visit: VisitListItemDto): string =>
    `/property/visits/${visit.id}${visit.state === 'Completed' || visit.state === 'Cancelled' ? '/result' : ''}`;
  /** With the year where it is another one than this. */
  protected dayOf = (visit: VisitListItemDto): string => {
    const year = new Date(this.clock.now()).getUTCFullYear();
    return formatDate(visit.scheduledAt, new Date(visit.scheduledAt).getUTCFullYear() === year ? 'short' : 'long');
  };
  protected timeOf = (visit: VisitListItemDto): string => formatTime(visit.scheduledAt);
  protected howOf = (visit: VisitListItemDto): string => `${MODES[visit.mode]}, ${NOTICES[visit.notice]}`;
}
