import { Component, computed, inject, input, output, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { ServerSession } from '../../../core/server-session';
import { applicationConfirmFitness, applicationSendBackFitness } from '../../../proxy/functions';
import { PersonFitnessDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Status } from '../../../ui/status';
import { UkDateTime } from '../../../ui/uk-date-time';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { FITNESS } from '../words';

/** The outcome for one person: proposed by one officer, confirmed or sent back by another. */
@Component({
  selector: 'dps-person-outcome',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, NewerVersion, Status, UkDateTime],
  template: `
    @let it = person();
    @if (it.outcome; as outcome) {
      <govuk-error-summary [form]="sendingBack() ? form : undefined" />
      <section class="dps-card dps-card--lead">
        <h2 class="dps-card__heading">Outcome for {{ it.name }}</h2>
        <p><dps-status [text]="words[outcome].text" [tone]="words[outcome].tone" /></p>
        @if (it.reasons) {
          <p class="dps-typed">{{ it.reasons }}</p>
        }
        <ol class="dps-two-officers">
          <li class="dps-two-officers__done">
            <strong>Proposed</strong> by {{ it.proposedByName }}, {{ it.proposedAt | ukDateTime }}
          </li>
          @if (it.confirmedAt) {
            <li class="dps-two-officers__done">
              <strong>Confirmed</strong> by {{ it.confirmedByName }}, {{ it.confirmedAt | ukDateTime }}
            </li>
          } @else if (mayConfirm()) {
            <li><strong>You can confirm.</strong> It counts from then on.</li>
          } @else {
            <li><strong>Someone else confirms.</strong> Each outcome needs two officers. Both names stay with it.</li>
          }
        </ol>
        @if (sendingBack()) {
          <form [govukForm]="form">
            <govuk-textarea [field]="form.tree.reason" label="What has to change" [rows]="3" />
            <dps-newer-version [problem]="form.problem()" />
            <div class="govuk-button-group">
              <button type="submit" govukButton="warning" [busy]="form.busy()">Send back</button>
              <button type="button" govukButton="secondary" (click)="sendingBack.set(false)">Not now</button>
            </div>
          </form>
        } @else {
          <div class="govuk-button-group">
            @if (mayConfirm()) {
              <button type="button" govukButton [busy]="open.busy() === 'confirm'" (click)="confirm()">
                Confirm the outcome
              </button>
              <button type="button" govukButton="secondary" (click)="sendingBack.set(true)">Send back</button>
            }
            @if (mayChange()) {
              <button type="button" govukButton="secondary" (click)="reopen.emit()">Change the checks</button>
            }
          </div>
        }
      </section>
    }
  `,
})
export class PersonOutcome {
  private readonly session = inject(ServerSession);
  protected readonly open = inject(OpenApplication);

  readonly person = input.required<PersonFitnessDto>();
  readonly mayChange = input.required<boolean>();
  readonly reopen = output<void>();

  protected readonly words = FITNESS;
  protected readonly sendingBack = signal(false);
  protected readonly mayConfirm = computed(() => this.person().mayConfirm && this.session.may('Applications.Confirm'));

  protected readonly form = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say what has to change' });
    },
    {
      save: ({ reason }) =>
        this.open.send(applicationSendBackFitness, { reason }, { personId: this.person().personId }),
      idPrefix: 'outcome',
    },
  );

  protected confirm(): void {
    void this.open.pressTo('confirm', () =>
      this.open.send(applicationConfirmFitness, {}, { personId: this.person().personId }),
    );
  }
}
