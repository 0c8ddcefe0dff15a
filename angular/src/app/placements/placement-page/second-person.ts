import { afterNextRender, Component, computed, DOCUMENT, inject, Injector, input, output, signal } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { namesField } from '../../core/refusals';
import { ServerSession } from '../../core/server-session';
import { PlacementDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { NewerVersion } from '../../ui/newer-version';
import { UkDateTime } from '../../ui/uk-date-time';

const LONGEST_REASON = 500;

/** Who proposed, and what the reader may do about it: confirm, send back, or take back one's own. */
@Component({
  selector: 'dps-second-person',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, NewerVersion, UkDateTime],
  template: `
    <dps-newer-version [problem]="problem()" (loadNewer)="newer.emit()" />
    <p class="dps-meta by">Proposed by {{ proposed().proposedByName }} on {{ proposed().proposedAt | ukDateTime }}</p>
    @if (returning()) {
      <form [govukForm]="back">
        <govuk-error-summary [form]="back" />
        <govuk-textarea
          [field]="back.tree.reason"
          [label]="isMine() ? 'Why you take it back' : 'Why you send it back'"
          hint="Your council reads it in the history. Nothing about the young person."
          [rows]="3"
        />
        <div class="govuk-button-group">
          <button type="submit" govukButton="warning" [busy]="back.busy()">
            {{ isMine() ? 'Take it back' : 'Send back' }}
          </button>
          <button type="button" govukButton="secondary" (click)="returning.set(false)">Not now</button>
        </div>
      </form>
    } @else {
      @if (isMine()) {
        <p>You proposed it. Another person, who may approve, confirms it.</p>
      } @else if (!mayConfirm()) {
        <p>An approver of your council decides.</p>
      }
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        @if (mayConfirm()) {
          <button type="button" govukButton [busy]="busy()" (click)="decide()">{{ confirmLabel() }}</button>
        }
        @if (maySendBack()) {
          <button type="button" govukButton="secondary" (click)="giveReason()">
            {{ isMine() ? 'Take it back' : 'Send back' }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    .by {
      margin-bottom: 16px;
    }
  `,
})
export class SecondPerson {
  private readonly session = inject(ServerSession);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  readonly proposed = input.required<{
    readonly proposedById: string;
    readonly proposedByName: string;
    readonly proposedAt: string;
  }>();
  readonly mayConfirm = input.required<boolean>();
  readonly maySendBack = input.required<boolean>();
  readonly confirmLabel = input.required<string>();
  readonly confirm = input.required<() => Promise<PlacementDto>>();
  readonly sendBack = input.required<(reason: string) => Promise<PlacementDto>>();
  readonly changed = output<PlacementDto>();
  readonly refused = output<Problem>();
  /** The page is out of date. */
  readonly newer = output<void>();

  protected readonly busy = signal(false);
  protected readonly returning = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly isMine = computed(() => this.proposed().proposedById === this.session.user()?.id);

  protected readonly back = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Give your reason', LONGEST_REASON),
    { idPrefix: 'back', save: ({ reason }) => this.settle(this.sendBack()(reason.trim())) },
  );

  protected giveReason(): void {
    this.returning.set(true);
    afterNextRender(() => this.document.getElementById(this.back.idOf('reason'))?.focus(), { injector: this.injector });
  }

  protected async decide(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    try {
      await this.settle(this.confirm()());
    } finally {
      this.busy.set(false);
    }
  }

  private async settle(sent: Promise<PlacementDto>): Promise<void> {
    try {
      this.changed.emit(await sent);
      this.problem.set(undefined);
      this.returning.set(false);
    } catch (error) {
      if (namesField(error)) throw error;
      this.problem.set(problemOf(error));
      this.refused.emit(problemOf(error));
    }
  }
}
