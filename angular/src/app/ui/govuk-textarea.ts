import { Component, computed, input } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { fieldParts } from './field-parts';
import { GovukErrorMessage } from './govuk-error-message';

export const wordsOf = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** Several lines of text, with the words that remain if there is a limit. The limit itself is checked on submit. */
@Component({
  selector: 'govuk-textarea',
  imports: [FormField, GovukErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="parts.error()">
      <label class="govuk-label" [for]="parts.id()">{{ label() }}</label>
      @if (hint()) {
        <div class="govuk-hint" [id]="parts.id() + '-hint'">{{ hint() }}</div>
      }
      <govuk-error-message [fieldId]="parts.id()" [text]="parts.error()" />
      <textarea
        class="govuk-textarea govuk-!-margin-bottom-1"
        [class.govuk-textarea--error]="parts.error()"
        [formField]="field()"
        [id]="parts.id()"
        [rows]="rows()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="parts.error() ? true : null"
      ></textarea>
      @if (maxWords()) {
        <div
          class="govuk-hint govuk-character-count__message"
          [class.govuk-error-message]="isOver()"
          [id]="parts.id() + '-count'"
        >
          {{ remaining() }}
        </div>
      }
    </div>
  `,
})
export class GovukTextarea {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly rows = input(4);
  readonly maxWords = input<number>();

  protected readonly parts = fieldParts(
    () => this.field(),
    () => this.hint(),
  );
  protected readonly describedBy = computed(
    () => [this.parts.describedBy(), this.maxWords() && `${this.parts.id()}-count`].filter(Boolean).join(' ') || null,
  );
  private readonly left = computed(() => (this.maxWords() ?? 0) - wordsOf(this.field()().value()));
  protected readonly isOver = computed(() => this.left() < 0);
  protected readonly remaining = computed(() => {
    const words = Math.abs(this.left());
    const unit = words === 1 ? 'word' : 'words';
    return this.isOver() ? `You have ${words} ${unit} too many` : `You have ${words} ${unit} remaining`;
  });
}
