import { Component } from '@angular/core';
import { ScrollX } from '../ui/scroll-x';

/** Names and lives as set in SignInServices, Session and AntiforgeryTokens of the server. */
@Component({
  selector: 'dps-cookies-page',
  imports: [ScrollX],
  host: { class: 'dps-page dps-page--text' },
  template: `
    <h1 class="govuk-heading-xl">Cookies</h1>
    <p class="govuk-body">
      The portal sets three cookies, all of them needed to sign in and to send a form safely. It has no cookies for
      statistics or advertising, so there is nothing to accept or refuse.
    </p>
    <dps-scroll-x stacked label="Cookies" class="dps-table-frame">
      <table class="govuk-table dps-table dps-table--narrow">
        <caption class="govuk-visually-hidden">
          Cookies
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th class="govuk-table__header" scope="col">Name</th>
            <th class="govuk-table__header" scope="col">What for</th>
            <th class="govuk-table__header" scope="col">Until</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (cookie of cookies; track cookie.name) {
            <tr class="govuk-table__row">
              <th class="govuk-table__header" scope="row">{{ cookie.name }}</th>
              <td class="govuk-table__cell">{{ cookie.use }}</td>
              <td class="govuk-table__cell">{{ cookie.until }}</td>
            </tr>
          }
        </tbody>
      </table>
    </dps-scroll-x>
    <p class="govuk-body govuk-!-margin-top-4">
      On a secure address the first two names begin with __Host-, which ties the cookie to this site alone.
    </p>
    <h2 class="govuk-heading-m">What stays in your browser</h2>
    <p class="govuk-body">
      Text you have typed and not saved yet is kept in this browser tab, so that a lost connection loses nothing. It
      goes when it is saved or when you close the tab, and nobody else who signs in sees it.
    </p>
    <p class="govuk-body">
      The bids you send from this browser stay in it, until you choose “Forget the copy in this browser” on the page of
      the receipt: once a bid is sealed the portal cannot read it. Only people of your organisation are shown it.
    </p>
  `,
})
export class CookiesPage {
  protected readonly cookies = [
    { name: 'dps-session', use: 'Keeps you signed in', until: 'You sign out, or 30 minutes without use' },
    { name: 'dps-antiforgery', use: 'Makes sure that a form was sent from this site', until: 'You close the browser' },
    { name: 'XSRF-TOKEN', use: 'The other half of that check', until: 'You close the browser' },
  ];
}
