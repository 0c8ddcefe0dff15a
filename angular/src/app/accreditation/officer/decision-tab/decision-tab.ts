import { Component, computed, inject, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { ServerSession } from '../../../core/server-session';
import {
  applicationConfirmAccreditation,
  applicationProposeAccreditation,
  applicationSendBackAccreditation,
} from '../../../proxy/functions';
import { AccreditationOutcome, AccreditationTrigger } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Status } from '../../../ui/status';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { SecondOfficer } from '../second-officer';
import { STAGES } from '../words';

/** The quality side's end: accredit, with or without conditions, or not; by two officers. */
@Component({
  selector: 'dps-decision-tab',
  imports: [
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    NewerVersion,
    SecondOfficer,
    Status,
  ],
  templateUrl: './decision-tab.html',
})
export class DecisionTab {
  private readonly session = inject(ServerSession);
  protected readonly open = inject(OpenApplication);

  protected readonly mayPropose = computed(() => this.permits('Propose') && this.session.may('Applications.Propose'));
  protected readonly mayDecide = computed(() => this.permits('SendBack'));
  /** The stages before the decision, each with its result. */
  protected readonly stages = computed(() =>
    this.open
      .application()
      .stages.filter((stage) => stage.stage !== 'Decision')
      .map((stage) => ({ ...stage, name: STAGES[stage.stage] })),
  );
  protected readonly anyFailed = computed(() => this.stages().some((stage) => stage.status === 'Failed'));
  protected readonly outcomes = computed(() => {
    const disabled = this.anyFailed();
    const no = 'Not after a stage that was not passed';
    return [
      { value: 'Accredit', label: 'Accredit', hint: disabled ? no : 'For 24 months', disabled },
      { value: 'AccreditWithConditions', label: 'With conditions', hint: disabled ? no : 'For 6 months', disabled },
      { value: 'Refuse', label: 'Do not accredit', hint: 'Membership and invitations stay' },
    ];
  });

  protected readonly form = govukForm(
    signal({ outcome: '', reasons: '', conditions: '' }),
    (path) => {
      required(path.outcome, { message: 'Choose a decision' });
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
      required(path.conditions, {
        message: 'Say what the provider must do, and by when',
        when: ({ valueOf }) => valueOf(path.outcome) === 'AccreditWithConditions',
      });
    },
    {
      save: ({ outcome, reasons, conditions }) =>
        this.open.send(applicationProposeAccreditation, {
          outcome: outcome as AccreditationOutcome,
          reasons,
          conditions: outcome === 'AccreditWithConditions' ? conditions : null,
        }),
      idPrefix: 'propose',
    },
  );

  protected readonly confirm = (): Promise<void> => this.open.press('confirm', applicationConfirmAccreditation);
  protected readonly sendBack = (reason: string): Promise<void> =>
    this.open.send(applicationSendBackAccreditation, { reason });

  private permits(trigger: AccreditationTrigger): boolean {
    return this.open.application().permittedAccreditationTriggers.includes(trigger);
  }
}
