import { Component, input } from '@angular/core';

/** The confirmation at the end of a journey; it carries the page's heading. */
@Component({
  selector: 'govuk-panel',
  template: `
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{{ heading() }}</h1>
      <div class="govuk-panel__body"><ng-content /></div>
    </div>
  `,
})
export class GovukPanel {
  readonly heading = input.required<string>();
}
