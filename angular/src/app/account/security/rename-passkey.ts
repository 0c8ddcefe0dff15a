import { Component, inject, input, OnInit, output, signal } from '@angular/core';
import { maxLength, required } from '@angular/forms/signals';
import { Api } from '../../proxy/api';
import { passkeyRename } from '../../proxy/functions';
import { PasskeyDto, SecurityDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';

@Component({
  selector: 'dps-rename-passkey',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput],
  template: `
    <govuk-error-summary [form]="form" />
    <form [govukForm]="form">
      <govuk-input [field]="form.tree.name" label="Name of the passkey" autocomplete="off" />
      <div class="dps-toolbar">
        <button type="submit" govukButton small [busy]="form.busy()">Save</button>
        <button type="button" govukButton="secondary" small (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class RenamePasskey implements OnInit {
  private readonly api = inject(Api);

  readonly passkey = input.required<PasskeyDto>();
  readonly saved = output<SecurityDto>();
  readonly cancelled = output<void>();

  protected readonly form = govukForm(
    signal({ name: '' }),
    (path) => {
      required(path.name, { message: 'Enter a name for the passkey' });
      maxLength(path.name, 60, { message: 'The name must be 60 characters or fewer' });
    },
    {
      save: async ({ name }) => {
        const body = { name: name.trim() };
        this.saved.emit(await this.api.invoke(passkeyRename, { id: this.passkey().id, body }));
      },
      idPrefix: 'rename',
    },
  );

  ngOnInit(): void {
    this.form.model.set({ name: this.passkey().name });
  }
}
