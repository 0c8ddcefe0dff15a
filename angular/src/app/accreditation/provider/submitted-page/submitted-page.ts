import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ApplicationDto } from '../../../proxy/models';
import { GovukPanel } from '../../../ui/panel';
import { UkDate } from '../../../ui/uk-date';

/** After submission: the reference, and the day by which the decision is made. */
@Component({
  selector: 'dps-submitted-page',
  imports: [GovukPanel, RouterLink, UkDate],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <govuk-panel heading="Application submitted">
      Your reference is <strong>{{ application().reference }}</strong>
    </govuk-panel>
    <h2 class="govuk-heading-m">What happens next</h2>
    @if (application().membershipClock; as clock) {
      <p class="govuk-body">
        We must tell you whether you join by <strong>{{ clock.dueOn | ukDate: 'weekday' }}</strong>,
        {{ clock.workingDays }} working days from today. If we need longer we tell you why.
      </p>
    }
    <p class="govuk-body">
      If you are admitted you are invited to every call-off in your lots from then on. We also check your people, your
      recruitment and your homes: that is accreditation, and you need it before a council can choose you.
    </p>
    <p class="govuk-body">We tell you by email as well, now and at each step.</p>
    <p class="govuk-body">
      <a class="govuk-link" [routerLink]="['/application', application().id]">See your application</a>
    </p>
  `,
})
export class SubmittedPage {
  readonly application = input.required<ApplicationDto>();
}
