import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { visitGet } from '../../../proxy/functions';
import { VisitDto, VisitItemDto, VisitSectionDto } from '../../../proxy/models';
import { Breadcrumbs } from '../../../ui/breadcrumbs';
import { GovukDetails } from '../../../ui/details';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Fact } from '../../../ui/parts';
import { Status } from '../../../ui/status';
import { formatDateTime, UkDateTime } from '../../../ui/uk-date-time';
import { MODES, NOTICES, RESULTS, stateInWords } from '../visit-words';

/** What a visit found: score, critical failures, and every answer, failures first. */
@Component({
  selector: 'dps-visit-result-page',
  imports: [
    Breadcrumbs,
    FactStrip,
    GovukDetails,
    GovukErrorSummary,
    Loading,
    PageHeader,
    RouterLink,
    Status,
    UkDateTime,
  ],
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

  protected readonly noticeOf = ({ notice }: VisitDto): string => NOTICES[notice];
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
  /** Of a cancelled visit nothing was found. */
  private readonly sections = computed(() =>
    this.current()?.state === 'Cancelled' ? [] : (this.current()?.sections ?? []),
  );
  private readonly answers = computed(() =>
    this.sections().flatMap((section) => section.items.map((item) => answerOf(section, item))),
  );
  /** Failures first, the critical ones before the others; then advisories. */
  protected readonly groups = computed(() =>
    [
      { heading: 'Critical failures', items: this.answers().filter((a) => a.result === 'Fail' && a.critical) },
      { heading: 'Other failures', items: this.answers().filter((a) => a.result === 'Fail' && !a.critical) },
      { heading: 'Advisories', items: this.answers().filter((a) => a.result === 'Advisory') },
    ].filter(({ items }) => items.length > 0),
  );
  protected readonly others = computed(() =>
    this.sections()
      .map(({ id, title, items }) => {
        const rest = items.filter(({ result }) => result === 'Pass' || result === 'NotApplicable');
        const passed = rest.filter(({ result }) => result === 'Pass').length;
        return {
          id,
          summary: `${title}: ${passed} of ${items.length} passed`,
          items: rest.map((item) => answerOf({ id, title, items }, item)),
        };
      })
      .filter(({ items }) => items.length > 0),
  );
}

function answerOf(section: VisitSectionDto, item: VisitItemDto) {
  const area = item.measuredArea === null ? [] : [`${item.measuredArea.toFixed(2)} m²`];
  const room = [...(item.placeName ? [item.placeName] : []), ...area].join(', ');
  return {
    ...item,
    critical: item.criticality === 'Critical',
    room,
    where: [section.title, room].filter(Boolean).join(', '),
    said: RESULTS.find((result) => result.value === item.result),
  };
}
