import { Component, computed, effect, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { ServerSession } from '../../core/server-session';
import { counted } from '../../ui/counted';
import { datePartsOf, isoDateOf } from '../../ui/dates';
import { FactStrip } from '../../ui/fact-strip';
import { realDate } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { Loading } from '../../ui/loading';
import { formatMoney, Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { Fact } from '../../ui/parts';
import { Segmented } from '../../ui/segmented';
import { formatDate } from '../../ui/uk-date';
import { RunRateDto } from '../../proxy/models';
import { Spend } from '../spend';
import { BoroughMap } from './borough-map';
import { ColumnsExplained } from './columns-explained';
import { MonthChart } from './month-chart';
import { dayOf, Days, daysInWords, daysOf, PeriodName, periodNameOf } from './period';
import { RankedBars } from './ranked-bars';

const PERIODS = [
  { value: 'year', label: 'This financial year' },
  { value: 'quarter', label: 'Last quarter' },
  { value: 'month', label: 'Last month' },
  { value: 'own', label: 'Own dates' },
];

/** What the authority spends, and on what; the period is in the address. */
@Component({
  selector: 'dps-spend-page',
  imports: [
    BoroughMap,
    ColumnsExplained,
    FactStrip,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    Loading,
    Money,
    MonthChart,
    PageHeader,
    RankedBars,
    Segmented,
  ],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './spend-page.html',
  styleUrl: './spend-page.scss',
})
export class SpendPage {
  private readonly spend = inject(Spend);
  private readonly router = inject(Router);
  private readonly today = dayOf(untracked(inject(ServerClock).now));

  readonly period = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly authority = inject(ServerSession).organisation()?.name ?? '';
  protected readonly periods = PERIODS;
  protected readonly routeWords = {
    DPS: 'Through a scheme',
    COL: 'Closed ordered list',
    OSL: 'Open select list',
    Spot: 'Spot purchase',
    Block: 'Block contract',
  };
  protected readonly ageWords = { '16-17': 'Age 16 to 17', '18-20': 'Age 18 to 20', '21-25': 'Age 21 to 25' };

  private readonly inAddress = computed(() => periodNameOf(this.period(), this.from(), this.to()));
  /** The choice shown; ahead of the address while somebody still types own dates. */
  protected readonly chosen = linkedSignal<PeriodName>(() => this.inAddress());
  private readonly days = computed<Days>(
    () => {
      const name = this.inAddress();
      return name === 'own' ? { from: this.from() ?? '', to: this.to() ?? '' } : daysOf(name, this.today);
    },
    { equal: (a, b) => a.from === b.from && a.to === b.to },
  );

  protected readonly summary = resource({
    params: () => this.days(),
    loader: ({ params }) => this.spend.summary(params),
  });
  protected readonly runRate = resource({ loader: () => this.spend.runRate(this.today) });
  protected readonly failed = computed(() => {
    const problem = this.summary.error() ? problemOf(this.summary.error()) : undefined;
    return problem && this.inAddress() === 'own' && Object.keys(problem.errors).length > 0 ? undefined : problem;
  });
  protected readonly lead = computed(() => `${this.authority}, ${daysInWords(this.days())}`);
  protected readonly facts = computed<Fact[]>(() => (this.summary.hasValue() ? this.factsOf() : []));
  protected readonly nightsPence = computed(() =>
    this.summary.hasValue() ? this.summary.value().totalPence - this.summary.value().setUpPence : 0,
  );
  protected readonly csv = computed(() => this.spend.fileLink(this.days(), 'csv'));
  protected readonly xlsx = computed(() => this.spend.fileLink(this.days(), 'xlsx'));

  protected readonly own = govukForm(
    signal({ from: datePartsOf(undefined), to: datePartsOf(undefined) }),
    (path) => {
      realDate(path.from, 'The first day', 'Enter the first day');
      realDate(path.to, 'The last day', 'Enter the last day');
    },
    { save: ({ from, to }) => this.show({ from: isoDateOf(from) ?? '', to: isoDateOf(to) ?? '' }) },
  );

  constructor() {
    effect(() => {
      const { from, to } = this.days();
      this.own.model.set({ from: datePartsOf(from), to: datePartsOf(to) });
    });
    // What the server says about the dates stands at the dates, also when they came with the address.
    effect(() => {
      const error = this.summary.error();
      if (error && !untracked(this.failed)) untracked(() => this.own.show(problemOf(error)));
    });
  }

  protected choose(name: string): void {
    this.chosen.set(name as PeriodName);
    this.own.clear();
    if (name !== 'own') void this.router.navigate([], { queryParams: name === 'year' ? {} : { period: name } });
  }

  private async show({ from, to }: Days): Promise<void> {
    if (from === this.from() && to === this.to()) this.summary.reload();
    else await this.router.navigate([], { queryParams: { from, to } });
  }

  private factsOf(): Fact[] {
    const it = this.summary.value();
    const rate = this.runRate.hasValue() ? this.runRate.value() : undefined;
    if (!it) return [];
    return [
      {
        label: 'Spend in the period',
        value: formatMoney(it.totalPence),
        note: `${counted(it.placements, 'placement')}, ${counted(it.providers, 'provider')}`,
        large: true,
      },
      {
        label: `Weekly run-rate on ${formatDate(this.today)}`,
        value: formatMoney(rate?.weeklyPence),
        note: rate ? `${weekOf(rate)} for each of the ${counted(rate.placements, 'placement')} tonight` : undefined,
        large: true,
      },
      {
        label: 'Average week in the period',
        value: formatMoney(it.averageWeeklyPence),
        note: 'what seven nights of every placement cost, set-up left out',
        large: true,
      },
      {
        label: 'Bought through the scheme',
        value: `${it.throughSchemePercent}%`,
        note: 'of the placements',
        large: true,
      },
    ];
  }
}

const weekOf = ({ weeklyPence, placements }: RunRateDto): string =>
  formatMoney(placements === 0 ? 0 : Math.round(weeklyPence / placements));
