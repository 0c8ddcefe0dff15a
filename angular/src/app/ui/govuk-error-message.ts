import { Component, input } from '@angular/core';

/** The error at a field. Empty when there is none. */
@Component({
  selector: 'govuk-error-message',
  template: `
    @if (text(); as text) {
      <p class="govuk-error-message" [id]="fieldId() + '-error'">
        <span class="govuk-visually-hidden">Error: </span>{{ text }}
      </p>
    }
  `,
})
export class GovukErrorMessage {
  readonly fieldId = input.required<string>();
  readonly text = input<string>();
}
