import { Component, input } from '@angular/core';

/** Text that few need, behind a line that says what it is. */
@Component({
  selector: 'govuk-details',
  template: `
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{{ summary() }}</span>
      </summary>
      <div class="govuk-details__text"><ng-content /></div>
    </details>
  `,
})
export class GovukDetails {
  readonly summary = input.required<string>();
}
