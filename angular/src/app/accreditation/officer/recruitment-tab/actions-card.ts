import { Component, computed, inject, signal } from '@angular/core';
import { ServerClock } from '../../../core/server-clock';
import { ServerSession } from '../../../core/server-session';
import { applicationAcceptRecruitmentAction, applicationSendBackRecruitmentAction } from '../../../proxy/functions';
import { RecruitmentActionDto } from '../../../proxy/models';
import { datePartsOf, isoDateOf, londonDate, noDate } from '../../../ui/dates';
import { isBefore, needed, realDate, rule } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { Said } from '../words';

const STATES: Readonly<Record<RecruitmentActionDto['state'], Said>> = {
  Open: { text: 'Open', tone: 'info' },
  Reported: { text: 'To check', tone: 'warn' },
  Accepted: { text: 'Done', tone: 'ok' },
};

/** The actions of a stage passed with actions: what the provider says it has done is accepted or sent back. */
@Component({
  selector: 'dps-actions-card',
  imports: [
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    NewerVersion,
    Status,
    UkDate,
    UkDateTime,
  ],
  templateUrl: './actions-card.html',
  styles: `
    .action + .action {
      margin-top: 14px;
      padding-top: 14px;
      border-top: 1px solid var(--line);
    }

    .action__text {
      margin: 4px 0;
      font-weight: 600;
    }
  `,
})
export class ActionsCard {
  private readonly session = inject(ServerSession);
  private readonly clock = inject(ServerClock);
  protected readonly open = inject(OpenApplication);

  protected readonly actions = computed(() => this.open.application().recruitmentActions);
  protected readonly mayReview = computed(() => this.session.may('Applications.Review'));
  protected readonly returning = signal('');

  protected readonly form = govukForm(
    signal({ reason: '', dueOn: noDate() }),
    (path) => {
      needed(path.reason, 'Say what is still missing');
      realDate(path.dueOn, 'The day', 'Enter the day it is due');
      rule(path.dueOn, (day) => isBefore(day, londonDate(this.clock.now())) && 'Enter a day that has not passed');
    },
    {
      save: async ({ reason, dueOn }) => {
        const action = this.actions().find(({ id }) => id === this.returning());
        if (!action) return;

        await this.open.tell(
          applicationSendBackRecruitmentAction,
          { reason: reason.trim(), dueOn: isoDateOf(dueOn) ?? '', version: action.version },
          { actionId: action.id },
        );
        this.returning.set('');
      },
      idPrefix: 'return',
    },
  );

  protected saidOf(action: RecruitmentActionDto): Said {
    return action.overdue ? { text: 'Overdue', tone: 'bad' } : STATES[action.state];
  }

  protected askWhatIsMissing(action: RecruitmentActionDto): void {
    this.form.model.set({ reason: '', dueOn: datePartsOf(action.dueOn) });
    this.returning.set(action.id);
  }

  protected accept(action: RecruitmentActionDto): void {
    void this.open.pressTo(`accept-${action.id}`, () =>
      this.open.tell(applicationAcceptRecruitmentAction, { version: action.version }, { actionId: action.id }),
    );
  }
}
