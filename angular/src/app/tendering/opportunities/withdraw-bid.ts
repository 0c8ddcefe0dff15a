import { Component, inject, input, output, signal } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { OpportunityDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { Opportunities } from '../opportunities';

/** Takes a bid back that was sent; asks once more before. */
@Component({
  selector: 'dps-withdraw-bid',
  imports: [GovukButton],
  host: { class: 'dps-stack' },
  template: `
    @if (asking()) {
      <p class="govuk-!-margin-bottom-0">
        <strong>Withdraw it?</strong> Nobody will read it.
        {{ need().bid?.hasDraft ? 'Your draft stays, and you' : 'You' }} may bid again until the deadline.
      </p>
      <button type="button" govukButton="warning" [busy]="busy()" (click)="withdraw()">Yes, withdraw it</button>
      <button type="button" govukButton="secondary" (click)="asking.set(false)">Keep it</button>
    } @else {
      <button type="button" govukButton="secondary" (click)="asking.set(true)">Withdraw</button>
    }
  `,
})
export class WithdrawBid {
  private readonly opportunities = inject(Opportunities);

  readonly need = input.required<OpportunityDto>();
  readonly withdrawn = output<OpportunityDto>();
  readonly refused = output<Problem | undefined>();

  protected readonly asking = signal(false);
  protected readonly busy = signal(false);

  protected async withdraw(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.refused.emit(undefined);
    try {
      const need = await this.opportunities.withdraw(this.need().callOffId);
      this.asking.set(false);
      this.withdrawn.emit(need);
    } catch (error) {
      this.refused.emit(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
