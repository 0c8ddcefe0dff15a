import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Problem, problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { savedViewDelete, savedViewGetList } from '../../../proxy/functions';
import { SavedViewDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { TabLink } from '../../../ui/parts';
import { Tabs } from '../../../ui/tabs';
import { DUE, Filters, FILTERS, OWNERS } from '../queue';
import { ViewName } from './view-name';

const keyOf = (map: Readonly<Record<string, string>>, value: string | null | undefined): string | null =>
  Object.keys(map).find((key) => map[key] === value) ?? null;

/** A saved filter as the query of an address. */
function queryOf({ filter }: SavedViewDto): Record<(typeof FILTERS)[number] | 'page', string | null> {
  return {
    whose: keyOf(OWNERS, filter.owner),
    search: filter.search ?? null,
    stage: filter.stage ?? null,
    due: keyOf(DUE, filter.due),
    sort: filter.sort ?? null,
    page: null,
  };
}

/** The officer's saved views as tabs over the queue; what is filtered now can be kept as one more. */
@Component({
  selector: 'dps-queue-views',
  imports: [GovukButton, GovukErrorSummary, Tabs, ViewName],
  styles: `
    .views {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
      margin-top: 16px;

      dps-tabs {
        flex: 1 1 auto;
        min-width: 0;
      }

      .govuk-button {
        margin: 0;
      }
    }
  `,
  template: `
    <govuk-error-summary [problem]="problem()" />
    <div class="views">
      <dps-tabs [tabs]="tabs()" label="Your views" />
      @if (current(); as view) {
        <button type="button" govukButton="secondary" small [busy]="removing()" (click)="remove(view)">
          Remove this view
        </button>
      } @else if (isFiltered() && !naming()) {
        <button type="button" govukButton="secondary" small (click)="naming.set(true)">Save this view</button>
      }
    </div>
    @defer (when naming()) {
      @if (naming()) {
        <dps-view-name [filters]="filters()" (saved)="named()" (cancelled)="naming.set(false)" />
      }
    }
  `,
})
export class QueueViews {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  readonly filters = input.required<Filters>();

  protected readonly naming = signal(false);
  protected readonly removing = signal(false);
  private readonly refusal = signal<Problem | undefined>(undefined);

  private readonly loaded = resource({ loader: () => this.api.invoke(savedViewGetList) });
  private readonly views = computed(() => (this.loaded.hasValue() ? this.loaded.value() : []));
  protected readonly problem = computed(
    () => this.refusal() ?? (this.loaded.error() ? problemOf(this.loaded.error()) : undefined),
  );

  protected readonly isFiltered = computed(() => FILTERS.some((name) => this.filters()[name]));
  protected readonly current = computed(() => this.views().find((view) => this.isShown(view)));
  protected readonly tabs = computed<readonly TabLink[]>(() => [
    { label: 'All open', link: [], active: !this.isFiltered() },
    ...this.views().map((view) => ({
      label: view.name,
      link: [],
      query: queryOf(view),
      active: view === this.current(),
    })),
  ]);

  protected named(): void {
    this.naming.set(false);
    this.loaded.reload();
  }

  protected async remove({ id }: SavedViewDto): Promise<void> {
    this.removing.set(true);
    this.refusal.set(undefined);
    try {
      await this.api.invoke(savedViewDelete, { id });
      this.loaded.reload();
      await this.router.navigate([]);
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.removing.set(false);
    }
  }

  private isShown(view: SavedViewDto): boolean {
    const query = queryOf(view);
    return FILTERS.every((name) => (this.filters()[name] || null) === query[name]);
  }
}
