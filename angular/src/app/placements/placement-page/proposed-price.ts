import { Component, computed, inject, input, output, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { Problem, problemOf } from '../../core/problem';
import { namesField } from '../../core/refusals';
import { ServerClock } from '../../core/server-clock';
import { ServerSession } from '../../core/server-session';
import { PlacementDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Money } from '../../ui/money';
import { NewerVersion } from '../../ui/newer-version';
import { UkDate } from '../../ui/uk-date';
import { UkDateTime } from '../../ui/uk-date-time';
import { dayOf, priceOn } from '../nights';
import { Placements } from '../placements';
import { reasonInWords } from '../words';

/** A price that one person proposed and another has to decide on: what it is now, and what it would be. */
@Component({
  selector: 'dps-proposed-price',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, Money, NewerVersion, UkDate, UkDateTime],
  template: `
    @if (it().proposedPrice; as proposed) {
      <section class="dps-card dps-card--lead">
        <h2 class="dps-card__heading">A new price waits for a second person</h2>
        <dps-newer-version [problem]="problem()" (loadNewer)="newer.emit()" />
        <p>
          From {{ proposed.from | ukDate }} the week would cost
          <strong>{{ proposed.totalWeeklyPence | money }}</strong>, {{ held()?.totalWeeklyPence | money }} without it.
          {{ why() }}.
        </p>
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">
            The price before and after, by part
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th class="govuk-table__header" scope="col">A week</th>
              <th class="govuk-table__header govuk-table__header--numeric" scope="col">Now</th>
              <th class="govuk-table__header govuk-table__header--numeric" scope="col">Proposed</th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            @for (row of rows(); track row.name) {
              <tr class="govuk-table__row">
                <th class="govuk-table__header" scope="row">{{ row.name }}</th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{{ row.now | money }}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  @if (row.now === row.then) {
                    {{ row.then | money }}
                  } @else {
                    <strong>{{ row.then | money }}</strong>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
        <p class="dps-meta by">Proposed by {{ proposed.proposedByName }} on {{ proposed.proposedAt | ukDateTime }}</p>
        @if (returning()) {
          <form [govukForm]="back">
            <govuk-error-summary [form]="back" />
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
          } @else if (!may('ConfirmPrice')) {
            <p>An approver of your council decides.</p>
          }
          <div class="govuk-button-group govuk-!-margin-bottom-0">
            @if (may('ConfirmPrice')) {
              <button type="button" govukButton [busy]="busy()" (click)="confirm()">Confirm the new price</button>
            }
            @if (may('SendBackPrice')) {
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
    .govuk-table {
      max-width: 520px;
      margin-bottom: 12px;
    }

    .govuk-table__header,
    .govuk-table__cell {
      padding: 8px 12px 8px 0;
      font-size: 1rem;
    }

    .govuk-table__header:last-child,
    .govuk-table__cell:last-child {
      padding-right: 0;
    }

    .by {
      margin-bottom: 16px;
    }
  `,
})
export class ProposedPrice {
  private readonly placements = inject(Placements);
  private readonly session = inject(ServerSession);
  private readonly clock = inject(ServerClock);

  readonly it = input.required<PlacementDto>();
  readonly changed = output<PlacementDto>();
  readonly refused = output<Problem>();
  readonly newer = output<void>();

  protected readonly busy = signal(false);
  protected readonly returning = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly isMine = computed(() => this.it().proposedPrice?.proposedById === this.session.user()?.id);
  protected readonly held = computed(() =>
    priceOn(this.it().prices, this.it().proposedPrice?.from ?? dayOf(this.clock.now())),
  );
  protected readonly why = computed(() => reasonInWords(this.it().proposedPrice?.reason) ?? '');
  protected readonly rows = computed(() => {
    const [now, then] = [this.held(), this.it().proposedPrice];
    if (!now || !then) return [];
    return [
      { name: 'Accommodation', now: now.accommodationPence, then: then.accommodationPence },
      { name: 'Core support', now: now.coreSupportPence, then: then.coreSupportPence },
      { name: 'Additional support', now: now.additionalSupportPence, then: then.additionalSupportPence },
      { name: 'Other', now: now.otherPence, then: then.otherPence },
    ];
  });

  protected readonly back = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Give your reason' });
      validate(path.reason, ({ value }) =>
        value().length > 500
          ? { kind: 'long', message: `Shorten the reason by ${value().length - 500} characters` }
          : undefined,
      );
    },
    {
      idPrefix: 'back',
      save: async ({ reason }) => {
        await this.decide(this.placements.sendBackPrice(this.it().id, reason.trim(), this.it().version));
      },
    },
  );

  protected may(trigger: 'ConfirmPrice' | 'SendBackPrice'): boolean {
    return this.it().permittedTriggers.includes(trigger);
  }

  protected async confirm(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    try {
      await this.decide(this.placements.confirmPrice(this.it().id, this.it().version));
    } finally {
      this.busy.set(false);
    }
  }

  private async decide(sent: Promise<PlacementDto>): Promise<void> {
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
