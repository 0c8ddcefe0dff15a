import { Component, computed, inject, input, output, signal } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { Api } from '../../proxy/api';
import { personInvite } from '../../proxy/functions';
import { PeopleDto, Role } from '../../proxy/models';
import { email } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukCheckboxes } from '../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { roleChoices } from './words';

@Component({
  selector: 'dps-invite-form',
  styles: ':host { display: block; max-width: 560px; }',
  imports: [GovukButton, GovukCheckboxes, GovukErrorSummary, GovukFormDirective, GovukInput],
  template: `
    <section class="govuk-!-margin-top-7" aria-labelledby="invite">
      <h2 class="govuk-heading-m" id="invite">Invite a colleague</h2>
      <govuk-error-summary [form]="form" />
      <form [govukForm]="form">
        <govuk-input
          [field]="form.tree.email"
          label="Email address"
          type="email"
          hint="We send a link that works once, for 7 days"
          [spellcheck]="false"
        />
        <govuk-checkboxes [field]="form.tree.roles" legend="What they may do" [choices]="choices()" small />
        <button type="submit" govukButton [busy]="form.busy()">Send the invitation</button>
      </form>
    </section>
  `,
})
export class InviteForm {
  private readonly api = inject(Api);

  readonly roles = input.required<readonly Role[]>();
  /** Those that another administrator confirms. */
  readonly confirmed = input.required<readonly Role[]>();
  readonly saved = output<PeopleDto>();

  protected readonly choices = computed(() => roleChoices(this.roles(), this.confirmed()));
  protected readonly form = govukForm(
    signal({ email: '', roles: [] as string[] }),
    (path) => {
      email(path.email, 'Enter an email address');
      validate(path.roles, ({ value }) =>
        value().length === 0 ? { kind: 'roles', message: 'Choose at least one role' } : undefined,
      );
    },
    {
      save: async ({ email, roles }) => {
        const people = await this.api.invoke(personInvite, { body: { email: email.trim(), roles: roles as Role[] } });
        this.form.model.set({ email: '', roles: [] });
        this.saved.emit(people);
      },
      idPrefix: 'invite-form',
    },
  );
}
