import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { recoveryCodesRenew } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { RecoveryCodes } from './recovery-codes';

@Component({
  selector: 'dps-recovery-codes-page',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, RecoveryCodes],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (codes().length > 0) {
      <dps-recovery-codes [codes]="codes()" (done)="leave()" />
    } @else {
      <govuk-back-link link="/account" />
      <govuk-error-summary [problem]="problem()" />
      <h1 class="govuk-heading-xl">New recovery codes</h1>
      <p class="govuk-body">You get ten new ones. Those you have now stop working.</p>
      <button type="button" govukButton [busy]="busy()" (click)="renew()">Make new recovery codes</button>
    }
  `,
})
export class RecoveryCodesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly codes = signal<readonly string[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async renew(): Promise<void> {
    if (this.busy()) return;

    this.problem.set(undefined);
    this.busy.set(true);
    try {
      this.codes.set((await this.api.invoke(recoveryCodesRenew, undefined)).recoveryCodes);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected leave(): Promise<boolean> {
    return this.router.navigateByUrl('/account');
  }
}
