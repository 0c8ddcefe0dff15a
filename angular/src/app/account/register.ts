import { Component, inject, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Api } from '../proxy/api';
import { accountRegister } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';
import { EmailSent } from './email-sent';

@Component({
  selector: 'dps-register',
  imports: [EmailSent, GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (sent()) {
      <dps-email-sent>
        <p class="govuk-body">
          We have written to <strong>{{ form.model().email }}</strong>. Open the link in the email within 2 days to set
          your password, then sign in.
        </p>
      </dps-email-sent>
    } @else {
      <govuk-error-summary [form]="form" />
      <h1 class="govuk-heading-xl">Register as a provider</h1>
      <p class="govuk-body">
        For the first person of an organisation. If a colleague has registered it, ask them for an invitation. Councils
        are set up by the portal’s host.
      </p>
      <form [govukForm]="form">
        <h2 class="govuk-heading-m">Your organisation</h2>
        <govuk-input [field]="form.tree.organisationName" label="Registered name" autocomplete="organization" />
        <govuk-input
          [field]="form.tree.companyNumber"
          label="Companies House number (optional)"
          hint="8 characters, like 01234567 or SC123456"
          [width]="10"
          [spellcheck]="false"
        />
        <govuk-input
          [field]="form.tree.charityNumber"
          label="Charity number (optional)"
          hint="6 or 7 digits"
          inputMode="numeric"
          [width]="10"
        />
        <h2 class="govuk-heading-m">You</h2>
        <govuk-input [field]="form.tree.name" label="Full name" autocomplete="name" [spellcheck]="false" />
        <govuk-input
          [field]="form.tree.email"
          label="Email address"
          type="email"
          autocomplete="username"
          hint="We send a link to confirm it and to set your password"
          [spellcheck]="false"
        />
        <button type="submit" govukButton [busy]="form.busy()">Register</button>
      </form>
      <p class="govuk-body"><a class="govuk-link" routerLink="/sign-in">I have an account</a></p>
    }
  `,
})
export class Register {
  private readonly api = inject(Api);

  protected readonly sent = signal(false);
  protected readonly form = govukForm(
    signal({ organisationName: '', companyNumber: '', charityNumber: '', name: '', email: '' }),
    (path) => {
      required(path.organisationName, { message: 'Enter the name of your organisation' });
      required(path.name, { message: 'Enter your full name' });
      required(path.email, { message: 'Enter your email address' });
    },
    {
      save: async (value) => {
        await this.api.invoke(accountRegister, {
          body: {
            ...value,
            email: value.email.trim(),
            companyNumber: value.companyNumber.trim() || null,
            charityNumber: value.charityNumber.trim() || null,
          },
        });
        this.sent.set(true);
      },
    },
  );
}
