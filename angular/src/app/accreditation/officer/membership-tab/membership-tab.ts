import { Component, computed, inject, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { ServerSession } from '../../../core/server-session';
import {
  applicationConfirmMembership,
  applicationExtend,
  applicationProposeMembership,
  applicationSendBackMembership,
  applicationStartEvaluation,
} from '../../../proxy/functions';
import { MembershipOutcome, MembershipTrigger } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { UkDate } from '../../../ui/uk-date';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { SecondOfficer } from '../second-officer';

/** The legal side: take it on, extend once, propose, and a second officer confirms. */
@Component({
  selector: 'dps-membership-tab',
  imports: [
    GovukButton,
    GovukCheckboxes,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    NewerVersion,
    SecondOfficer,
    UkDate,
  ],
  templateUrl: './membership-tab.html',
})
export class MembershipTab {
  private readonly session = inject(ServerSession);
  protected readonly open = inject(OpenApplication);

  protected readonly outcomes = [
    { value: 'Admit', label: 'Admit', hint: 'Invited to every call-off of the lots from the day it is confirmed' },
    { value: 'Reject', label: 'Do not admit', hint: 'The provider may apply again at any time' },
  ];
  protected readonly mayPropose = computed(() => this.permits('Propose') && this.session.may('Applications.Propose'));
  protected readonly mayStart = computed(
    () => this.permits('StartEvaluation') && this.session.may('Applications.Review'),
  );
  protected readonly mayDecide = computed(() => this.permits('SendBack'));
  protected readonly extending = signal(false);

  protected readonly lotChoices = computed(() =>
    this.open.application().lots.map((lot) => ({ value: lot.lotId, label: `Lot ${lot.number}. ${lot.name}` })),
  );
  protected readonly decidedLots = computed(() => {
    const { lots, membershipDecision } = this.open.application();
    return lots
      .filter((lot) => membershipDecision?.lotIds.includes(lot.lotId))
      .map((lot) => `Lot ${lot.number}. ${lot.name}`);
  });

  protected readonly extension = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why this application needs longer' });
    },
    {
      save: async (value) => {
        await this.open.send(applicationExtend, value);
        this.extending.set(false);
      },
      idPrefix: 'extend',
    },
  );

  protected readonly proposal = govukForm(
    signal({ outcome: '', lotIds: this.lotChoices().map((lot) => lot.value), reasons: '' }),
    (path) => {
      required(path.outcome, { message: 'Choose a decision' });
      validate(path.lotIds, ({ value, valueOf }) =>
        valueOf(path.outcome) === 'Admit' && value().length === 0
          ? { kind: 'lots', message: 'Choose at least one lot to admit to' }
          : undefined,
      );
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
    },
    {
      save: ({ outcome, lotIds, reasons }) =>
        this.open.send(applicationProposeMembership, {
          outcome: outcome as MembershipOutcome,
          lotIds: outcome === 'Admit' ? lotIds : [],
          reasons,
        }),
      idPrefix: 'propose',
    },
  );

  protected start(): void {
    void this.open.press('start', applicationStartEvaluation);
  }

  protected readonly confirm = (): Promise<void> => this.open.press('confirm', applicationConfirmMembership);
  protected readonly sendBack = (reason: string): Promise<void> =>
    this.open.send(applicationSendBackMembership, { reason });

  private permits(trigger: MembershipTrigger): boolean {
    return this.open.application().permittedMembershipTriggers.includes(trigger);
  }
}
