import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { applyEach, applyWhen, required } from '@angular/forms/signals';
import { Problem, problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { ServerSession } from '../../../core/server-session';
import { UnsavedWork } from '../../../core/unsaved-work';
import { Api } from '../../../proxy/api';
import {
  applicationCloseSaferRecruitment,
  applicationRecordSaferRecruitment,
  staffGetOfApplication,
  staffGetTrainingOfApplication,
} from '../../../proxy/functions';
import { SaferRecruitmentItemDto, SaferRecruitmentOutcome } from '../../../proxy/models';
import { isoDateOf, londonDate } from '../../../ui/dates';
import { isBefore, needed, realDate, rule } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Progress } from '../../../ui/progress';
import { Status } from '../../../ui/status';
import { ClosedStage } from '../closed-stage';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { Said } from '../words';
import { ActionFields, noAction } from './action-fields';
import { ActionsCard } from './actions-card';
import { ComplianceLines } from './compliance-lines';
import { PolicyCard } from './policy-card';
import { recordHints } from './record-hints';
import { StaffRecord } from './staff-record';
import { TrainingCard } from './training-card';

/** Compliant lines of those that apply, to pass without actions. */
const PASS_PERCENT = 90;

const OUTCOMES: Readonly<Record<NonNullable<SaferRecruitmentOutcome>, Said>> = {
  Pass: { text: 'Passed', tone: 'ok' },
  PassWithActions: { text: 'Passed, with actions', tone: 'warn' },
  Fail: { text: 'Not passed', tone: 'bad' },
};

const passes = (outcome: string) => outcome === 'Pass' || outcome === 'PassWithActions';

/** Stage 3: the checklist of the paperwork, saved as it is answered, then the outcome. */
@Component({
  selector: 'dps-recruitment-tab',
  imports: [
    ActionFields,
    ActionsCard,
    ClosedStage,
    ComplianceLines,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    NewerVersion,
    PolicyCard,
    Progress,
    StaffRecord,
    Status,
    TrainingCard,
  ],
  templateUrl: './recruitment-tab.html',
  styleUrl: './recruitment-tab.scss',
})
export class RecruitmentTab {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  private readonly clock = inject(ServerClock);
  protected readonly open = inject(OpenApplication);

  protected readonly review = computed(() => this.open.application().saferRecruitment);
  protected readonly editable = computed(
    () =>
      this.open.application().permittedAccreditationTriggers.includes('PassSaferRecruitment') &&
      this.session.may('Applications.Review'),
  );

  protected readonly training = resource({
    params: () => (this.review() ? this.open.application().id : undefined),
    loader: ({ params }) => this.api.invoke(staffGetTrainingOfApplication, { id: params }),
  });
  protected readonly staff = resource({
    params: () => (this.review() ? this.open.application().id : undefined),
    loader: ({ params }) => this.api.invoke(staffGetOfApplication, { id: params }),
  });
  protected readonly hints = computed((): Record<string, string> => {
    const percent = this.training.hasValue() ? this.training.value().percent : null;
    return {
      ...(this.staff.hasValue() && recordHints(this.staff.value().items, this.review()?.settled ?? [])),
      ...(percent !== null && { 'training-matrix': `The provider’s record shows ${percent}%` }),
    };
  });
  protected readonly nobodyListed = computed(
    () => this.training.hasValue() && this.training.value().people.length === 0,
  );

