import { Component, input } from '@angular/core';
import { PlacementHomeDto } from '../../proxy/models';

/** Where the young person is expected or lives: only the two sides of the placement read it. */
@Component({
  selector: 'dps-home-card',
  template: `
    <section class="dps-card">
      <h2 class="dps-card__heading">The home</h2>
      <p class="govuk-!-margin-bottom-1">
        <strong>{{ home().placeName }}</strong> in {{ home().name }}
      </p>
      <p class="govuk-!-margin-bottom-1">{{ home().addressLine }}, {{ home().town }}, {{ home().postcode }}</p>
      <p class="dps-meta govuk-!-margin-bottom-0">
        Confidential. Shown to the council and the provider until the day of leaving.
      </p>
    </section>
  `,
})
export class HomeCard {
  readonly home = input.required<PlacementHomeDto>();
}
