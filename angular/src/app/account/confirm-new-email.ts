import { afterNextRender, Component, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NavigationFocus } from '../core/navigation-focus';
import { Problem, problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { Api } from '../proxy/api';
import { accountConfirmNewEmail } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { linkToken } from '../core/link-token';

/** The person presses the button: programs that open the links of an e-mail to check them use nothing up. */
@Component({
  selector: 'dps-confirm-new-email',
  imports: [GovukButton, GovukErrorSummary, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (done()) {
      <h1 class="govuk-heading-xl">Your email address is changed</h1>
      <p class="govuk-body">You have been signed out everywhere. Sign in with the new address.</p>
      <a govukButton routerLink="/sign-in">Sign in</a>
    } @else {
      <govuk-error-summary [problem]="problem()" />
      <h1 class="govuk-heading-xl">Confirm your new email address</h1>
      <button type="button" govukButton [busy]="busy()" (click)="confirm()">Confirm</button>
      @if (problem()) {
        <p class="govuk-body"><a class="govuk-link" routerLink="/account/email">Ask for a new link</a></p>
      }
    }
  `,
})
export class ConfirmNewEmail {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  private readonly focus = inject(NavigationFocus);
  private readonly injector = inject(Injector);
  private readonly token = linkToken();

  protected readonly done = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async confirm(): Promise<void> {
    if (this.busy()) return;

    this.problem.set(undefined);
    this.busy.set(true);
    try {
      await this.api.invoke(accountConfirmNewEmail, { body: { token: this.token || '-' } });
      await this.session.refresh();
      this.done.set(true);
      afterNextRender(() => this.focus.focusHeading(), { injector: this.injector });
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
