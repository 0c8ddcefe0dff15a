import { booleanAttribute, Component, input } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { fieldParts } from './field-parts';
import { GovukErrorMessage } from './govuk-error-message';
import { Choice } from './parts';

/** Any of a few; the field holds the chosen values in the order of the choices. */
@Component({
  selector: 'govuk-checkboxes',
  imports: [GovukErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="parts.error()">
      <fieldset class="govuk-fieldset" [attr.aria-describedby]="parts.describedBy()">
        <legend class="govuk-fieldset__legend">{{ legend() }}</legend>
        @if (hint()) {
          <div class="govuk-hint" [id]="parts.id() + '-hint'">{{ hint() }}</div>
        }
        <govuk-error-message [fieldId]="parts.id()" [text]="parts.error()" />
        <div class="govuk-checkboxes" [class.govuk-checkboxes--small]="small()">
          @for (choice of choices(); track choice.value; let first = $first; let index = $index) {
            @let id = first ? parts.id() : parts.id() + '-' + index;
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                [id]="id"
                [name]="parts.name()"
                [value]="choice.value"
                [checked]="field()().value().includes(choice.value)"
                [disabled]="choice.disabled"
                [attr.aria-describedby]="choice.hint ? id + '-item-hint' : null"
                (change)="toggle(choice.value)"
              />
              <label class="govuk-label govuk-checkboxes__label" [for]="id">{{ choice.label }}</label>
              @if (choice.hint) {
                <div class="govuk-hint govuk-checkboxes__hint" [id]="id + '-item-hint'">{{ choice.hint }}</div>
              }
            </div>
          }
        </div>
      </fieldset>
    </div>
  `,
})
export class GovukCheckboxes {
  readonly field = input.required<FieldTree<string[]>>();
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly hint = input<string>();
  readonly small = input(false, { transform: booleanAttribute });

  protected readonly parts = fieldParts(
    () => this.field(),
    () => this.hint(),
  );

  protected toggle(value: string): void {
    this.field()().value.update((chosen) => {
      const wanted = new Set(chosen);
      if (!wanted.delete(value)) wanted.add(value);
      return this.choices()
        .map((choice) => choice.value)
        .filter((each) => wanted.has(each));
    });
  }
}
