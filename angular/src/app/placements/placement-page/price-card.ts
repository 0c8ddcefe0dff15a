import { Component, computed, input } from '@angular/core';
import { PlacementDto } from '../../proxy/models';
import { formatMoney, Money } from '../../ui/money';
import { ScrollX } from '../../ui/scroll-x';
import { formatDate, UkDate } from '../../ui/uk-date';
import { endOf, nightsBetween, nightsInWords } from '../nights';
import { reasonInWords } from '../words';

/** The dated prices, newest first, each with the nights it holds. */
@Component({
  selector: 'dps-price-card',
  imports: [Money, ScrollX, UkDate],
  template: `
    <section class="dps-card dps-card--table">
      <h2 class="dps-card__heading">{{ finding() }}</h2>
      <dps-scroll-x stacked label="Prices">
        <table class="govuk-table dps-table">
          <caption class="govuk-visually-hidden">
            Weekly prices by date
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th class="govuk-table__header" scope="col">From</th>
              <th class="govuk-table__header govuk-table__header--numeric" scope="col">Accommodation</th>
              <th class="govuk-table__header govuk-table__header--numeric" scope="col">Core support</th>
              <th class="govuk-table__header govuk-table__header--numeric" scope="col">One-to-one support</th>
              <th class="govuk-table__header govuk-table__header--numeric" scope="col">Nights and other</th>
              <th class="govuk-table__header govuk-table__header--numeric" scope="col">A week</th>
              <th class="govuk-table__header" scope="col">Why</th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            @for (row of rows(); track row.from) {
              <tr class="govuk-table__row">
                <th class="govuk-table__header" scope="row">
                  {{ row.from | ukDate }}
                  <small>{{ row.nights }}</small>
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{{ row.accommodationPence | money }}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{{ row.coreSupportPence | money }}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{{ row.additionalSupportPence | money }}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{{ row.otherPence | money }}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  <strong>{{ row.totalWeeklyPence | money }}</strong>
                </td>
                <td class="govuk-table__cell">{{ row.why }}</td>
              </tr>
            }
          </tbody>
        </table>
      </dps-scroll-x>
    </section>
  `,
  styles: `
    th[scope='row'] {
      white-space: nowrap;
    }
  `,
})
export class PriceCard {
  readonly placement = input.required<PlacementDto>();
  /** London date: a price is said to have come, or to come. */
  readonly today = input.required<string>();

  protected readonly rows = computed(() => {
    const { prices } = this.placement();
    const end = endOf(this.placement());
    return prices
      .map((price, i) => ({
        ...price,
        nights: nightsInWords(nightsBetween(price.from, earlier(prices[i + 1]?.from ?? end, end))),
        why: reasonInWords(price.reason) ?? (price.variation ? 'Variation' : 'As agreed'),
      }))
      .reverse();
  });
  protected readonly finding = computed(() => {
    const [last, before] = this.rows();
    if (!last || !before) return 'One price for the whole placement';

    const change = last.totalWeeklyPence - before.totalWeeklyPence;
    if (change === 0) return 'The week costs the same as before';
    const by = `${formatMoney(Math.abs(change))} ${change > 0 ? 'dearer' : 'cheaper'}`;
    const end = endOf(this.placement());
    if (last.from >= end) return `The week would have got ${by}`;
    return last.from > this.today() ? `The week gets ${by} on ${formatDate(last.from)}` : `The week got ${by}`;
  });
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
