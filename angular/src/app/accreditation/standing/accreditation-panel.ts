import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { Problem, problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { standingCarryOut, standingConfirm, standingDrop, standingGet, standingPropose } from '../../proxy/functions';
import { StandingActionKind, StandingDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukCheckboxes } from '../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Loading } from '../../ui/loading';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { ActionMove, OfficerAction } from '../officer/officer-action';
import { OpenApplication } from '../officer/open-application';
import { STANDING_ACTIONS, STANDINGS } from './words';

const CHOICES: readonly { value: StandingActionKind; label: string; hint: string }[] = [
  { value: 'Suspend', label: 'Suspend', hint: 'Still invited; nothing awarded from the moment it is confirmed' },
  { value: 'Reinstate', label: 'Reinstate', hint: 'Ends a suspension from the moment it is confirmed' },
  { value: 'Revoke', label: 'Revoke', hint: 'Notice first; the provider has 10 working days to answer' },
  { value: 'MeetConditions', label: 'Conditions are met', hint: 'With the last one, it lasts its 24 months' },
  { value: 'CoverHomes', label: 'Cover homes', hint: 'For 12 months, after a visit that each passed' },
];

const empty = () => ({
  kind: '',
  lotIds: [] as string[],
  conditionIds: [] as string[],
  premisesIds: [] as string[],
  reasons: '',
  risk: [] as string[],
});

/** The accreditation by lot and home, its conditions, and what two officers do to it. */
@Component({
  selector: 'dps-accreditation-panel',
  imports: [
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
  templateUrl: './accreditation-panel.html',
})
export class AccreditationPanel {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);
  protected readonly refusal = signal<Problem | undefined>(undefined);

  protected readonly states = STANDINGS;
  protected readonly actions = STANDING_ACTIONS;
  protected readonly risks = [
    { value: 'risk', label: 'Revoke at once', hint: 'Only if somebody would come to harm while notice runs' },
  ];

  protected readonly standing = resource({
    params: () => ({ id: this.open.application().id }),
    loader: ({ params }) => this.api.invoke(standingGet, params),
  });
  protected readonly problem = computed(
    () => this.refusal() ?? (this.standing.error() ? problemOf(this.standing.error()) : undefined),
  );

  private readonly loaded = computed(() => (this.standing.hasValue() ? this.standing.value() : undefined));
  private readonly model = linkedSignal({ source: () => this.standing.hasValue(), computation: empty });

  protected readonly choices = computed(() =>
    CHOICES.filter(({ value }) => this.loaded()?.permittedActions.includes(value)),
  );
  protected readonly ofLots = computed(() => !['', 'MeetConditions'].includes(this.model().kind));
  protected readonly lots = computed(() =>
    (this.loaded()?.lots ?? [])
      .filter((lot) => lot.permittedActions.some((kind) => kind === this.model().kind))
      .map((lot) => ({ value: lot.lotId, label: `Lot ${lot.number}. ${lot.name}` })),
  );
  protected readonly conditions = computed(() =>
    (this.loaded()?.conditions ?? []).filter(({ metAt }) => !metAt).map(({ id, text }) => ({ value: id, label: text })),
  );
  protected readonly homes = computed(() =>
    (this.loaded()?.homes ?? []).map(({ premisesId, name }) => ({ value: premisesId, label: name })),
  );

  protected readonly form = govukForm(
    this.model,
    (path) => {
      required(path.kind, { message: 'Choose what changes' });
      validate(path.lotIds, ({ value }) =>
        this.ofLots() && value().length === 0 ? { kind: 'lots', message: 'Choose at least one lot' } : undefined,
      );
      validate(path.conditionIds, ({ value, valueOf }) =>
        valueOf(path.kind) === 'MeetConditions' && value().length === 0
          ? { kind: 'conditions', message: 'Choose the conditions that are met' }
          : undefined,
      );
      validate(path.premisesIds, ({ value, valueOf }) =>
        valueOf(path.kind) === 'CoverHomes' && value().length === 0
          ? { kind: 'homes', message: 'Choose at least one home' }
          : undefined,
      );
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
    },
    {
      save: async (value) => {
        this.take(await this.api.invoke(standingPropose, { id: this.open.application().id, body: this.bodyOf(value) }));
        this.model.set(empty());
        this.form.clear();
      },
      fieldNames: { immediateRisk: 'risk' },
      idPrefix: 'accreditation',
    },
  );

  protected readonly move = async (move: ActionMove, actionId: string, reason: string): Promise<void> => {
    const action = this.loaded()?.actions.find(({ id }) => id === actionId);
    if (!action) return;

    const params = { id: this.open.application().id, actionId };
    const { version } = action;
    this.take(
      move === 'drop'
        ? await this.api.invoke(standingDrop, { ...params, body: { reason, version } })
        : await this.api.invoke(move === 'confirm' ? standingConfirm : standingCarryOut, {
            ...params,
            body: { version },
          }),
    );
  };

  /** What was chosen for another kind of change stays typed, and is not sent. */
  private bodyOf(value: ReturnType<typeof empty>) {
    const offered = this.lots().map((lot) => lot.value);
    const of = (kind: StandingActionKind, ids: string[]) => (value.kind === kind ? ids : []);
    return {
      kind: value.kind as StandingActionKind,
      lotIds: this.ofLots() ? value.lotIds.filter((lot) => offered.includes(lot)) : [],
      conditionIds: of('MeetConditions', value.conditionIds),
      premisesIds: of('CoverHomes', value.premisesIds),
      reasons: value.reasons,
      immediateRisk: of('Revoke', value.risk).length > 0,
    };
  }

  /** The answer becomes the panel; header and letters of the application follow it. */
  private take(standing: StandingDto): void {
    this.standing.set(standing);
    this.open.reload();
  }
}
