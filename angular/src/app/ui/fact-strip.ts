import { Component, input } from '@angular/core';
import { Fact } from './parts';

/** Three to five facts in one ruled strip. */
@Component({
  selector: 'dps-fact-strip',
  template: `
    <dl class="dps-facts">
      @for (fact of facts(); track fact.label) {
        <div class="dps-fact">
          <dt>{{ fact.label }}</dt>
          <dd>
            <span class="dps-fact__value" [class.dps-fact__value--large]="fact.large">{{ fact.value }}</span>&ngsp;
            @if (fact.note) {
              <span class="dps-fact__note">{{ fact.note }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
})
export class FactStrip {
  readonly facts = input.required<readonly Fact[]>();
}
