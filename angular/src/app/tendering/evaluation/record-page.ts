import { Component, computed, inject, input, resource } from '@angular/core';
import { problemOf } from '../../core/problem';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { GovukSummaryList } from '../../ui/summary-list';
import { CallOffs } from '../call-offs';
import { awardOf, bidRows, competitionOf, judgementOf } from './record-value';

/** The written report on an award, for the file and for whoever asks later. */
@Component({
  selector: 'dps-record-page',
  imports: [Breadcrumbs, GovukButton, GovukErrorSummary, GovukSummaryList, Loading, Money, PageHeader, ScrollX, Status],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './record-page.html',
  styleUrl: './record-page.scss',
})
export class RecordPage {
  private readonly callOffs = inject(CallOffs);

  readonly id = input.required<string>();

  protected readonly record = resource({
    params: () => this.id(),
    loader: ({ params }) => this.callOffs.record(params),
  });
  protected readonly problem = computed(() => (this.record.error() ? problemOf(this.record.error()) : undefined));
  protected readonly file = computed(() => `/api/call-offs/${this.id()}/award/record/file`);
  protected readonly sections = computed(() => {
    const report = this.record.hasValue() ? this.record.value().report : undefined;
    return report
      ? [
          { heading: 'The award', rows: awardOf(report) },
          { heading: 'The competition', rows: competitionOf(report) },
          { heading: 'Who judged', rows: judgementOf(report) },
        ]
      : [];
  });
  protected readonly bids = computed(() =>
    this.record.hasValue()
      ? this.record.value().report.bids.map((bid) => ({ ...bid, rows: bidRows(bid, this.record.value()!.report) }))
      : [],
  );

  protected print(): void {
    window.print();
  }

  protected points(value: number | null | undefined): string {
    return value === null || value === undefined ? '–' : value.toFixed(2);
  }
}
