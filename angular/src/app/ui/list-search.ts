import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';

/** Narrows a list by words. They live in the URL as `?search=`; another search begins on the first page. */
@Component({
  selector: 'dps-list-search',
  template: `
    <div class="dps-toolbar" role="search">
      <div class="govuk-form-group">
        <label class="govuk-label" for="list-search">{{ label() }}</label>
        <input
          class="govuk-input govuk-input--width-20"
          id="list-search"
          type="search"
          maxlength="80"
          autocomplete="off"
          [value]="search() ?? ''"
          (change)="find($event)"
        />
      </div>
    </div>
  `,
})
export class ListSearch {
  private readonly router = inject(Router);

  readonly label = input.required<string>();
  readonly search = input<string>();

  protected find(event: Event): void {
    const search = (event.target as HTMLInputElement).value.trim() || null;
    void this.router.navigate([], { queryParams: { search, page: null }, queryParamsHandling: 'merge' });
  }
}
