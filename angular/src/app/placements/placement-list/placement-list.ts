import { Component, computed, inject, input, resource, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { ServerSession } from '../../core/server-session';
import { PlacementListItemDto } from '../../proxy/models';
import { EmptyState } from '../../ui/empty-state';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { ScrollX } from '../../ui/scroll-x';
import { Segmented } from '../../ui/segmented';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { dayOf, stayInWords } from '../nights';
import { PAGE_SIZE, Placements } from '../placements';

/** The placements that the organisation pays for or has the home of; search and page live in the address. */
@Component({
  selector: 'dps-placement-list',
  imports: [
    EmptyState,
    GovukErrorSummary,
    Loading,
    Money,
    PageHeader,
    Pagination,
    RouterLink,
    ScrollX,
    Segmented,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page', '[class.dps-page--officer]': 'isCouncil' },
  templateUrl: './placement-list.html',
})
export class PlacementList {
  private readonly placements = inject(Placements);
  private readonly router = inject(Router);
  private readonly today = dayOf(untracked(inject(ServerClock).now));
  private readonly organisation = inject(ServerSession).organisation;
  /** As wide as the header above it. */
  protected readonly isCouncil = this.organisation()?.kind === 'Authority';

  readonly search = input<string>();
  readonly show = input<string>();
  readonly page = input<string>();

  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly shown = computed(() => (this.show() === 'all' ? 'all' : 'current'));
  protected readonly list = resource({
    params: () => ({
      search: this.search()?.trim() ?? '',
      current: this.shown() === 'current',
      page: this.pageNumber(),
    }),
    loader: ({ params }) => this.placements.list(params.search, params.current, params.page),
  });
  protected readonly problem = computed(() => (this.list.error() ? problemOf(this.list.error()) : undefined));
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = [
    { value: 'current', label: 'Now and to come' },
    { value: 'all', label: 'All' },
  ];

  protected filter(query: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: { ...query, page: null }, queryParamsHandling: 'merge' });
  }

  protected valueOf(event: Event): string | null {
    return (event.target as HTMLInputElement).value.trim() || null;
  }

  /** The other side of the agreement: who reads knows their own. */
  protected partner(row: PlacementListItemDto): string {
    return row.providerName === this.organisation()?.name ? row.authorityName : row.providerName;
  }

  protected stay(row: PlacementListItemDto): { text: string; tone: 'ok' | 'neutral' | 'info' | 'warn' } {
    if (row.state === 'PriceProposed') return { text: 'New price waits', tone: 'warn' };
    if (row.state === 'ExtensionProposed') return { text: 'Later end waits', tone: 'warn' };
    const { tone } = stayInWords(row, this.today);
    return { text: { ok: 'Active', info: 'Not begun', neutral: 'Ended' }[tone], tone };
  }
}
