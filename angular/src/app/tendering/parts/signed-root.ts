import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Fingerprint } from './fingerprint';

/** For officers: what the box looked like when bidding closed. */
@Component({
  selector: 'dps-signed-root',
  imports: [Fingerprint, RouterLink],
  template: `
    <section class="dps-card">
      <h2 class="dps-card__heading">Signed root of the box</h2>
      <p>
        One number that stands for every receipt. It was sent to each bidder and to you when bidding closed; a box that
        was changed no longer fits it and is neither opened nor decided on.
      </p>
      <dps-fingerprint label="SHA-256" [hash]="root()" />
      <p class="govuk-!-margin-bottom-0">
        <a class="govuk-link" [routerLink]="['/boxes', callOffId()]">The public page of the box</a>
      </p>
    </section>
  `,
})
export class SignedRoot {
  readonly callOffId = input.required<string>();
  readonly root = input.required<string>();
}
