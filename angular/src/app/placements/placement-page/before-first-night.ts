import { Component, input } from '@angular/core';
import { PlacementDto } from '../../proxy/models';
import { UkDate } from '../../ui/uk-date';

/** What is still to do between award and first night; all of it passes between the two sides, outside this portal. */
@Component({
  selector: 'dps-before-first-night',
  imports: [UkDate],
  template: `
    @let it = placement();
    <section class="dps-card dps-card--lead">
      <h2 class="dps-card__heading" id="before-first-night">Before the first night</h2>
      <ol class="govuk-list govuk-list--number govuk-!-margin-bottom-0">
        @if (isCouncil()) {
          <li>Send {{ it.providerName }} the full referral, in private and never through this portal.</li>
        } @else {
          <li>
            {{ it.authorityName }} sends you the full referral, in private and never through this portal. Who decided is
            named in the letter.
          </li>
        }
        <li>
          Agree the individual placement agreement with {{ isCouncil() ? 'them' : it.authorityName }}: hours, price,
          reviews and notice.
        </li>
        <li>Agree the move. The first night is {{ it.startsOn | ukDate: 'weekday' }}.</li>
      </ol>
    </section>
  `,
})
export class BeforeFirstNight {
  readonly placement = input.required<PlacementDto>();
  readonly isCouncil = input.required<boolean>();
}
