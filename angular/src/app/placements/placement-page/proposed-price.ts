import { Component, computed, inject, input, output } from '@angular/core';
import { Problem } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { PlacementDto } from '../../proxy/models';
import { Money } from '../../ui/money';
import { UkDate } from '../../ui/uk-date';
import { dayOf, priceOn } from '../nights';
import { Placements } from '../placements';
import { reasonInWords } from '../words';
import { SecondPerson } from './second-person';

/** A price that one person proposed and another has to decide on: what it is now, and what it would be. */
@Component({
  selector: 'dps-proposed-price',
  imports: [Money, SecondPerson, UkDate],
  template: `
    @if (it().proposedPrice; as proposed) {
      <section class="dps-card dps-card--lead">
        <h2 class="dps-card__heading">A new price waits for a second person</h2>
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
        <dps-second-person
          [proposed]="proposed"
          [mayConfirm]="it().permittedTriggers.includes('ConfirmPrice')"
          [maySendBack]="it().permittedTriggers.includes('SendBackPrice')"
          confirmLabel="Confirm the new price"
          [confirm]="confirm"
          [sendBack]="sendBack"
          (changed)="changed.emit($event)"
          (refused)="refused.emit($event)"
          (newer)="newer.emit()"
        />
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
  `,
})
export class ProposedPrice {
  private readonly placements = inject(Placements);
  private readonly clock = inject(ServerClock);

  readonly it = input.required<PlacementDto>();
  readonly changed = output<PlacementDto>();
  readonly refused = output<Problem>();
  readonly newer = output<void>();

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
      { name: 'One-to-one support', now: now.additionalSupportPence, then: then.additionalSupportPence },
      { name: 'Nights and other', now: now.otherPence, then: then.otherPence },
    ];
  });

  protected readonly confirm = (): Promise<PlacementDto> =>
    this.placements.confirmPrice(this.it().id, this.it().version);
  protected readonly sendBack = (reason: string): Promise<PlacementDto> =>
    this.placements.sendBackPrice(this.it().id, reason, this.it().version);
}
