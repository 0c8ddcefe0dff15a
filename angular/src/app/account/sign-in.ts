import { Location } from '@angular/common';
import { HttpErrorResponse } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { passkeysWork, usePasskey } from '../core/passkeys';
import { problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { Api } from '../proxy/api';
import { secondStepAskPasskey, secondStepPasskey } from '../proxy/functions';
import { SecondStepMethod } from '../proxy/models';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';
import { SecondStep } from './second-step';

/** One answer for every cause: it does not tell which addresses have an account. */
const REFUSED = new HttpErrorResponse({
  status: 401,
  error: { detail: 'The email address or the password is not right, or the account is locked for a while' },
});

@Component({
  selector: 'dps-sign-in',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, RouterLink, SecondStep],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './sign-in.html',
})
export class SignIn {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  private readonly router = inject(Router);

  /** Where the person was going, from the query; only paths of this portal are followed. */
  readonly returnUrl = input<string>();

  /** Somebody was signed in until a moment ago; said once, not after the page is loaded anew. */
  protected readonly hasEnded = (inject(Location).getState() as { ended?: boolean } | null)?.ended === true;

  /** How to take the second step, once the password was right. */
  protected readonly next = signal<readonly SecondStepMethod[]>([]);
  protected readonly asking = signal(false);
  protected readonly hasPasskeys = passkeysWork();
  protected readonly form = govukForm(
    signal({ email: '', password: '' }),
    (path) => {
      required(path.email, { message: 'Enter your email address' });
      required(path.password, { message: 'Enter your password' });
    },
    { save: ({ email, password }) => this.signIn(email, password) },
  );

  private async signIn(email: string, password: string): Promise<void> {
    let next: readonly SecondStepMethod[];
    try {
      next = await this.session.signIn(email.trim(), password);
    } catch (error) {
      throw error instanceof HttpErrorResponse && error.status === 401 ? REFUSED : error;
    }
    if (next.length === 0) return this.goOn();

    this.form.model.update((typed) => ({ ...typed, password: '' }));
    this.next.set(next);
  }

  protected async askPasskey(): Promise<void> {
    if (this.asking()) return;

    this.form.quiet();
    this.asking.set(true);
    try {
      const { options } = await this.api.invoke(secondStepAskPasskey, undefined);
      await this.api.invoke(secondStepPasskey, { body: { credential: await usePasskey(options) } });
      await this.session.refresh();
      await this.goOn();
    } catch (error) {
      this.form.show(problemOf(error));
    } finally {
      this.asking.set(false);
    }
  }

  protected async goOn(): Promise<void> {
    const wanted = this.returnUrl() ?? '/';
    await this.router.navigateByUrl(/^\/(?![/\\])/.test(wanted) ? wanted : '/');
  }
}
