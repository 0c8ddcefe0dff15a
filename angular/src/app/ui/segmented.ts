import { booleanAttribute, Component, input, model } from '@angular/core';
import { Choice } from './parts';

/** A choice of view between two or three, such as "Assigned to you / Everyone": real radio buttons side by side. */
@Component({
  selector: 'dps-segmented',
  template: `
    <fieldset class="dps-segmented">
      <legend [class.govuk-visually-hidden]="!showLegend()">{{ legend() }}</legend>
      <div class="dps-segmented__row">
        @for (choice of choices(); track choice.value) {
          <label class="dps-segmented__item">
            <input
              type="radio"
              [name]="name()"
              [value]="choice.value"
              [checked]="value() === choice.value"
              [disabled]="choice.disabled"
              (change)="value.set(choice.value)"
            />
            <span>{{ choice.label }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class Segmented {
  readonly legend = input.required<string>();
  readonly showLegend = input(false, { transform: booleanAttribute });
  /** Unique on the page. */
  readonly name = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model.required<string>();
}
