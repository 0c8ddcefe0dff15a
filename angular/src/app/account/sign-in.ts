import { HttpErrorResponse } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ServerSession } from '../core/server-session';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';

/** One answer for every cause: it does not tell which addresses have an account. */
const REFUSED = new HttpErrorResponse({
  status: 401,
  error: { detail: 'The email address or the password is not right, or the account is locked for a while' },
});

@Component({
  selector: 'dps-sign-in',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './sign-in.html',
})
export class SignIn {
  private readonly session = inject(ServerSession);
  private readonly router = inject(Router);

  /** Where the person was going, from the query; only paths of this portal are followed. */
  readonly returnUrl = input<string>();

  protected readonly form = govukForm(
    signal({ email: '', password: '' }),
    (path) => {
      required(path.email, { message: 'Enter your email address' });
      required(path.password, { message: 'Enter your password' });
    },
    { save: ({ email, password }) => this.signIn(email, password) },
  );

  private async signIn(email: string, password: string): Promise<void> {
    try {
      await this.session.signIn(email.trim(), password);
    } catch (error) {
      throw error instanceof HttpErrorResponse && error.status === 401 ? REFUSED : error;
    }
    const wanted = this.returnUrl() ?? '/';
    await this.router.navigateByUrl(/^\/(?![/\\])/.test(wanted) ? wanted : '/');
  }
}
