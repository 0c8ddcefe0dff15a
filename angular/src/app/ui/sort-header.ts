import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/**
 * A column heading that sorts: `<th dpsSort="legalDue" [current]="sort()" scope="col">Legal decision</th>`. The order
 * lives in the URL as `?sort=legalDue` or `?sort=-legalDue`, and a new order begins at the first page.
 */
@Component({
  // eslint-disable-next-line @angular-eslint/component-selector -- a table heading must stay a <th>
  selector: 'th[dpsSort]',
  imports: [RouterLink],
  host: { class: 'govuk-table__header', scope: 'col', '[attr.aria-sort]': 'direction()' },
  template: `
    <a class="dps-sort" [routerLink]="[]" [queryParams]="{ sort: next(), page: null }" queryParamsHandling="merge">
      <ng-content /><span class="dps-sort__arrow" aria-hidden="true">{{ arrow() }}</span>
    </a>
  `,
})
export class SortHeader {
  readonly dpsSort = input.required<string>();
  /** The order in force, from the URL. */
  readonly current = input.required<string | undefined>();

  protected readonly direction = computed(() => {
    if (this.current() === this.dpsSort()) return 'ascending';
    return this.current() === `-${this.dpsSort()}` ? 'descending' : null;
  });
  protected readonly arrow = computed(() => {
    const direction = this.direction();
    return direction && (direction === 'ascending' ? '↑' : '↓');
  });
  protected readonly next = computed(() => (this.direction() === 'ascending' ? `-${this.dpsSort()}` : this.dpsSort()));
}
