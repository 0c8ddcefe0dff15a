import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'dps-privacy-page',
  imports: [RouterLink],
  host: { class: 'dps-page dps-page--text' },
  template: `
    <h1 class="govuk-heading-xl">Privacy</h1>
    <p class="govuk-body">
      The council that runs a scheme decides what is collected for it and is the controller of that data. A council that
      looks for a home is the controller of its own referrals and placements. Each is named on
      <a class="govuk-link" routerLink="/schemes">the scheme’s page</a>.
    </p>

    <h2 class="govuk-heading-m">What the portal keeps</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        About people who sign in: name, email address, organisation, roles, and when and from where they signed in.
      </li>
      <li>About providers: what they answer in an application, their homes, their evidence and their bids.</li>
      <li>
        About a provider’s staff: role and the checks that safer recruitment asks for, with their dates. A council reads
        it only for the applications it decides.
      </li>
      <li>
        About young people: an age band, needs and wishes, without name, date of birth or full address. Staff are told
        to leave out whatever could tell who a young person is.
      </li>
      <li>A record of who did what and when. It cannot be changed afterwards.</li>
    </ul>

    <h2 class="govuk-heading-m">Who sees it</h2>
    <p class="govuk-body">
      Your own organisation, and the councils whose work needs it. Bids stay sealed until their deadline has passed and
      two officers have opened them. Nothing is sold, and nothing is used for advertising.
    </p>

    <h2 class="govuk-heading-m">Your rights</h2>
    <p class="govuk-body">
      You can ask for a copy of what is kept about you, and to have it put right. Ask your organisation’s administrator,
      or the council that is the controller. Its privacy notice says how long it keeps what, and on what legal basis. If
      you are not content with the answer, you can complain to the Information Commissioner’s Office.
    </p>
    <p class="govuk-body">See also <a class="govuk-link" routerLink="/cookies">cookies</a>.</p>
  `,
})
export class PrivacyPage {}
