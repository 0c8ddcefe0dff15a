import { Component, input } from '@angular/core';
import { GovukButton } from '../../ui/govuk-button';
import { SectionPage } from './section-form';

/** Below the questions: save and go on, or come back later; and when the portal saved last. */
@Component({
  selector: 'dps-section-foot',
  imports: [GovukButton],
  template: `
    <div class="govuk-button-group">
      <button type="submit" govukButton [busy]="section().form.busy()">Save and continue</button>
      <button type="button" govukButton="secondary" [busy]="section().form.busy()" (click)="section().saveForLater()">
        Save and come back later
      </button>
    </div>
    <p class="dps-meta" role="status">{{ section().saved() }}</p>
  `,
})
export class SectionFoot {
  readonly section = input.required<SectionPage>();
}
