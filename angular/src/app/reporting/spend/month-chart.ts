import { Component, computed, input, signal } from '@angular/core';
import { SpendSummaryDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { formatMoney } from '../../ui/money';
import { ScrollX } from '../../ui/scroll-x';
import { shortMoney, trendFigures, trendOf } from './findings';
import { measuredWidth } from './measured';
import { layOut, penceOfSeries, seriesOf } from './month-bars';
import { monthName } from './period';

/** Spend by month and lot: stacked bars that name themselves, or the same as a table. */
@Component({
  selector: 'dps-month-chart',
  imports: [GovukButton, ScrollX],
  templateUrl: './month-chart.html',
  styleUrl: './charts.scss',
})
export class MonthChart {
  readonly summary = input.required<SpendSummaryDto>();

  protected readonly asTable = signal(false);
  protected readonly short = shortMoney;
  private readonly width = measuredWidth(720);

  protected readonly heading = computed(() => trendOf(this.summary().months, this.summary(), this.summary().lots));
  protected readonly figures = computed(() => trendFigures(this.summary().months, this.summary()));
  protected readonly series = computed(() => seriesOf(this.summary().lots));
  protected readonly drawing = computed(() =>
    layOut(this.summary().months, this.series(), this.summary(), Math.max(240, this.width() - 46)),
  );
  protected readonly title = computed(() => {
    const lots = this.series().map(({ name, share }) => `${name} ${share}`);
    return [`${this.heading()}.`, this.figures() && `${this.figures()}.`, `By lot: ${lots.join(', ')}.`]
      .filter(Boolean)
      .join(' ');
  });
  protected readonly rows = computed(() =>
    this.summary().months.map((month) => ({
      key: month.month,
      name: `${monthName(month.month)} ${month.month.slice(0, 4)}`,
      cells: this.series().map(({ name }) => formatMoney(penceOfSeries(month, this.series(), name))),
      total: formatMoney(month.totalPence),
    })),
  );
  protected readonly totals = computed(() => this.series().map(({ pence }) => formatMoney(pence)));
  protected readonly total = computed(() => formatMoney(this.summary().totalPence));
}
