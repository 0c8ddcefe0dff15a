import { afterNextRender, Component, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { linkToken } from '../core/link-token';
import { NavigationFocus } from '../core/navigation-focus';
import { Problem, problemOf } from '../core/problem';
import { Api } from '../proxy/api';
import { accountConfirmEmail } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';

/** The person presses the button: programs that open the links of an e-mail to check them use nothing up. */
@Component({
  selector: 'dps-confirm-email',
  imports: [GovukButton, GovukErrorSummary, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (done()) {
      <h1 class="govuk-heading-xl">Your email address is confirmed</h1>
      <p class="govuk-body">Your organisation is registered. Sign in to apply.</p>
      <a govukButton routerLink="/sign-in">Sign in</a>
    } @else {
      <govuk-error-summary [problem]="problem()" />
      <h1 class="govuk-heading-xl">Confirm your email address</h1>
      <button type="button" govukButton [busy]="busy()" (click)="confirm()">Confirm</button>
      @if (problem()) {
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

  protected readonly done = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async confirm(): Promise<void> {
    this.problem.set(undefined);
    this.busy.set(true);
    try {
      await this.api.invoke(accountConfirmEmail, { body: { token: this.token || '-' } });
      this.done.set(true);
      afterNextRender(() => this.focus.focusHeading(), { injector: this.injector });
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
