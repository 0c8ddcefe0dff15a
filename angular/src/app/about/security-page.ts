import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The same as etc/docs/sealed-bids.md, in the words of bidders and officers. */
@Component({
  selector: 'dps-security-page',
  imports: [RouterLink],
  host: { class: 'dps-page dps-page--text' },
  template: `
    <h1 class="govuk-heading-xl">Security</h1>
    <p class="govuk-body">How bids are sealed, and what that does not do.</p>

    <h2 class="govuk-heading-m">Before the deadline</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>A bid that is sent is locked with a key that this portal does not hold. The draft is erased.</li>
      <li>The key is held by the Opener, a separate program. It opens nothing before the deadline.</li>
      <li>Council officers, whoever runs the database and whoever steals a backup cannot read a bid.</li>
      <li>Officers do not see whether anyone has bid, who, or how many.</li>
      <li>You can read your own bid only from your own copy: it stays in your browser, and you can download it.</li>
    </ul>

    <h2 class="govuk-heading-m">At the deadline and after it</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>The box closes by itself. One signed fingerprint stands for all that is in it, and is sent out at once.</li>
      <li>Two officers open the box, one after the other. Nothing opens by itself.</li>
      <li>A box that was changed is not opened.</li>
      <li>
        Anyone can <a class="govuk-link" routerLink="/boxes/check">check a receipt</a> and a box without trusting us.
      </li>
    </ul>

    <h2 class="govuk-heading-m">What remains</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Whoever controls the running portal could read drafts, and bids at the moment they are sent. They could not read
        bids that were sent before, until the deadline has passed.
      </li>
      <li>Whoever controls the Opener’s machine could read bids that are still kept.</li>
      <li>After the deadline two officers of the council may open the box, and could tell others what they read.</li>
    </ul>
  `,
})
export class SecurityPage {}
