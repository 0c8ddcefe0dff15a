import { afterNextRender, Component, inject, Injector, signal } from '@angular/core';
import { minLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { NavigationFocus } from '../../core/navigation-focus';
import { ServerSession } from '../../core/server-session';
import { Api } from '../../proxy/api';
import { accountChangePassword } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { MIN_PASSWORD_LENGTH, PASSWORD_HINT } from '../link-token';

@Component({
  selector: 'dps-password-page',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (done()) {
      <h1 class="govuk-heading-xl">Your password is changed</h1>
      <p class="govuk-body">You have been signed out everywhere else.</p>
      <a govukButton routerLink="/account">Back to your account</a>
    } @else {
      <govuk-back-link link="/account" />
      <govuk-error-summary [form]="form" />
      <h1 class="govuk-heading-xl">Change your password</h1>
      <form [govukForm]="form">
        <govuk-input
          [field]="form.tree.currentPassword"
          label="Present password"
          type="password"
          autocomplete="current-password"
        />
        <govuk-input
          [field]="form.tree.password"
          label="New password"
          type="password"
          autocomplete="new-password"
          [hint]="hint"
        />
        <button type="submit" govukButton [busy]="form.busy()">Change the password</button>
      </form>
      <p class="govuk-body"><a class="govuk-link" routerLink="/forgotten-password">I have forgotten my password</a></p>
    }
  `,
})
export class PasswordPage {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  private readonly focus = inject(NavigationFocus);
  private readonly injector = inject(Injector);

  protected readonly hint = PASSWORD_HINT;
  protected readonly done = signal(false);
  protected readonly form = govukForm(
    signal({ currentPassword: '', password: '' }),
    (path) => {
      required(path.currentPassword, { message: 'Enter your present password' });
      required(path.password, { message: 'Enter a new password' });
      minLength(path.password, MIN_PASSWORD_LENGTH, { message: 'Use at least 12 characters' });
    },
    {
      save: async (value) => {
        await this.api.invoke(accountChangePassword, { body: value });
        await this.session.refresh();
        this.done.set(true);
        afterNextRender(() => this.focus.focusHeading(), { injector: this.injector });
      },
    },
  );
}
