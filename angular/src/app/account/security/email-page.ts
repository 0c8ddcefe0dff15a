import { Component, inject, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { Api } from '../../proxy/api';
import { accountChangeEmail } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { EmailSent } from '../email-sent';

@Component({
  selector: 'dps-email-page',
  imports: [EmailSent, GovukBackLink, GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (sent()) {
      <dps-email-sent back="/account" backLabel="Back to your account">
        <p class="govuk-body">
          We have sent a link to <strong>{{ form.model().email }}</strong>. Open it within an hour. Until then you sign
          in with your present address.
        </p>
      </dps-email-sent>
    } @else {
      <govuk-back-link link="/account" />
      <govuk-error-summary [form]="form" />
      <h1 class="govuk-heading-xl">Change your email address</h1>
      <p class="govuk-body">You sign in with it, and we write to it. We will email a link to the new one.</p>
      <form [govukForm]="form">
        <govuk-input
          [field]="form.tree.email"
          label="New email address"
          type="email"
          autocomplete="email"
          [spellcheck]="false"
        />
        <button type="submit" govukButton [busy]="form.busy()">Send the link</button>
      </form>
    }
  `,
})
export class EmailPage {
  private readonly api = inject(Api);

  protected readonly sent = signal(false);
  protected readonly form = govukForm(
    signal({ email: '' }),
    (path) => required(path.email, { message: 'Enter the new email address' }),
    {
      save: async ({ email }) => {
        await this.api.invoke(accountChangeEmail, { body: { email: email.trim() } });
        this.sent.set(true);
      },
    },
  );
}