  /** What is typed and not saved yet, by line. */
  protected readonly edits = signal<ReadonlyMap<string, Partial<SaferRecruitmentItemDto>>>(new Map());
  protected readonly items = computed<SaferRecruitmentItemDto[]>(() =>
    (this.review()?.items ?? []).map((item) => ({ ...item, ...this.edits().get(item.id) })),
  );
  protected readonly answered = computed(() => this.items().filter((item) => item.result).length);
  /** Answered as the server knows it: the percentage counts these only. */
  protected readonly savedCount = computed(() => (this.review()?.items ?? []).filter((item) => item.result).length);
  protected readonly complianceWords = computed(() => {
    const answered = `${this.savedCount()} of ${this.items().length} answered, as saved.`;
    return `${answered} Of these that apply, ${PASS_PERCENT}% must comply to pass without actions.`;
  });
  protected readonly saving = signal(false);
  protected readonly saved = linkedSignal({ source: this.edits, computation: () => false });
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected readonly outcome = computed(() => {
    const outcome = this.review()?.outcome;
    return outcome ? OUTCOMES[outcome] : undefined;
  });

  protected readonly form = govukForm(
    signal({ outcome: '', reasons: '', recordRead: '', actions: [noAction()] }),
    (path) => {
      required(path.outcome, { message: 'Choose the outcome' });
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
      applyWhen(
        path,
        ({ valueOf }) => this.nobodyListed() && passes(valueOf(path.outcome)),
        (passed) => needed(passed.recordRead, 'Say where and when you read the record', 500),
      );
      applyWhen(
        path,
        ({ valueOf }) => valueOf(path.outcome) === 'PassWithActions',
        (withActions) => {
          applyEach(withActions.actions, (action) => {
            needed(action.text, 'Say what the provider must do', 500);
            realDate(action.dueOn, 'The day', 'Enter the day it is due');
            rule(
              action.dueOn,
              (day) => isBefore(day, londonDate(this.clock.now())) && 'Enter a day that has not passed',
            );
          });
        },
      );
    },
    {
      save: async ({ outcome, reasons, recordRead, actions }) => {
        if (this.edits().size > 0 && !(await this.save())) return;
        await this.open.send(applicationCloseSaferRecruitment, {
          outcome: outcome as SaferRecruitmentOutcome,
          reasons,
          recordRead: this.nobodyListed() && passes(outcome) ? recordRead.trim() : null,
          actions:
            outcome === 'PassWithActions'
              ? actions.map(({ text, dueOn }) => ({ text: text.trim(), dueOn: isoDateOf(dueOn) ?? '' }))
              : [],
        });
      },
      idPrefix: 'close',
      nameOf: (path) => {
        const index = /^actions\.(\d+)/.exec(path)?.[1];
        return index && `Action ${Number(index) + 1}`;
      },
    },
  );
  protected readonly outcomes = [
    { value: 'Pass', label: 'Passed', hint: `At least ${PASS_PERCENT}% compliant, nothing critical open` },
    { value: 'PassWithActions', label: 'Passed, with actions', hint: 'Nothing critical open; each action by its day' },
    { value: 'Fail', label: 'Not passed', hint: 'The decision on accreditation follows' },
  ];

  constructor() {
    inject(UnsavedWork).watch(
      () => this.editable() && (this.edits().size > 0 || this.form.model().reasons.trim() !== ''),
    );
  }

  protected readonly asksForRecord = computed(() => this.nobodyListed() && passes(this.form.model().outcome));

  protected edit(item: SaferRecruitmentItemDto, change: Partial<SaferRecruitmentItemDto>): void {
    this.edits.update((edits) => new Map(edits).set(item.id, { ...edits.get(item.id), ...change }));
  }

  /** True once the server has them. What was typed meanwhile stays for the next save. */
  protected async save(): Promise<boolean> {
    if (this.saving()) return false;

    const sent = this.edits();
    const items = this.items()
      .filter((item) => sent.has(item.id))
      .map(({ id, result, note }) => ({ id, result, note: note?.trim() || null }));
    this.saving.set(true);
    this.problem.set(undefined);
    try {
      await this.open.send(applicationRecordSaferRecruitment, { items });
      this.edits.update((edits) => new Map([...edits].filter(([id, edit]) => sent.get(id) !== edit)));
      this.saved.set(this.edits().size === 0);
      // What the stage was refused for may be answered now.
      this.form.clear();
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    } finally {
      this.saving.set(false);
    }
  }
}
