import { Component, computed, input } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { fieldParts } from './field-parts';
import { GovukErrorMessage } from './govuk-error-message';

/** One line of text. Numbers and money stay text until they are sent; see `parsePounds` and `parseWhole`. */
@Component({
  selector: 'govuk-input',
  imports: [FormField, GovukErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="parts.error()">
      <label class="govuk-label" [class]="labelClass()" [for]="parts.id()">{{ label() }}</label>
      @if (hint()) {
        <div class="govuk-hint" [id]="parts.id() + '-hint'">{{ hint() }}</div>
      }
      <govuk-error-message [fieldId]="parts.id()" [text]="parts.error()" />
      <div class="govuk-input__wrapper">
        @if (prefix()) {
          <div class="govuk-input__prefix" aria-hidden="true">{{ prefix() }}</div>
        }
        <input
          class="govuk-input"
          [class]="widthClass()"
          [class.dps-numeric]="inputMode() !== 'text'"
          [class.govuk-input--error]="parts.error()"
          [formField]="field()"
          [id]="parts.id()"
          [type]="type()"
          [attr.inputmode]="inputMode()"
          [attr.autocomplete]="autocomplete()"
          [attr.spellcheck]="spellcheck()"
          [attr.aria-describedby]="parts.describedBy()"
          [attr.aria-invalid]="parts.error() ? true : null"
        />
        @if (suffix()) {
          <div class="govuk-input__suffix" aria-hidden="true">{{ suffix() }}</div>
        }
      </div>
    </div>
  `,
})
export class GovukInput {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** `£` before the text; say it in the label or hint as well, for it is hidden from screen readers. */
  readonly prefix = input<string>();
  readonly suffix = input<string>();
  /** Characters the answer should have, or the whole line. */
  readonly width = input<2 | 3 | 4 | 5 | 10 | 20 | 'full'>('full');
  readonly type = input<'text' | 'email' | 'tel' | 'password' | 'search'>('text');
  readonly inputMode = input<'text' | 'numeric' | 'decimal' | 'email' | 'tel'>('text');
  readonly autocomplete = input<string>();
  readonly spellcheck = input<boolean>();
  readonly labelClass = input('');

  protected readonly parts = fieldParts(
    () => this.field(),
    () => this.hint(),
  );
  protected readonly widthClass = computed(() => (this.width() === 'full' ? '' : `govuk-input--width-${this.width()}`));
}
