import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { PlacementDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Money } from '../../ui/money';
import { NewerVersion } from '../../ui/newer-version';
import { UkDate } from '../../ui/uk-date';
import { UkDateTime } from '../../ui/uk-date-time';
import { nightsBetween, nightsInWords, priceOn } from '../nights';
import { Placements } from '../placements';

const LONGEST_REASON = 500;

/** A later end that one person proposed and another has to decide on, and what it would cost. */
@Component({
  selector: 'dps-proposed-extension',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, Money, NewerVersion, UkDate, UkDateTime],
  template: `
    @if (it().proposedExtension; as proposed) {
      <section class="dps-card dps-card--lead">
        <h2 class="dps-card__heading">A later end waits for a second person</h2>
        <govuk-error-summary [problem]="problem()" [form]="back" />
        <dps-newer-version [problem]="problem()" (loadNewer)="problem.set(undefined); newer.emit()" />
        <p>
          The stay would last until {{ proposed.plannedEndOn | ukDate }}, not {{ it().plannedEndOn | ukDate }}:
          {{ more() }} more at <strong>{{ weekly() | money }}</strong> a week.
        </p>
        <p class="dps-meta by">Proposed by {{ proposed.proposedByName }} on {{ proposed.proposedAt | ukDateTime }}</p>
        @if (returning()) {
          <form [govukForm]="back">
            <govuk-textarea
              [field]="back.tree.reason"
              [label]="isMine() ? 'Why you take it back' : 'Why you send it back'"
              hint="Kept in the history. Nothing about the young person."
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
          } @else if (!may('ConfirmExtension')) {
            <p>An approver of your council decides.</p>
          }
          <div class="govuk-button-group govuk-!-margin-bottom-0">
            @if (may('ConfirmExtension')) {
              <button type="button" govukButton [busy]="busy()" (click)="confirm()">Confirm the later end</button>
            }
            @if (may('SendBackExtension')) {
              <button type="button" govukButton="secondary" (click)="returning.set(true)">
                {{ isMine() ? 'Take it back' : 'Send back' }}
              </button>
            }
          </div>
        }
      </section>
    }
  `,
  styles: `
    .by {
      margin-bottom: 16px;
    }
  `,
})
export class ProposedExtension {
  private readonly placements = inject(Placements);
  private readonly session = inject(ServerSession);

  readonly it = input.required<PlacementDto>();
  readonly changed = output<PlacementDto>();
  /** The page is out of date. */
  readonly newer = output<void>();

  protected readonly busy = signal(false);
  protected readonly returning = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly isMine = computed(() => this.it().proposedExtension?.proposedById === this.session.user()?.id);
  protected readonly more = computed(() =>
    nightsInWords(nightsBetween(this.it().plannedEndOn, this.it().proposedExtension?.plannedEndOn ?? '')),
  );
  protected readonly weekly = computed(() => priceOn(this.it().prices, this.it().plannedEndOn)?.totalWeeklyPence);

  protected readonly back = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Give your reason', LONGEST_REASON),
    {
      idPrefix: 'extension-back',
      save: async ({ reason }) => {
        await this.decide(this.placements.sendBackExtension(this.it().id, reason.trim(), this.it().version));
      },
    },
  );

  protected may(trigger: 'ConfirmExtension' | 'SendBackExtension'): boolean {
    return this.it().permittedTriggers.includes(trigger);
  }

  protected async confirm(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    await this.decide(this.placements.confirmExtension(this.it().id, this.it().version));
    this.busy.set(false);
  }

  private async decide(sent: Promise<PlacementDto>): Promise<void> {
    try {
      this.changed.emit(await sent);
      this.problem.set(undefined);
      this.returning.set(false);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
