import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { Api } from '../../../proxy/api';
import { visitGetList } from '../../../proxy/functions';
import { VisitListItemDto } from '../../../proxy/models';
import { EmptyState } from '../../../ui/empty-state';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Pagination } from '../../../ui/pagination';
import { Status } from '../../../ui/status';
import { formatDate } from '../../../ui/uk-date';
import { formatTime } from '../../../ui/uk-date-time';
import { MODES, NOTICES, stateInWords } from '../visit-words';

const PAGE_SIZE = 20;

interface Group {
  readonly heading: string;
  readonly visits: readonly VisitListItemDto[];
}

/** The authority's visits in the server's order: what is on today first, then what comes, then what was. */
@Component({
  selector: 'dps-visits-page',
  imports: [EmptyState, GovukErrorSummary, Loading, PageHeader, Pagination, RouterLink, Status],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './visits-page.html',
  styleUrl: './visits-page.scss',
})
export class VisitsPage {
  private readonly api = inject(Api);
  private readonly clock = inject(ServerClock);

  readonly page = input<string>();

  protected readonly pageSize = PAGE_SIZE;
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly visits = resource({
    params: () => ({ Page: this.pageNumber(), PageSize: PAGE_SIZE }),
    loader: ({ params }) => this.api.invoke(visitGetList, params),
  });
  protected readonly problem = computed(() => (this.visits.error() ? problemOf(this.visits.error()) : undefined));

  protected readonly groups = computed<readonly Group[]>(() => {
    const visits = this.visits.hasValue() ? this.visits.value().items : [];
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
        heading: 'Past',
        visits: visits.filter((visit) => !isToday(visit) && !isAhead(visit) && !isOpen(visit)),
      },
    ].filter((group) => group.visits.length > 0);
  });

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
