import { Component, computed, inject, input, output, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { Problem, problemOf } from '../../core/problem';
import { EvaluationDto, EvaluatorDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Status } from '../../ui/status';
import { CallOffs } from '../call-offs';
import { namesField } from '../errors';
import { isAgreeing, unanimous } from './scores';

/** Who scores, how far they are, and once all are ready who writes down what they agree. */
@Component({
  selector: 'dps-evaluators-card',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, Status],
  templateUrl: './evaluators-card.html',
  styleUrl: './evaluators-card.scss',
})
export class EvaluatorsCard {
  private readonly callOffs = inject(CallOffs);

  readonly evaluation = input.required<EvaluationDto>();
  readonly changed = output<EvaluationDto>();
  readonly refused = output<Problem>();

  protected readonly busy = signal(false);
  /** Whose scores are about to be set aside. */
  protected readonly leaving = signal<EvaluatorDto | undefined>(undefined);
  /** The chair is about to be taken from a colleague. */
  protected readonly taking = signal(false);
  protected readonly agreeing = computed(() => isAgreeing(this.evaluation()));
  protected readonly counted = computed(() => this.evaluation().evaluators.filter(({ setAside }) => !setAside));
  protected readonly missing = computed(() => Math.max(0, this.evaluation().evaluatorsNeeded - this.counted().length));
  protected readonly total = computed(() => this.evaluation().bids.length * this.evaluation().criteria.length);
  protected readonly alike = computed(() => unanimous(this.evaluation()));
  protected readonly chairScored = computed(() => this.counted().some(({ isCaller }) => isCaller));
  protected readonly setAside = computed(() => this.evaluation().evaluators.filter(({ setAside }) => setAside));

  protected readonly form = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why' });
      validate(path.reason, ({ value }) =>
        value().length > 500
          ? { kind: 'long', message: `Shorten it by ${value().length - 500} characters` }
          : undefined,
      );
    },
    {
      idPrefix: 'set-aside',
      save: async ({ reason }) => {
        const { callOffId, version } = this.evaluation();
        try {
          const sheet = this.leaving()?.sheetId ?? '';
          this.changed.emit(await this.callOffs.setAsideScores(callOffId, sheet, reason.trim(), version));
          this.leaving.set(undefined);
        } catch (error) {
          if (namesField(error)) throw error;
          this.refused.emit(problemOf(error));
        }
      },
    },
  );

  protected may(trigger: 'SetAsideScores' | 'CountScoresAgain' | 'TakeChair' | 'Agree'): boolean {
    return this.evaluation().permittedTriggers.includes(trigger);
  }

  /** Whether another officer has to score in place of one who is left out. */
  protected readonly needsAnother = computed(() => this.counted().length <= this.evaluation().evaluatorsNeeded);

  protected countAgain({ sheetId }: EvaluatorDto): Promise<void> {
    const { callOffId, version } = this.evaluation();
    return this.press(() => this.callOffs.countScoresAgain(callOffId, sheetId, version));
  }

  /** From a colleague only once it is confirmed. */
  protected readonly takeChair = async (): Promise<void> => {
    if (this.evaluation().chairName && !this.taking()) return this.taking.set(true);

    await this.press(() => this.callOffs.takeChair(this.evaluation().callOffId, this.evaluation().version));
    this.taking.set(false);
  };

  protected readonly agreeAlike = (): Promise<void> =>
    this.press(() => this.callOffs.agreeUnanimous(this.evaluation().callOffId, this.evaluation().version));

  private async press(send: () => Promise<EvaluationDto>): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    try {
      this.changed.emit(await send());
    } catch (error) {
      this.refused.emit(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
