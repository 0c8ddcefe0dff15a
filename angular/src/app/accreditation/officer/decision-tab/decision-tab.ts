import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { applyEach, applyWhen, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { UnsavedWork } from '../../../core/unsaved-work';
import {
  applicationConfirmAccreditation,
  applicationProposeAccreditation,
  applicationSendBackAccreditation,
} from '../../../proxy/functions';
import { AccreditationOutcome, AccreditationTrigger } from '../../../proxy/models';
import { datePartsOf, isoDateOf, noDate } from '../../../ui/dates';
import { needed, realDate } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Status } from '../../../ui/status';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { SecondOfficer } from '../second-officer';
import { SentBack } from '../sent-back';
import { STAGES } from '../words';

const noCondition = () => ({ text: '', dueOn: noDate() });

/** The quality side's end: accredit, with or without conditions, or not; by two officers. */
@Component({
  selector: 'dps-decision-tab',
  imports: [
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    NewerVersion,
    RouterLink,
    SecondOfficer,
    SentBack,
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
  /** What the provider still has to do after a stage passed with actions. */
  protected readonly openActions = computed(
    () => this.open.application().recruitmentActions.filter(({ state }) => state !== 'Accepted').length,
  );
  protected readonly lateActions = computed(
    () => this.open.application().recruitmentActions.filter(({ overdue }) => overdue).length,
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
    signal({ outcome: '', reasons: '', conditions: [noCondition()], validUntil: noDate() }),
    (path) => {
      required(path.outcome, { message: 'Choose a decision' });
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
      applyWhen(
        path,
        ({ valueOf }) => valueOf(path.outcome) === 'AccreditWithConditions',
        (conditional) => {
          applyEach(conditional.conditions, (condition) => {
            needed(condition.text, 'Say what the provider must do', 500);
            realDate(condition.dueOn, 'The day', 'Enter the day it is due');
          });
        },
      );
      realDate(path.validUntil, 'The last day');
    },
    {
      save: ({ outcome, reasons, conditions, validUntil }) =>
        this.open.send(applicationProposeAccreditation, {
          outcome: outcome as AccreditationOutcome,
          reasons,
          conditions:
            outcome === 'AccreditWithConditions'
              ? conditions.map(({ text, dueOn }) => ({ text: text.trim(), dueOn: isoDateOf(dueOn) ?? '' }))
              : [],
          validUntil: outcome === 'Refuse' ? null : (isoDateOf(validUntil) ?? null),
        }),
      idPrefix: 'propose',
    },
  );

  constructor() {
    effect(() => {
      const before = this.open.returned();
      if (!before || !this.mayPropose()) return;

      untracked(() =>
        this.form.model.set({
          outcome: before.outcome,
          reasons: before.reasons,
          conditions:
            before.conditions.length > 0
              ? before.conditions.map(({ text, dueOn }) => ({ text, dueOn: datePartsOf(dueOn) }))
              : [noCondition()],
          validUntil: datePartsOf(before.validUntil),
        }),
      );
    });
    inject(UnsavedWork).watch(
      () => this.mayPropose() && this.form.model().reasons.trim() !== (this.open.returned()?.reasons ?? ''),
    );
  }

  protected readonly confirm = (): Promise<void> => this.open.press('confirm', applicationConfirmAccreditation);
  protected readonly sendBack = (reason: string): Promise<void> =>
    this.open.send(applicationSendBackAccreditation, { reason });

  protected addCondition(): void {
    this.form.model.update((model) => ({ ...model, conditions: [...model.conditions, noCondition()] }));
    this.form.added('conditions', this.form.model().conditions.length - 1, 'text');
  }

  protected removeCondition(index: number): void {
    this.form.model.update((model) => ({
      ...model,
      conditions: model.conditions.filter((_, each) => each !== index),
    }));
    this.form.removed('conditions', index);
  }

  private permits(trigger: AccreditationTrigger): boolean {
    return this.open.application().permittedAccreditationTriggers.includes(trigger);
  }
}
