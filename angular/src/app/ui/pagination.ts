import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** Where in a list one is, and the way on. The page number lives in the URL as `?page=`, beginning at 1. */
@Component({
  selector: 'dps-pagination',
  imports: [RouterLink],
  template: `
    <nav class="dps-pagination" [attr.aria-label]="label()">
      <p class="dps-pagination__range">{{ range() }}</p>
      @if (page() > 1) {
        <a class="govuk-link" [routerLink]="[]" [queryParams]="{ page: page() - 1 }" queryParamsHandling="merge"
          ><span aria-hidden="true">← </span>Previous page</a
        >
      }
      @if (page() < pages()) {
        <a class="govuk-link" [routerLink]="[]" [queryParams]="{ page: page() + 1 }" queryParamsHandling="merge"
          >Next page<span aria-hidden="true"> →</span></a
        >
      }
    </nav>
  `,
})
export class Pagination {
  readonly page = input.required<number>();
  readonly size = input.required<number>();
  readonly total = input.required<number>();
  readonly label = input('Pages of the list');

  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.size())));
  protected readonly range = computed(() => {
    if (this.total() === 0) return 'Nothing to show';

    const first = (this.page() - 1) * this.size() + 1;
    return `Showing ${first} to ${Math.min(this.total(), first + this.size() - 1)} of ${this.total()}`;
  });
}
