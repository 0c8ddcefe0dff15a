import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { passkeysWork } from '../../core/passkeys';
import { ServerSession } from '../../core/server-session';
import { GovukButton } from '../../ui/govuk-button';
import { PageHeader } from '../../ui/page-header';

/** The page of those who have no second step, and the only one where the portal asks for one. */
@Component({
  selector: 'dps-second-step-choice',
  imports: [GovukButton, PageHeader, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <dps-page-header
      heading="Set up a second step"
      [lead]="
        mustSetUp()
          ? 'Everybody signs in with a password and a second step, or with a passkey. Set one up to go on.'
          : 'With a second step, a stolen password is not enough to sign in as you.'
      "
    />
    @if (hasPasskeys) {
      <section class="dps-card govuk-!-margin-bottom-5" aria-labelledby="by-passkey">
        <h2 class="govuk-heading-m" id="by-passkey">Passkey</h2>
        <p class="govuk-body">
          Your fingerprint, face or PIN on this device, in place of the password. Quickest, and cannot be phished.
        </p>
        <a govukButton routerLink="/account/passkey">Add a passkey</a>
      </section>
    }
    <section class="dps-card" aria-labelledby="by-app">
      <h2 class="govuk-heading-m" id="by-app">Authenticator app</h2>
      <p class="govuk-body">An app on your phone shows a 6-digit code, which you enter after your password.</p>
      <a [govukButton]="hasPasskeys ? 'secondary' : ''" routerLink="/account/authenticator">Set up an app</a>
    </section>
  `,
})
export class SecondStepChoice {
  protected readonly mustSetUp = inject(ServerSession).mustSetUpSecondFactor;
  protected readonly hasPasskeys = passkeysWork();
}
