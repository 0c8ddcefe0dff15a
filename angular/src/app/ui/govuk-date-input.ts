import { booleanAttribute, Component, input } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { DateParts } from './dates';
import { fieldParts } from './field-parts';
import { GovukErrorMessage } from './govuk-error-message';

/** Day, month and year as three texts; `isoDateOf` makes a date of them on submit. */
@Component({
  selector: 'govuk-date-input',
  imports: [GovukErrorMessage],
  template: `
    <div class="govuk-form-group" [class.compact]="compact()" [class.govuk-form-group--error]="parts.error()">
      <fieldset class="govuk-fieldset" role="group" [attr.aria-describedby]="parts.describedBy()">
        <legend class="govuk-fieldset__legend" [class.govuk-visually-hidden]="legendHidden()">{{ legend() }}</legend>
        @if (hint()) {
          <div class="govuk-hint" [id]="parts.id() + '-hint'">{{ hint() }}</div>
        }
        <govuk-error-message [fieldId]="parts.id()" [text]="parts.error()" />
        <div class="govuk-date-input">
          @for (part of inputs; track part.key; let first = $first) {
            @let id = first ? parts.id() : parts.id() + '-' + part.key;
            <div class="govuk-date-input__item">
              <label class="govuk-label govuk-date-input__label" [for]="id">{{ part.label }}</label>
              <input
                class="govuk-input govuk-date-input__input"
                type="text"
                inputmode="numeric"
                [class]="part.width"
                [class.govuk-input--error]="parts.error()"
                [id]="id"
                [name]="id"
                [value]="field()().value()[part.key]"
                [attr.aria-invalid]="parts.error() ? true : null"
                (input)="set(part.key, $event)"
              />
            </div>
          }
        </div>
      </fieldset>
    </div>
  `,
  styles: `
    .compact {
      margin-bottom: 0;

      .govuk-fieldset__legend {
        margin-bottom: 0;
        color: var(--ink-2);
        font-size: 0.8125rem;
        font-weight: 400;
        line-height: 1.38;
      }

      .govuk-date-input__item {
        margin: 0 6px 0 0;
      }

      .govuk-date-input__label {
        margin-bottom: 0;
        color: var(--ink-2);
        font-size: 0.8125rem;
        line-height: 1.38;
      }

      .govuk-input {
        min-height: 36px;
        font-size: 0.9375rem;
      }
    }
  `,
})
export class GovukDateInput {
  readonly field = input.required<FieldTree<DateParts>>();
  readonly legend = input.required<string>();
  readonly hint = input<string>('For example, 27 3 2027');

  /** Said to screen readers alone, where the head of a table says it to everybody else. */
  readonly legendHidden = input(false, { transform: booleanAttribute });
  /** Among other controls in a table. */
  readonly compact = input(false, { transform: booleanAttribute });

  protected readonly parts = fieldParts(
    () => this.field(),
    () => this.hint(),
  );
  protected readonly inputs = [
    { key: 'day', label: 'Day', width: 'govuk-input--width-2' },
    { key: 'month', label: 'Month', width: 'govuk-input--width-2' },
    { key: 'year', label: 'Year', width: 'govuk-input--width-4' },
  ] as const;

  protected set(key: keyof DateParts, event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.field()().value.update((parts) => ({ ...parts, [key]: text }));
  }
}
