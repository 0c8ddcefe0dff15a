import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { Problem, problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { memberCarryOut, memberConfirm, memberDrop, memberGet, memberPropose } from '../../../proxy/functions';
import { MemberActionKind, MemberDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Loading } from '../../../ui/loading';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { AccreditationPanel } from '../../standing/accreditation-panel';
import { ActionMove, OfficerAction } from '../officer-action';
import { OpenApplication } from '../open-application';
import { MEMBERS } from '../words';

const ACTIONS: Readonly<Record<MemberActionKind, string>> = {
  Suspend: 'Suspension',
  Reinstate: 'Reinstatement',
  Remove: 'Removal',
};

/** The provider's standing by lot, and what two officers do to it. */
@Component({
  selector: 'dps-standing-tab',
  imports: [
    AccreditationPanel,
    GovukButton,
    GovukCheckboxes,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    Loading,
    OfficerAction,
    ScrollX,
    Status,
    UkDate,
  ],
  styles: `
    .standing-note {
      padding: 12px 20px;
      margin: 0;
    }

    .standing-accreditation {
      margin-top: 24px;
    }
  `,
  templateUrl: './standing-tab.html',
})
export class StandingTab {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);
  protected readonly refusal = signal<Problem | undefined>(undefined);

  protected readonly members = MEMBERS;
  protected readonly words = ACTIONS;
  protected readonly risks = [
    { value: 'risk', label: 'Remove at once', hint: 'Only if somebody would come to harm while notice runs' },
  ];

  protected readonly member = resource({
    params: () => ({ id: this.open.application().id }),
    loader: ({ params }) => this.api.invoke(memberGet, params),
  });
  protected readonly problem = computed(
    () => this.refusal() ?? (this.member.error() ? problemOf(this.member.error()) : undefined),
  );

  private readonly loaded = computed(() => (this.member.hasValue() ? this.member.value() : undefined));

  /** What at least one lot permits. */
  protected readonly choices = computed(() =>
    (
      [
        { value: 'Suspend', label: 'Suspend', hint: 'Not invited from the moment it is confirmed' },
        { value: 'Reinstate', label: 'Reinstate', hint: 'Invited again from the moment it is confirmed' },
        { value: 'Remove', label: 'Remove', hint: 'Notice first; the provider has 10 working days to answer' },
      ] as const
    ).filter(({ value }) => this.loaded()?.lots.some((lot) => lot.permittedTriggers.includes(value))),
  );

  private readonly model = linkedSignal({
    source: () => this.member.hasValue(),
    computation: () => ({ kind: '', lotIds: [] as string[], reasons: '', risk: [] as string[] }),
  });

  protected readonly lots = computed(() =>
    (this.loaded()?.lots ?? [])
      .filter((lot) => lot.permittedTriggers.some((trigger) => trigger === this.model().kind))
      .map((lot) => ({ value: lot.lotId, label: `Lot ${lot.number}. ${lot.name}` })),
  );

  protected readonly form = govukForm(
    this.model,
    (path) => {
      required(path.kind, { message: 'Choose an action' });
      validate(path.lotIds, ({ value }) =>
        value().length === 0 ? { kind: 'lots', message: 'Choose at least one lot' } : undefined,
      );
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
    },
    {
      save: async ({ kind, lotIds, reasons, risk }) => {
        const offered = this.lots().map(({ value }) => value);
        this.take(
          await this.api.invoke(memberPropose, {
            id: this.open.application().id,
            body: {
              kind: kind as MemberActionKind,
              lotIds: lotIds.filter((lot) => offered.includes(lot)),
              reasons,
              immediateRisk: kind === 'Remove' && risk.length > 0,
            },
          }),
        );
        this.model.set({ kind: '', lotIds: [], reasons: '', risk: [] });
        this.form.clear();
      },
      fieldNames: { immediateRisk: 'risk' },
      idPrefix: 'member',
    },
  );

  protected readonly move = async (move: ActionMove, actionId: string, reason: string): Promise<void> => {
    const action = this.loaded()?.actions.find(({ id }) => id === actionId);
    if (!action) return;

    const params = { id: this.open.application().id, actionId };
    const { version } = action;
    this.take(
      move === 'drop'
        ? await this.api.invoke(memberDrop, { ...params, body: { reason, version } })
        : await this.api.invoke(move === 'confirm' ? memberConfirm : memberCarryOut, { ...params, body: { version } }),
    );
  };

  /** The answer becomes the page; header and letters of the application follow it. */
  private take(member: MemberDto): void {
    this.member.set(member);
    this.open.reload();
  }
}
