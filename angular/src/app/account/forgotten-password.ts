import { Component, inject, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Api } from '../proxy/api';
import { accountForgottenPassword } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';
import { EmailSent } from './email-sent';

@Component({
  selector: 'dps-forgotten-password',
  imports: [EmailSent, GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (sent()) {
      <dps-email-sent>
        <p class="govuk-body">
          If <strong>{{ form.model().email }}</strong> has an account, we have sent a link to set a new password. It
          works once, within an hour.
        </p>
      </dps-email-sent>
    } @else {
      <govuk-error-summary [form]="form" />
      <h1 class="govuk-heading-xl">Forgotten password</h1>
      <p class="govuk-body">We will email you a link to set a new one.</p>
      <form [govukForm]="form">
        <govuk-input
          [field]="form.tree.email"
          label="Email address"
          type="email"
          autocomplete="username"
          [spellcheck]="false"
        />
        <button type="submit" govukButton [busy]="form.busy()">Send the link</button>
      </form>
      <p class="govuk-body"><a class="govuk-link" routerLink="/sign-in">Back to sign in</a></p>
    }
  `,
})
export class ForgottenPassword {
  private readonly api = inject(Api);

  protected readonly sent = signal(false);
  protected readonly form = govukForm(
    signal({ email: '' }),
    (path) => required(path.email, { message: 'Enter your email address' }),
    {
      save: async ({ email }) => {
        await this.api.invoke(accountForgottenPassword, { body: { email: email.trim() } });
        this.sent.set(true);
      },
    },
  );
}
