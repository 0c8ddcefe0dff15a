import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { ServerSession } from '../../core/server-session';
import { CallOffDto } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { timeLeft } from '../../ui/countdown';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukCheckboxes } from '../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Loading } from '../../ui/loading';
import { Money } from '../../ui/money';
import { ReturnedNote } from '../../ui/returned-note';
import { Status } from '../../ui/status';
import { formatDate } from '../../ui/uk-date';
import { formatTime, UkDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { namesField } from '../errors';
import { needsChanges } from '../parts/needs-changes';
import { NeedsSummary } from '../parts/needs-summary';
import { CancelCallOff } from './cancel-call-off';

/** Milliseconds: the earliest deadline moves on with the clock. */
const PREVIEW_AGES_IN = 60_000;

const PUBLISHED_CHECKS = [
  { value: 'read', label: 'I have read the need above as a stranger would' },
  { value: 'conflict', label: 'I know of no conflict of interest today', hint: 'Asked again when bids are opened' },
];

/** The draft with all that publishing does; the approver publishes from here or sends it back, whoever prepared it cannot. */
@Component({
  selector: 'dps-draft-view',
  imports: [
    CancelCallOff,
    GovukButton,
    GovukCheckboxes,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    Loading,
    Money,
    NeedsSummary,
    ReturnedNote,
    RouterLink,
    Status,
    UkDateTime,
  ],
  templateUrl: './draft-view.html',
  styleUrl: './views.scss',
})
export class DraftView {
  private readonly callOffs = inject(CallOffs);
  private readonly clock = inject(ServerClock);
  private readonly session = inject(ServerSession);

  readonly callOff = input.required<CallOffDto>();
  readonly changed = output<CallOffDto>();
  readonly refused = output<Problem>();

  protected readonly preview = resource({
    params: () => ({ id: this.callOff().id, version: this.callOff().version }),
    loader: async ({ params }) => ({ ...(await this.callOffs.preview(params.id)), readAt: untracked(this.clock.now) }),
  });
  protected readonly previewProblem = computed(() =>
    this.preview.error() ? problemOf(this.preview.error()) : undefined,
  );
  protected readonly mayPublish = computed(() => this.callOff().permittedTriggers.includes('Publish'));
  protected readonly mayDiscard = computed(() => this.callOff().permittedTriggers.includes('Discard'));
  protected readonly mayCancel = computed(() => this.callOff().permittedTriggers.includes('Cancel'));
  protected readonly maySendBack = computed(() => this.callOff().permittedTriggers.includes('SendBackDraft'));
  protected readonly returned = computed(() => {
    const back = this.callOff().draftReturn;
    return back ? { actorName: back.byName, at: back.at, reason: back.reason } : undefined;
  });
  /** What was changed since it was sent back; the need is coded, and told in the words of this page. */
  protected readonly changes = computed(() => {
    const { draftRevision, needs } = this.callOff();
    if (!draftRevision) return [];
    const { changes, needsBefore } = draftRevision;
    return [...changes, ...(needsBefore ? needsChanges(needsBefore, needs) : [])];
  });
  protected readonly returning = signal(false);
  protected readonly discarding = signal(false);
  protected readonly busy = signal(false);
  protected readonly mayPrepare = this.session.may('CallOffs.Prepare');
  protected readonly isApprover = this.session.may('CallOffs.Publish');
  protected readonly choices = PUBLISHED_CHECKS;
  protected readonly counted = counted;
  protected readonly isMine = (name: string): boolean => name === this.session.user()?.name;

  protected readonly form = govukForm(
    // What was read is read again when it has changed.
    linkedSignal({ source: () => this.callOff().version, computation: () => ({ checks: [] as string[] }) }),
    (path) =>
      validate(path.checks, ({ value }) =>
        value().length === PUBLISHED_CHECKS.length
          ? undefined
          : { kind: 'checks', message: 'Confirm both before you publish' },
      ),
    { save: () => this.publish() },
  );

  protected readonly sendBack = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Say why you send it back'),
    { idPrefix: 'back', save: ({ reason }) => this.returnIt(reason.trim()) },
  );

  protected readonly deadline = computed(() => {
    const at = this.callOff().deadline;
    return `${formatDate(at, 'weekday')} ${at.slice(0, 4)}, ${formatTime(at)}`;
  });
  protected readonly left = computed(() => timeLeft(Date.parse(this.callOff().deadline) - this.clock.now()));
  protected readonly isTooEarly = computed(
    () => this.preview.hasValue() && this.callOff().deadline < this.preview.value().earliestDeadline,
  );

  protected readonly isBlocked = computed(
    () => !!this.callOff().draftReturn || (this.preview.hasValue() && this.preview.value().problems.length > 0),
  );

  constructor() {
    effect(() => {
      const isOld = this.preview.hasValue() && this.clock.now() - this.preview.value().readAt > PREVIEW_AGES_IN;
      if (isOld && !this.preview.isLoading()) untracked(() => this.preview.reload());
    });
  }

  private async publish(): Promise<void> {
    try {
      this.changed.emit(await this.callOffs.publish(this.callOff().id, this.callOff().version));
    } catch (error) {
      this.refused.emit(this.withWhoChanges(problemOf(error)));
    }
  }

  private async returnIt(reason: string): Promise<void> {
    try {
      const callOff = await this.callOffs.sendBackDraft(this.callOff().id, reason, this.callOff().version);
      this.returning.set(false);
      this.changed.emit(callOff);
    } catch (error) {
      if (namesField(error)) throw error;
      this.refused.emit(problemOf(error));
    }
  }

  /** Who publishes does not change the draft. */
  private withWhoChanges(problem: Problem): Problem {
    return problem.code === 'Tendering:BiddingPeriodTooShort' && !this.session.may('CallOffs.Prepare')
      ? { ...problem, detail: `${problem.detail} A placements officer does that with “Change”.` }
      : problem;
  }

  protected async discard(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    try {
      this.changed.emit(await this.callOffs.discard(this.callOff().id, this.callOff().version));
    } catch (error) {
      this.refused.emit(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
