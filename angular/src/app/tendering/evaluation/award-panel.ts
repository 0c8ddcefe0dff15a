import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { CallOffDto, EvaluationDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm, GovukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Money } from '../../ui/money';
import { ReturnedNote } from '../../ui/returned-note';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { UkDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { namesField } from '../errors';
import { LateScores } from './late-scores';
import { NewerVersion } from '../parts/newer-version';
import { PlacementLink } from '../parts/placement-link';
import { isAskedAbout, isPriceRejected } from './price-question-value';

/** The award: proposed with a reason by one officer, approved or sent back by another. */
/** What a proposal came to; scoring anew makes it history. */
const ENDS_OF_A_PROPOSAL: readonly string[] = ['SendBackAward', 'TakeBackAward', 'VoidScores', 'LockQuality'];

@Component({
  selector: 'dps-award-panel',
  imports: [
    GovukErrorSummary,
    LateScores,
    GovukButton,
    GovukFormDirective,
    GovukTextarea,
    Money,
    NewerVersion,
    PlacementLink,
    ReturnedNote,
    RouterLink,
    Status,
    UkDate,
    UkDateTime,
  ],
  templateUrl: './award-panel.html',
  styleUrl: './award-panel.scss',
})
export class AwardPanel {
  private readonly callOffs = inject(CallOffs);
  private readonly session = inject(ServerSession);

  readonly callOff = input.required<CallOffDto>();
  readonly evaluation = input.required<EvaluationDto>();
  readonly changed = output<void>();
  readonly refused = output<Problem>();

  protected readonly proposing = signal(false);
  protected readonly returning = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  private readonly history = resource({
    params: () => ({ id: this.callOff().id, version: this.callOff().version }),
    loader: ({ params }) => this.callOffs.history(params.id).catch(() => []),
  });
  /** The last proposal came back; scoring anew makes it history. */
  protected readonly returned = computed(() => {
    const events = this.history.hasValue() ? this.history.value().filter(({ refused }) => !refused) : [];
    const last = events.filter(({ action }) => ENDS_OF_A_PROPOSAL.includes(action)).at(-1);
    return last?.action.endsWith('BackAward') ? last : undefined;
  });
  protected readonly takenBack = computed(() => this.returned()?.action === 'TakeBackAward');
  private readonly reasonBefore = computed(() =>
    this.returned() && this.history.hasValue()
      ? this.history
          .value()
          .filter(({ refused, action }) => !refused && action === 'ProposeAward')
          .at(-1)?.reason
      : undefined,
  );
  protected readonly first = computed(() => this.evaluation().bids.find(({ rank }) => rank === 1));
  protected readonly next = computed(() => this.evaluation().bids.find(({ rank }) => rank === 2));
  protected readonly isMine = computed(() => this.callOff().award?.proposedById === this.session.user()?.id);
  protected readonly asked = computed(() => this.evaluation().bids.find(isAskedAbout));
  protected readonly rejected = computed(() => this.evaluation().bids.filter(isPriceRejected));
  protected readonly isHomeNew = computed(() => this.evaluation().bids.some((bid) => bid.homeNeedsReferences));
  protected readonly letters = computed(() => this.evaluation().bids.length);

  protected readonly proposal: GovukForm<{ reason: string }> = this.reasonForm('proposal', (reason) =>
    this.callOffs.proposeAward(this.callOff().id, this.first()?.bidId ?? '', reason, this.callOff().version),
  );
  protected readonly sendBack: GovukForm<{ reason: string }> = this.reasonForm('back', (reason) =>
    this.callOffs.sendBackAward(this.callOff().id, reason, this.callOff().version),
  );

  protected may(trigger: 'ProposeAward' | 'ApproveAward' | 'SendBackAward' | 'TakeBackAward'): boolean {
    return this.callOff().permittedTriggers.includes(trigger);
  }

  /** The letters cannot be taken back: they leave at a second press. */
  protected readonly approving = signal(false);

  protected readonly approve = (): Promise<void> =>
    this.press(() => this.callOffs.approveAward(this.callOff().id, this.callOff().version, this.evaluation().ranking));

  protected readonly takeBack = (): Promise<void> =>
    this.press(() => this.callOffs.takeBackAward(this.callOff().id, this.callOff().version));

  private async press(send: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    try {
      await send();
      this.changed.emit();
    } catch (error) {
      this.refuse(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** What was proposed before is changed, not typed again. */
  protected start(): void {
    this.proposal.model.update(({ reason }) => ({ reason: reason || (this.reasonBefore() ?? '') }));
    this.proposing.set(true);
  }

  protected toLetters(): void {
    const letters = document.getElementById('draft-letters');
    letters?.focus({ preventScroll: true });
    letters?.scrollIntoView();
  }

  protected load(): void {
    this.problem.set(undefined);
    this.changed.emit();
  }

  private reasonForm(idPrefix: string, send: (reason: string) => Promise<unknown>): GovukForm<{ reason: string }> {
    return govukForm(
      signal({ reason: '' }),
      (path) => {
        required(path.reason, { message: 'Give your reason' });
        validate(path.reason, ({ value }) =>
          value().length > 2000
            ? { kind: 'long', message: `Shorten the reason by ${value().length - 2000} characters` }
            : undefined,
        );
      },
      {
        idPrefix,
        save: async ({ reason }) => {
          try {
            await send(reason.trim());
            this.proposing.set(false);
            this.returning.set(false);
            this.problem.set(undefined);
            this.changed.emit();
          } catch (error) {
            if (namesField(error)) throw error;
            this.refuse(error);
          }
        },
      },
    );
  }

  private refuse(error: unknown): void {
    this.problem.set(problemOf(error));
    this.refused.emit(problemOf(error));
  }
}
