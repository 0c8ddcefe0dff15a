import { Component, computed, input, output, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { Problem, problemOf } from '../../core/problem';
import { MemberActionDto, MemberActionState, StandingActionDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { UkDateTime } from '../../ui/uk-date-time';
import { Said } from './words';

const STATES: Readonly<Record<MemberActionState, Said>> = {
  Proposed: { text: 'To confirm', tone: 'warn' },
  NoticeGiven: { text: 'Notice given', tone: 'info' },
  Done: { text: 'Done', tone: 'ok' },
  Dropped: { text: 'Dropped', tone: 'neutral' },
};

/** Cards on a page, so that the ids of their forms differ. */
let cards = 0;

export type ActionMove = 'confirm' | 'carryOut' | 'drop';

/** What one officer proposed about a provider, and what the next one may do with it. */
@Component({
  selector: 'dps-officer-action',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, Status, UkDate, UkDateTime],
  styles: `
    .title {
      margin: 0 8px;
    }
  `,
  template: `
    @let it = action();
    <section class="dps-card" [attr.aria-label]="title() + ', ' + (it.proposedAt | ukDateTime)">
      <p>
        <dps-status [text]="states[it.state].text" [tone]="states[it.state].tone" />
        <strong class="title">{{ title() }}</strong>
        <span class="dps-meta">{{ lots() }}</span>
      </p>
      <ng-content />
      <p class="dps-typed">{{ it.reasons }}</p>
      <p class="dps-meta">
        Proposed by {{ it.proposedByName }}, {{ it.proposedAt | ukDateTime }}.
        @if (it.confirmedAt) {
          Confirmed by {{ it.confirmedByName }}, {{ it.confirmedAt | ukDateTime }}.
        }
        @if (it.immediateRisk) {
          Without notice, because of an immediate risk.
        }
        @if (it.dropReason) {
          Dropped: {{ it.dropReason }}
        }
      </p>
      @if (it.state === 'NoticeGiven') {
        <p class="govuk-!-margin-top-3">
          The provider may answer until {{ it.representationsUntil | ukDate: 'weekday' }}.
        </p>
      }
      @if (it.representations) {
        <h3 class="govuk-heading-s">What the provider says</h3>
        <p class="dps-typed">{{ it.representations }}</p>
      }
      <div class="govuk-button-group">
        @if (it.mayConfirm) {
          <button type="button" govukButton small [busy]="busy()" (click)="press('confirm')">Confirm</button>
        }
        @if (it.mayCarryOut) {
          <button type="button" govukButton="warning" small [busy]="busy()" (click)="press('carryOut')">
            {{ carryOut() }}
          </button>
        }
        @if (it.mayDrop && !dropping()) {
          <button type="button" govukButton="secondary" small (click)="dropping.set(true)">Drop it</button>
        }
      </div>
      @if (dropping()) {
        <govuk-error-summary [form]="drop" />
        <form [govukForm]="drop">
          <govuk-textarea [field]="drop.tree.reason" label="Why it is dropped" [rows]="2" />
          <div class="govuk-button-group">
            <button type="submit" govukButton small [busy]="drop.busy()">Drop it</button>
            <button type="button" govukButton="secondary" small (click)="dropping.set(false)">Keep it</button>
          </div>
        </form>
      }
    </section>
  `,
})
export class OfficerAction {
  readonly action = input.required<MemberActionDto | StandingActionDto>();
  /** Its kind in words. */
  readonly title = input.required<string>();
  /** What the button says that ends a notice. */
  readonly carryOut = input.required<string>();
  /** Asks the server; the page takes its answer. A reason comes with a drop only. */
  readonly move = input.required<(move: ActionMove, actionId: string, reason: string) => Promise<void>>();
  /** A refusal of one of the buttons; undefined when the next try begins. */
  readonly refused = output<Problem | undefined>();

  protected readonly states = STATES;
  protected readonly busy = signal(false);
  protected readonly dropping = signal(false);
  protected readonly lots = computed(() => {
    const numbers = this.action().lotNumbers;
    return numbers.length === 0 ? '' : `${numbers.length === 1 ? 'Lot' : 'Lots'} ${numbers.join(', ')}`;
  });

  protected readonly drop = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why it is dropped' });
    },
    {
      save: async ({ reason }) => {
        await this.move()('drop', this.action().id, reason);
        this.dropping.set(false);
      },
      idPrefix: `drop-${++cards}`,
    },
  );

  protected async press(move: 'confirm' | 'carryOut'): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.refused.emit(undefined);
    try {
      await this.move()(move, this.action().id, '');
    } catch (error) {
      this.refused.emit(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
