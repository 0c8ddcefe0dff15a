import { afterNextRender, Component, computed, inject, Injector, signal } from '@angular/core';
import { minLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { linkToken } from '../core/link-token';
import { NavigationFocus } from '../core/navigation-focus';
import { Api } from '../proxy/api';
import { accountConfirmEmail } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';
import { LINK_NOT_VALID, MIN_PASSWORD_LENGTH, PASSWORD_HINT } from './link-token';

/** Whoever has the mailbox sets the password, not whoever typed the address. */
@Component({
  selector: 'dps-confirm-email',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (done()) {
      <h1 class="govuk-heading-xl">Your email address is confirmed</h1>
      <p class="govuk-body">Your organisation is registered. Sign in to apply.</p>
      <a govukButton routerLink="/sign-in">Sign in</a>
    } @else {
      <govuk-error-summary [form]="form" />
      <h1 class="govuk-heading-xl">Confirm your email address</h1>
      <p class="govuk-body">Choose the password you will sign in with.</p>
      <form [govukForm]="form">
        <govuk-input
          [field]="form.tree.password"
          label="Password"
          type="password"
          autocomplete="new-password"
          [hint]="hint"
        />
        <button type="submit" govukButton [busy]="form.busy()">Confirm</button>
      </form>
      @if (isStale()) {
        <p class="govuk-body"><a class="govuk-link" routerLink="/register">Register again</a></p>
      }
    }
  `,
})
export class ConfirmEmail {
  private readonly api = inject(Api);
  private readonly focus = inject(NavigationFocus);
  private readonly injector = inject(Injector);
  private readonly token = linkToken();

  protected readonly hint = PASSWORD_HINT;
  protected readonly done = signal(false);
  protected readonly form = govukForm(
    signal({ password: '' }),
    (path) => {
      required(path.password, { message: 'Enter a password' });
      minLength(path.password, MIN_PASSWORD_LENGTH, { message: 'Use at least 12 characters' });
    },
    {
      save: async ({ password }) => {
        await this.api.invoke(accountConfirmEmail, { body: { token: this.token || '-', password } });
        this.done.set(true);
        afterNextRender(() => this.focus.focusHeading(), { injector: this.injector });
      },
    },
  );
  protected readonly isStale = computed(() => this.form.problem()?.code === LINK_NOT_VALID);
}
