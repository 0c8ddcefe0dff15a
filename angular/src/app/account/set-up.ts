import { Component, computed, inject, resource, signal } from '@angular/core';
import { minLength, pattern, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { linkToken } from '../core/link-token';
import { problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { Api } from '../proxy/api';
import { setUpGetState, setUpRun } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';
import { Loading } from '../ui/loading';
import { MIN_PASSWORD_LENGTH, PASSWORD_HINT } from './link-token';

/** The first minutes of an empty portal: the host authority and its first administrator, then its first scheme. */
@Component({
  selector: 'dps-set-up',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, Loading, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (state.hasValue()) {
      @if (state.value().needed) {
        <govuk-error-summary [form]="form" />
        <h1 class="govuk-heading-xl">Set up the portal</h1>
        <p class="govuk-body">
          Nobody is here yet. Make the authority that hosts it, and its first administrator: you. Then draft the first
          scheme.
        </p>
        <form [govukForm]="form">
          <govuk-input
            [field]="form.tree.code"
            label="Set-up code"
            hint="The start of the portal printed it"
            autocomplete="off"
            [spellcheck]="false"
          />
          <h2 class="govuk-heading-m">The host authority</h2>
          <govuk-input [field]="form.tree.authorityName" label="Name" autocomplete="organization" />
          <govuk-input
            [field]="form.tree.authorityCode"
            label="Short code"
            hint="Capital letters and digits, like EASTMARSH. It stands in files and reports"
            [width]="20"
            [spellcheck]="false"
          />
          <h2 class="govuk-heading-m">You</h2>
          <govuk-input [field]="form.tree.name" label="Full name" autocomplete="name" [spellcheck]="false" />
          <govuk-input
            [field]="form.tree.email"
            label="Email address"
            type="email"
            autocomplete="username"
            [spellcheck]="false"
          />
          <govuk-input
            [field]="form.tree.password"
            label="Password"
            type="password"
            autocomplete="new-password"
            [hint]="hint"
          />
          <button type="submit" govukButton [busy]="form.busy()">Set up</button>
        </form>
      } @else {
        <h1 class="govuk-heading-xl">The portal is set up</h1>
        <p class="govuk-body"><a class="govuk-link" routerLink="/sign-in">Sign in</a></p>
      }
    } @else if (problem()) {
      <govuk-error-summary [problem]="problem()" />
    } @else {
      <dps-loading />
    }
  `,
})
export class SetUp {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(ServerSession);

  protected readonly hint = PASSWORD_HINT;
  protected readonly state = resource({ loader: () => this.api.invoke(setUpGetState, undefined) });
  protected readonly problem = computed(() => (this.state.error() ? problemOf(this.state.error()) : undefined));
  protected readonly form = govukForm(
    signal({ code: linkToken(), authorityName: '', authorityCode: '', name: '', email: '', password: '' }),
    (path) => {
      required(path.code, { message: 'Enter the set-up code' });
      required(path.authorityName, { message: 'Enter the name of the authority' });
      required(path.authorityCode, { message: 'Enter a short code, like EASTMARSH' });
      pattern(path.authorityCode, /^[A-Z0-9]{2,20}$/, {
        message: 'Enter 2 to 20 capital letters and digits, like EASTMARSH',
      });
      required(path.name, { message: 'Enter your full name' });
      required(path.email, { message: 'Enter your email address' });
      required(path.password, { message: 'Enter a password' });
      minLength(path.password, MIN_PASSWORD_LENGTH, { message: 'Use at least 12 characters' });
    },
    {
      save: async (value) => {
        const email = value.email.trim();
        await this.api.invoke(setUpRun, { body: { ...value, email } });
        await this.session.signIn(email, value.password);
        await this.router.navigateByUrl('/accreditation/schemes/draft');
      },
    },
  );
}
