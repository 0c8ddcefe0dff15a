import { afterNextRender, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NavigationFocus } from '../core/navigation-focus';

/** Takes the place of a form whose answer comes by e-mail; what was sent, if anything, is projected. */
@Component({
  selector: 'dps-email-sent',
  imports: [RouterLink],
  template: `
    <h1 class="govuk-heading-xl">Check your email</h1>
    <ng-content />
    <p class="govuk-body">Nothing after a few minutes? Look in your spam folder, then try again.</p>
    <p class="govuk-body">
      <a class="govuk-link" [routerLink]="back()">{{ backLabel() }}</a>
    </p>
  `,
})
export class EmailSent {
  readonly back = input('/sign-in');
  readonly backLabel = input('Back to sign in');

  constructor() {
    const focus = inject(NavigationFocus);
    afterNextRender(() => focus.focusHeading());
  }
}
