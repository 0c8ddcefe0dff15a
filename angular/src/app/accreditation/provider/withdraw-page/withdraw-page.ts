import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApplicationDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { needed } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Applications } from '../applications';

@Component({
  selector: 'dps-withdraw-page',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <govuk-back-link [link]="['/application', application().id]" label="Back to your application" />
    <govuk-error-summary [form]="form" />
    <p class="dps-caption">{{ application().reference }}</p>
    <h1 class="govuk-heading-l">Withdraw your application</h1>
    <p class="govuk-body">We stop assessing it. You may start a new application at any time.</p>
    <form [govukForm]="form">
      <govuk-textarea [field]="form.tree.reason" label="Why are you withdrawing?" [rows]="4" />
      <div class="govuk-button-group">
        <button type="submit" govukButton="warning" [busy]="form.busy()">Withdraw application</button>
        <a class="govuk-link" [routerLink]="['/application', application().id]">Keep it</a>
      </div>
    </form>
  `,
})
export class WithdrawPage {
  private readonly applications = inject(Applications);
  private readonly router = inject(Router);

  readonly application = input.required<ApplicationDto>();

  protected readonly form = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Say why you are withdrawing', 2000),
    { save: ({ reason }) => this.withdraw(reason) },
  );

  private async withdraw(reason: string): Promise<void> {
    const { id, version } = this.application();
    await this.applications.withdraw(id, reason.trim(), version);
    await this.router.navigate(['/application', id]);
  }
}
