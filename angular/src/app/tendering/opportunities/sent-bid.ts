import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem } from '../../core/problem';
import { OpportunityDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { UkDateTime } from '../../ui/uk-date-time';
import { WithdrawBid } from './withdraw-bid';

/** What stands with a need on which a bid was sent, and what may still be done about it. */
@Component({
  selector: 'dps-sent-bid',
  imports: [GovukButton, RouterLink, UkDateTime, WithdrawBid],
  host: { class: 'dps-stack' },
  template: `
    @let it = need();
    @let sent = it.bid?.lastReceipt;
    @let mayChange = it.open && mayBid();
    @if (sent) {
      <p class="govuk-!-margin-bottom-0">
        Version {{ sent.bidVersion }} was sent on {{ sent.receivedAt | ukDateTime }}.
        @if (it.open) {
          It is sealed: nobody can read it until two officers open the box after the deadline, the portal included.
        }
      </p>
      @if (mayChange && it.bid?.hasDraft) {
        <p class="govuk-!-margin-bottom-0">
          You are changing version {{ sent.bidVersion }}. Version {{ sent.bidVersion }} counts until you send version
          {{ sent.bidVersion + 1 }}.
          <a class="govuk-link" [routerLink]="['/opportunities', it.callOffId, 'bid', 'check']"
            >Read and send the change</a
          >
        </p>
      }
      <a govukButton="secondary" [routerLink]="['/opportunities', it.callOffId, 'receipt']">See the receipt</a>
      @if (mayChange) {
        <a govukButton="secondary" [routerLink]="['/opportunities', it.callOffId, 'bid']">Change your bid</a>
        <dps-withdraw-bid [need]="it" (withdrawn)="changed.emit($event)" (refused)="refused.emit($event)" />
      }
    }
  `,
})
export class SentBid {
  readonly need = input.required<OpportunityDto>();
  readonly mayBid = input.required<boolean>();
  readonly changed = output<OpportunityDto>();
  readonly refused = output<Problem | undefined>();
}
