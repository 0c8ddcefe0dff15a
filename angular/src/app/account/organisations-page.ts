import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Problem, problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { PageHeader } from '../ui/page-header';
import { Status } from '../ui/status';

@Component({
  selector: 'dps-organisations-page',
  imports: [GovukButton, GovukErrorSummary, PageHeader, Status],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <govuk-error-summary [problem]="problem()" />
    <dps-page-header heading="Your organisations" lead="Everything you see and do is for one of them at a time." />
    <dl class="govuk-summary-list">
      @for (each of organisations(); track each.id) {
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{{ each.name }}</dt>
          <dd class="govuk-summary-list__value">
            @if (each.id === organisation()?.id) {
              <dps-status text="You are here" tone="ok" />
            } @else {
              <button
                type="button"
                govukButton="secondary"
                small
                class="govuk-!-margin-bottom-0"
                [busy]="busy() === each.id"
                (click)="switchTo(each.id)"
              >
                Switch<span class="govuk-visually-hidden">&nbsp;to {{ each.name }}</span>
              </button>
            }
          </dd>
        </div>
      }
    </dl>
  `,
})
export class OrganisationsPage {
  private readonly session = inject(ServerSession);
  private readonly router = inject(Router);

  protected readonly organisations = this.session.organisations;
  protected readonly organisation = this.session.organisation;
  protected readonly busy = signal<string | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async switchTo(id: string): Promise<void> {
    if (this.busy()) return;

    this.problem.set(undefined);
    this.busy.set(id);
    try {
      await this.session.switchTo(id);
      await this.router.navigateByUrl('/');
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(undefined);
    }
  }
}
