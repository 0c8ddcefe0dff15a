import { Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { CallOffListItemDto, CallOffState } from '../../proxy/models';
import { timeLeft } from '../../ui/countdown';
import { EmptyState } from '../../ui/empty-state';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { formatDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { CallOffs, PAGE_SIZE } from '../call-offs';
import { AGE_BANDS, CALL_OFF_STATES, SUPPORT_LEVELS } from '../words';

/** The authority's call-offs with the next step of each; filters live in the address. */
@Component({
  selector: 'dps-call-off-list',
  imports: [EmptyState, GovukErrorSummary, Loading, PageHeader, Pagination, RouterLink, ScrollX, Status],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './call-off-list.html',
})
export class CallOffList {
  private readonly callOffs = inject(CallOffs);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);

  readonly state = input<string>();
  readonly search = input<string>();
  readonly page = input<string>();

  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly list = resource({
    params: () => ({ state: this.stateOf(), search: this.search() ?? '', page: this.pageNumber() }),
    loader: ({ params }) => this.callOffs.list(params.state, params.search, params.page),
  });
  protected readonly problem = computed(() => (this.list.error() ? problemOf(this.list.error()) : undefined));
  protected readonly states = CALL_OFF_STATES;
  protected readonly stateChoices = Object.entries(CALL_OFF_STATES).map(([value, { text }]) => ({ value, text }));
  protected readonly ages = AGE_BANDS;
  protected readonly support = SUPPORT_LEVELS;
  protected readonly pageSize = PAGE_SIZE;

  protected filter(query: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: { ...query, page: null }, queryParamsHandling: 'merge' });
  }

  protected valueOf(event: Event): string | null {
    return (event.target as HTMLInputElement | HTMLSelectElement).value || null;
  }

  protected deadline(row: CallOffListItemDto): string {
    return `${formatDate(row.deadline, 'short')}, ${formatTime(row.deadline)}`;
  }

  protected left(row: CallOffListItemDto): string | undefined {
    return row.state === 'Published' ? timeLeft(Date.parse(row.deadline) - this.clock.now()) : undefined;
  }

  private stateOf(): CallOffState | undefined {
    const wanted = this.state();
    return wanted && wanted in CALL_OFF_STATES ? (wanted as CallOffState) : undefined;
  }
}
