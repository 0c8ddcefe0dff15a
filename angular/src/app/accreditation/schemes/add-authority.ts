import { Component, inject, output, signal } from '@angular/core';
import { pattern, required } from '@angular/forms/signals';
import { Api } from '../../proxy/api';
import { authorityAdd } from '../../proxy/functions';
import { GovukDetails } from '../../ui/details';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';

const blank = () => ({ name: '', code: '', administratorEmail: '' });

/** An authority that the portal does not have yet: its first administrator is invited and invites the others. */
@Component({
  selector: 'dps-add-authority',
  imports: [GovukButton, GovukDetails, GovukErrorSummary, GovukFormDirective, GovukInput],
  template: `
    <p class="dps-meta" role="status">{{ said() }}</p>
    <govuk-details summary="The authority is not in the list">
      <govuk-error-summary [form]="form" />
      <form [govukForm]="form">
        <govuk-input [field]="form.tree.name" label="Name of the authority" autocomplete="off" />
        <govuk-input
          [field]="form.tree.code"
          label="Short code"
          hint="Capital letters and digits, like NORTHWICK"
          [width]="20"
          [spellcheck]="false"
        />
        <govuk-input
          [field]="form.tree.administratorEmail"
          label="Email address of its first administrator"
          type="email"
          hint="We invite them; they invite their colleagues"
          [spellcheck]="false"
        />
        <button type="submit" govukButton="secondary" small [busy]="form.busy()">Add and invite</button>
      </form>
    </govuk-details>
  `,
})
export class AddAuthority {
  private readonly api = inject(Api);

  readonly added = output<void>();

  protected readonly said = signal('');
  protected readonly form = govukForm(
    signal(blank()),
    (path) => {
      required(path.name, { message: 'Enter the name of the authority' });
      required(path.code, { message: 'Enter a short code, like NORTHWICK' });
      pattern(path.code, /^[A-Z0-9]{2,20}$/, { message: 'Enter 2 to 20 capital letters and digits, like NORTHWICK' });
      required(path.administratorEmail, { message: 'Enter the email address of its first administrator' });
    },
    {
      save: async (value) => {
        const { name } = await this.api.invoke(authorityAdd, {
          body: { ...value, administratorEmail: value.administratorEmail.trim() },
        });
        this.said.set(`${name} is in the list. Its administrator has been invited.`);
        this.form.model.set(blank());
        this.added.emit();
      },
      idPrefix: 'authority',
    },
  );
}
