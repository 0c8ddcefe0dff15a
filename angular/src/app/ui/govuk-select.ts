import { Component, input } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { fieldParts } from './field-parts';
import { GovukErrorMessage } from './govuk-error-message';
import { Choice } from './parts';

@Component({
  selector: 'govuk-select',
  imports: [FormField, GovukErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="parts.error()">
      <label class="govuk-label" [for]="parts.id()">{{ label() }}</label>
      @if (hint()) {
        <div class="govuk-hint" [id]="parts.id() + '-hint'">{{ hint() }}</div>
      }
      <govuk-error-message [fieldId]="parts.id()" [text]="parts.error()" />
      <select
        class="govuk-select"
        [class.govuk-select--error]="parts.error()"
        [formField]="field()"
        [id]="parts.id()"
        [attr.aria-describedby]="parts.describedBy()"
        [attr.aria-invalid]="parts.error() ? true : null"
      >
        @if (empty()) {
          <option value="">{{ empty() }}</option>
        }
        @for (choice of choices(); track choice.value) {
          <option [value]="choice.value" [disabled]="choice.disabled">{{ choice.label }}</option>
        }
      </select>
    </div>
  `,
})
export class GovukSelect {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly hint = input<string>();
  /** The words of the choice that has no value; an empty text leaves it out. */
  readonly empty = input('Choose one');

  protected readonly parts = fieldParts(
    () => this.field(),
    () => this.hint(),
  );
}
