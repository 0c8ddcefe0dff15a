import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { GovukErrorMessage } from './govuk-error-message';

/** A file to choose. The page sends it at once and says what became of it; the server alone decides what is allowed. */
@Component({
  selector: 'govuk-file-upload',
  imports: [GovukErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <label class="govuk-label" [for]="fieldId()">{{ label() }}</label>
      <div class="govuk-hint" [id]="fieldId() + '-hint'">{{ hint() }}</div>
      <govuk-error-message [fieldId]="fieldId()" [text]="error()" />
      <input
        class="govuk-file-upload"
        type="file"
        [class.govuk-file-upload--error]="error()"
        [id]="fieldId()"
        [accept]="accept()"
        [multiple]="multiple()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="error() ? true : null"
        (change)="choose($event)"
      />
    </div>
  `,
})
export class GovukFileUpload {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('PDF, DOCX, XLSX, JPG, PNG or CSV, at most 25 MB');
  readonly accept = input('.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.csv');
  readonly multiple = input(false, { transform: booleanAttribute });
  readonly error = input<string>();
  readonly chosen = output<readonly File[]>();

  protected readonly describedBy = computed(() =>
    this.error() ? `${this.fieldId()}-hint ${this.fieldId()}-error` : `${this.fieldId()}-hint`,
  );

  protected choose(event: Event): void {
    const control = event.target as HTMLInputElement;
    this.chosen.emit([...(control.files ?? [])]);
    control.value = '';
  }
}
