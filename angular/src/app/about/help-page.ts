import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'dps-help-page',
  imports: [RouterLink],
  host: { class: 'dps-page dps-page--text' },
  template: `
    <h1 class="govuk-heading-xl">Help</h1>
    <p class="govuk-body">
      Ask the council that runs your scheme: its people decide applications and know the scheme. It is named on
      <a class="govuk-link" routerLink="/schemes">the scheme’s page</a>. For an account, a role or a colleague who has
      left, ask the administrator of your own organisation.
    </p>

    @for (part of parts; track part.heading) {
      <h2 class="govuk-heading-m">{{ part.heading }}</h2>
      <ul class="govuk-list govuk-list--bullet">
        @for (line of part.lines; track line) {
          <li>{{ line }}</li>
        }
      </ul>
    }

    <h2 class="govuk-heading-m">If you cannot sign in</h2>
    <p class="govuk-body">
      <a class="govuk-link" routerLink="/forgotten-password">Set a new password</a> by a link that we send to your email
      address. A new provider <a class="govuk-link" routerLink="/register">registers its organisation</a>; everybody
      else is invited by a colleague.
    </p>
  `,
})
export class HelpPage {
  protected readonly parts = [
    {
      heading: 'Providers',
      lines: [
        'Join a scheme: open Application, answer each part in any order, check your answers and submit.',
        'Keep homes, evidence and staff up to date under their own names in the menu. A record that runs out can pause a home.',
        'Bid: open a need under Opportunities, write your bid and send it before the deadline. Until then you can change it or take it back.',
      ],
    },
    {
      heading: 'Officers of the council that runs a scheme',
      lines: [
        'Review: open Applications. The queue is in the order in which decisions are due; “Take next” gives you the first that nobody has.',
        'Decide: one officer proposes, another confirms. Neither can do both.',
        'Visit homes: book the visit in the application, then answer its checklist under Visits, on a phone or tablet.',
      ],
    },
    {
      heading: 'Councils that look for a home',
      lines: [
        'Say what a young person needs under Referrals, without anything that tells who they are.',
        'Prepare and publish a call-off from the referral. Every provider of the lot is invited.',
        'After the deadline two officers open the bids. Score quality, lock it, and the prices and the ranking appear.',
        'One officer proposes the award, an approver sends the letters. The placement then stands under Placements.',
      ],
    },
    {
      heading: 'Finance and administrators',
      lines: [
        'Spend shows what placements cost by month, lot, area and provider. Both files hold every row behind it.',
        'Administrators invite colleagues, give roles and remove people under People.',
      ],
    },
  ];
}
