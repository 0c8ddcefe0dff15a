import { Component, input } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { fieldParts } from './field-parts';
import { GovukErrorMessage } from './govuk-error-message';
import { Choice } from './parts';

/** One of a few. `layout="cards"` draws the choices side by side, for outcomes that need a hint each. */
@Component({
  selector: 'govuk-radios',
  imports: [GovukErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="parts.error()">
      <fieldset class="govuk-fieldset" [attr.aria-describedby]="parts.describedBy()">
        <legend class="govuk-fieldset__legend" [class]="legendClass()">{{ legend() }}</legend>
        @if (hint()) {
          <div class="govuk-hint" [id]="parts.id() + '-hint'">{{ hint() }}</div>
        }
        <govuk-error-message [fieldId]="parts.id()" [text]="parts.error()" />
        <div
          class="govuk-radios"
          [class.govuk-radios--inline]="layout() === 'inline'"
          [class.govuk-radios--small]="layout() === 'small'"
          [class.dps-choice-cards]="layout() === 'cards'"
        >
          @for (choice of choices(); track choice.value; let first = $first; let index = $index) {
            @let id = first ? parts.id() : parts.id() + '-' + index;
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                type="radio"
                [id]="id"
                [name]="parts.name()"
                [value]="choice.value"
                [checked]="field()().value() === choice.value"
                [disabled]="choice.disabled"
                [attr.aria-describedby]="choice.hint ? id + '-item-hint' : null"
                (change)="field()().value.set(choice.value)"
              />
              <label class="govuk-label govuk-radios__label" [for]="id">{{ choice.label }}</label>
              @if (choice.hint) {
                <div class="govuk-hint govuk-radios__hint" [id]="id + '-item-hint'">{{ choice.hint }}</div>
              }
            </div>
          }
        </div>
      </fieldset>
    </div>
  `,
})
export class GovukRadios {
  readonly field = input.required<FieldTree<string>>();
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly hint = input<string>();
  readonly layout = input<'stacked' | 'inline' | 'small' | 'cards'>('stacked');
  readonly legendClass = input('');

  protected readonly parts = fieldParts(
    () => this.field(),
    () => this.hint(),
  );
}
