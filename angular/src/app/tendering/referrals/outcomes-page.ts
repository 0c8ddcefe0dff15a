import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { problemOf } from '../../core/problem';
import { ReferralOutcomeKind } from '../../proxy/models';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { datePartsOf, isoDateOf, noDate } from '../../ui/dates';
import { FactStrip } from '../../ui/fact-strip';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Fact } from '../../ui/parts';
import { ScrollX } from '../../ui/scroll-x';
import { UkDate } from '../../ui/uk-date';
import { Referrals } from '../referrals';
import { OUTCOME_KINDS, REFERRAL_CANCEL_REASONS } from '../words';

/** How needs ended, with those that no call-off met: what a sufficiency duty is measured by. */
@Component({
  selector: 'dps-outcomes-page',
  imports: [
    Breadcrumbs,
    FactStrip,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    Loading,
    PageHeader,
    ScrollX,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  template: `
    <govuk-error-summary [form]="form" [problem]="problem()" />
    <dps-page-header
      officer
      heading="How needs ended"
      lead="Every referral of your council that was placed or ended, also those for which no provider was asked."
    >
      <dps-breadcrumbs [crumbs]="[{ label: 'Referrals', link: '/referrals' }]" />
    </dps-page-header>
    <form class="period" [govukForm]="form">
      <govuk-date-input [field]="form.tree.from" legend="First day" />
      <govuk-date-input [field]="form.tree.to" legend="Last day" hint="This day is included" />
      <button type="submit" govukButton="secondary" [busy]="form.busy() || outcomes.isLoading()">Show</button>
    </form>
    @if (outcomes.hasValue()) {
      @let it = outcomes.value();
      <p>
        <strong>{{ it.from | ukDate }} to {{ it.to | ukDate }}</strong>
      </p>
      <dps-fact-strip [facts]="facts()" />
      @if (it.others.length > 0) {
        <dps-scroll-x stacked label="Needs without a home from a call-off" class="dps-table-frame dps-section">
          <table class="govuk-table dps-table">
            <caption class="govuk-visually-hidden">
              Needs without a home from a call-off, by reason
            </caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th class="govuk-table__header" scope="col">How it ended</th>
                <th class="govuk-table__header govuk-table__header--numeric" scope="col">Young people</th>
                <th class="govuk-table__header govuk-table__header--numeric" scope="col">After a call-off</th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              @for (other of it.others; track other.reason) {
                <tr class="govuk-table__row">
                  <th class="govuk-table__cell" scope="row">{{ reasons[other.reason] }}</th>
                  <td class="govuk-table__cell govuk-table__cell--numeric">{{ other.count }}</td>
                  <td class="govuk-table__cell govuk-table__cell--numeric">{{ other.searched }}</td>
                </tr>
              }
            </tbody>
          </table>
        </dps-scroll-x>
      } @else {
        <p class="dps-section">
          {{ it.total > 0 ? 'Every one of them has a home from a call-off.' : 'No referral ended in these days.' }}
        </p>
      }
    } @else if (outcomes.isLoading()) {
      <dps-loading text="Counting" />
    }
  `,
  styles: `
    .period {
      display: flex;
      flex-wrap: wrap;
      gap: 0 24px;
      align-items: end;
    }

    .period button {
      margin-bottom: 30px;
    }
  `,
})
export class OutcomesPage {
  private readonly referrals = inject(Referrals);

  private readonly period = signal<{ from?: string; to?: string }>({});
  protected readonly outcomes = resource({
    params: () => this.period(),
    loader: ({ params }) => this.referrals.outcomes(params.from, params.to),
  });
  protected readonly problem = computed(() => (this.outcomes.error() ? problemOf(this.outcomes.error()) : undefined));
  protected readonly reasons = REFERRAL_CANCEL_REASONS;

  protected readonly form = govukForm(
    signal({ from: noDate(), to: noDate() }),
    (path) => {
      validate(path.from, ({ value }) =>
        isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter the first day, like 1 4 2026' },
      );
      validate(path.to, ({ value, valueOf }) => {
        const [from, to] = [isoDateOf(valueOf(path.from)), isoDateOf(value())];
        if (!to) return { kind: 'date', message: 'Enter the last day, like 31 3 2027' };
        return from && to < from ? { kind: 'order', message: 'The last day must not be before the first' } : undefined;
      });
    },
    {
      save: ({ from, to }) => {
        this.period.set({ from: isoDateOf(from), to: isoDateOf(to) });
        return Promise.resolve();
      },
      idPrefix: 'period',
    },
  );

  constructor() {
    effect(() => {
      const applied = this.outcomes.hasValue() ? this.outcomes.value() : undefined;
      if (applied)
        untracked(() => this.form.model.set({ from: datePartsOf(applied.from), to: datePartsOf(applied.to) }));
    });
  }

  protected readonly facts = computed<readonly Fact[]>(() => {
    if (!this.outcomes.hasValue()) return [];

    const { total, placedByCallOff, others } = this.outcomes.value();
    const of = (wanted: ReferralOutcomeKind): number =>
      others.filter(({ kind }) => kind === wanted).reduce((sum, { count }) => sum + count, 0);
    const needed = total - of('NoNeed');
    return [
      { label: 'Home from a call-off', value: String(placedByCallOff), note: `of ${needed} needed`, large: true },
      ...(['PlacedInstead', 'NotSearched', 'NotFound', 'NoNeed'] as const).map((kind) => ({
        label: OUTCOME_KINDS[kind],
        value: String(of(kind)),
        large: true,
      })),
    ];
  });
}
