import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { applyEach, required, validate } from '@angular/forms/signals';
import { ServerSession } from '../../../core/server-session';
import { UnsavedWork } from '../../../core/unsaved-work';
import {
  applicationConfirmMembership,
  applicationExtend,
  applicationProposeMembership,
  applicationSendBackMembership,
  applicationStartEvaluation,
} from '../../../proxy/functions';
import { DecisionDto, LotAppliedForDto, MembershipOutcome, MembershipTrigger } from '../../../proxy/models';
import { tooLong } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { UkDate } from '../../../ui/uk-date';
import { TO_OFFICER } from '../../lot-concerns';
import { isUndecided } from '../clock-faces';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { SecondOfficer } from '../second-officer';
import { SentBack } from '../sent-back';
import { SameAnswers } from '../same-answers';

/** A lot that something speaks against is not admitted to by default: the officer says. */
const unjudged = ({ lotId, number, concerns }: LotAppliedForDto) => ({
  lotId,
  number,
  decision: concerns.length > 0 ? '' : 'Admit',
  reason: '',
});

/** As it was proposed before. */
const judged = (lot: LotAppliedForDto, before: DecisionDto) => {
  const refusal = before.refused.find(({ lotId }) => lotId === lot.lotId);
  const decision = refusal ? 'Refuse' : before.lotIds.includes(lot.lotId) ? 'Admit' : unjudged(lot).decision;
  return { ...unjudged(lot), decision, reason: refusal?.reason ?? '' };
};

/** The legal side: take it on, extend once, propose, and a second officer confirms. */
@Component({
  selector: 'dps-membership-tab',
  imports: [
    SameAnswers,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    NewerVersion,
    SecondOfficer,
    SentBack,
    UkDate,
  ],
  templateUrl: './membership-tab.html',
  styles: `
    .dps-lot {
      padding: 14px 16px 2px;
      border: 1px solid var(--line);
      border-radius: var(--radius);

      & + & {
        margin-top: -1px;
      }
    }

    .dps-lot:last-of-type {
      margin-bottom: 24px;
    }

    .dps-lot__concern {
      margin: 0 0 8px;
      color: var(--warn);
      font-weight: 600;
    }
  `,
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
  protected readonly undecided = computed(() => isUndecided(this.open.application().membership));
  protected readonly extending = signal(false);

  protected readonly lotDecisions = [
    { value: 'Admit', label: 'Admit' },
    { value: 'Refuse', label: 'Refuse' },
  ];
  protected readonly lots = computed(() =>
    this.open.application().lots.map((lot) => ({
      legend: `Lot ${lot.number}. ${lot.name}`,
      concerns: lot.concerns.map((each) => `⚠ ${TO_OFFICER[each]}`).join('. '),
    })),
  );
  protected readonly decidedLots = computed(() => {
    const { lots, membershipDecision } = this.open.application();
    return lots
      .filter((lot) => membershipDecision?.lotIds.includes(lot.lotId))
      .map((lot) => `Lot ${lot.number}. ${lot.name}`);
  });
  protected readonly refusedLots = computed(() => {
    const { lots, membershipDecision } = this.open.application();
    return lots.flatMap((lot) => {
      const refusal = membershipDecision?.refused.find(({ lotId }) => lotId === lot.lotId);
      return refusal ? [{ lot: `Lot ${lot.number}. ${lot.name}`, reason: refusal.reason }] : [];
    });
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
    signal({ outcome: '', lots: this.open.application().lots.map(unjudged), reasons: '' }),
    (path) => {
      required(path.outcome, { message: 'Choose a decision' });
      validate(path.outcome, ({ value, valueOf }) =>
        value() === 'Admit' && valueOf(path.lots).every(({ decision }) => decision === 'Refuse')
          ? { kind: 'lots', message: 'Admit to at least one lot, or do not admit' }
          : undefined,
      );
      applyEach(path.lots, (lot) => {
        validate(lot.decision, ({ value, valueOf }) =>
          valueOf(path.outcome) === 'Admit' && !value()
            ? { kind: 'lot', message: `Say whether you admit to lot ${valueOf(lot.number)}` }
            : undefined,
        );
        validate(lot.reason, ({ value, valueOf }) => {
          if (valueOf(path.outcome) !== 'Admit' || valueOf(lot.decision) !== 'Refuse') return undefined;
          const message = value().trim() ? tooLong(value(), 1000) : `Say why lot ${valueOf(lot.number)} is refused`;
          return message ? { kind: 'reason', message } : undefined;
        });
      });
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
    },
    {
      save: ({ outcome, lots, reasons }) => {
        const of = (decision: string) =>
          outcome === 'Admit' ? lots.filter((lot) => (lot.decision === 'Refuse') === (decision === 'Refuse')) : [];
        return this.open.send(applicationProposeMembership, {
          outcome: outcome as MembershipOutcome,
          lotIds: of('Admit').map(({ lotId }) => lotId),
          refused: of('Refuse').map(({ lotId, reason }) => ({ lotId, reason: reason.trim() })),
          reasons,
        });
      },
      fieldNames: (name) => (name === 'lotIds' || name.startsWith('refused') ? 'outcome' : name),
      idPrefix: 'propose',
    },
  );

  constructor() {
    effect(() => {
      const before = this.open.returned();
      if (!before || !this.mayPropose()) return;

      untracked(() =>
        this.proposal.model.set({
          outcome: before.outcome,
          lots: this.open.application().lots.map((lot) => judged(lot, before)),
          reasons: before.reasons,
        }),
      );
    });
    inject(UnsavedWork).watch(
      () => this.mayPropose() && this.proposal.model().reasons.trim() !== (this.open.returned()?.reasons ?? ''),
    );
  }

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
