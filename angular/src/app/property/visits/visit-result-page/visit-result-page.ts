import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { visitGet } from '../../../proxy/functions';
import { Breadcrumbs } from '../../../ui/breadcrumbs';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Fact } from '../../../ui/parts';
import { Status } from '../../../ui/status';
import { formatDateTime } from '../../../ui/uk-date-time';
import { MODES, NOTICES, RESULTS, stateInWords } from '../visit-words';

/** What a visit found: score, critical failures, and every answer that is not a pass. */
@Component({
  selector: 'dps-visit-result-page',
  imports: [Breadcrumbs, FactStrip, GovukErrorSummary, Loading, PageHeader, RouterLink, Status],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './visit-result-page.html',
  styleUrl: './visit-result-page.scss',
})
export class VisitResultPage {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);

  readonly id = input.required<string>();

  protected readonly visit = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.invoke(visitGet, params),
  });
  protected readonly problem = computed(() => (this.visit.error() ? problemOf(this.visit.error()) : undefined));
  protected readonly current = computed(() => (this.visit.hasValue() ? this.visit.value() : undefined));
  protected readonly crumbs = [{ label: 'Visits', link: '/property/visits' }];
  protected readonly mayReview = computed(() => this.session.may('Applications.Review'));

  protected readonly state = computed(() =>
    stateInWords(this.current()?.state ?? 'Booked', this.current()?.passed ?? null),
  );
  protected readonly facts = computed<readonly Fact[]>(() => {
    const visit = this.current();
    if (!visit) return [];

    const results = visit.sections.flatMap((section) => section.items).map((item) => item.result);
    const count = (wanted: string): string => String(results.filter((result) => result === wanted).length);
    return [
      ...(typeof visit.scorePercent === 'number'
        ? [
            {
              label: 'Score',
              value: `${visit.scorePercent}%`,
              large: true,
              note: '80% passes, with no critical fail',
            },
          ]
        : []),
      { label: 'Fails', value: count('Fail'), large: true },
      { label: 'Advisories', value: count('Advisory'), large: true },
      {
        label: 'Visited',
        value: formatDateTime(visit.scheduledAt),
        note: `${MODES[visit.mode]}, ${NOTICES[visit.notice]}`,
      },
      { label: 'Lead visitor', value: visit.leadVisitorName },
    ];
  });
  protected readonly findings = computed(() =>
    (this.current()?.sections ?? [])
      .map((section) => ({
        ...section,
        items: section.items
          .filter((item) => item.result === 'Fail' || item.result === 'Advisory')
          .map((item) => ({ ...item, said: RESULTS.find((result) => result.value === item.result) })),
      }))
      .filter((section) => section.items.length > 0),
  );
}
