import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../../core/page-title';
import { problemOf } from '../../../core/problem';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import {
  schemeChangeValidity,
  schemeClose,
  schemeGet,
  schemePublish,
  schemeSetAwardFee,
} from '../../../proxy/functions';
import { SchemeDto } from '../../../proxy/models';
import { Breadcrumbs } from '../../../ui/breadcrumbs';
import { datePartsOf, isoDateOf, noDate } from '../../../ui/dates';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Loading } from '../../../ui/loading';
import { parseDecimal } from '../../../ui/money';
import { PageHeader } from '../../../ui/page-header';
import { Fact } from '../../../ui/parts';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { formatDate } from '../../../ui/uk-date';
import { RegimeTable } from '../regime-table';
import { SchemeAgreements } from '../scheme-agreements';
import { SchemeDiary } from '../scheme-diary';
import { SchemeWindows } from '../scheme-windows';
import { minutesInWords } from '../../../ui/minutes';
import { CATEGORIES, feeInWords, REGIMES, STATES, TIME_BASES, USES } from '../scheme-words';

/** The settings of a scheme beside what its law allows. The server refuses what the law refuses, and says why. */
@Component({
  selector: 'dps-scheme-page',
  imports: [
    Breadcrumbs,
    FactStrip,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukTextarea,
    Loading,
    PageHeader,
    RegimeTable,
    RouterLink,
    SchemeAgreements,
    SchemeDiary,
    SchemeWindows,
    ScrollX,
    Status,
  ],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './scheme-page.html',
  styleUrl: './scheme-page.scss',
})
export class SchemePage {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);

  readonly id = input.required<string>();

  private readonly loaded = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.invoke(schemeGet, params),
  });
  protected readonly scheme = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly problem = computed(() => (this.loaded.error() ? problemOf(this.loaded.error()) : undefined));
  protected readonly mayManage = computed(
    () => this.session.may('Schemes.Manage') && this.scheme()?.hostAuthorityId === this.session.organisation()?.id,
  );
  protected readonly saved = signal('');

  protected readonly crumbs = [{ label: 'Schemes', link: '/accreditation/schemes' }];
  protected readonly regimes = REGIMES;
  protected readonly categories = CATEGORIES;
  protected readonly uses = USES;
  protected readonly states = STATES;

  protected readonly facts = computed<readonly Fact[]>(() => {
    const scheme = this.scheme();
    if (!scheme) return [];

    return [
      { label: 'Notice', value: formatDate(scheme.contractNoticeDate) },
      { label: 'Runs', value: `${formatDate(scheme.startsOn)} to ${formatDate(scheme.endsOn)}` },
      {
        label: 'Decide applications in',
        value: `${scheme.decisionWorkingDays} working days`,
        note: scheme.extendedDecisionWorkingDays
          ? `${scheme.extendedDecisionWorkingDays} with a reason`
          : 'The clock may pause for an answer',
      },
      {
        label: 'Least time to bid',
        value: minutesInWords(scheme.minimumTenderMinutes),
        note: TIME_BASES[scheme.tenderTimeBasis],
      },
      { label: 'Fee on award', value: feeInWords(scheme.awardFeeBasisPoints) },
    ];
  });

  protected readonly validity = govukForm(
    signal({ endsOn: noDate(), reason: '' }),
    (path) => {
      validate(path.endsOn, ({ value }) =>
        isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter the last day of the scheme' },
      );
      required(path.reason, { message: 'Say why the last day changes' });
    },
    {
      save: ({ endsOn, reason }) =>
        this.send('The last day is changed.', (id, version) =>
          this.api.invoke(schemeChangeValidity, { id, body: { endsOn: isoDateOf(endsOn) ?? '', reason, version } }),
        ),
      idPrefix: 'validity',
    },
  );
  protected readonly fee = govukForm(
    signal({ awardFeeBasisPoints: '' }),
    (path) => {
      validate(path.awardFeeBasisPoints, ({ value }) =>
        value().trim() === '' || basisPointsOf(value())
          ? undefined
          : { kind: 'fee', message: 'Enter a percentage from 0.01 to 100, like 0.5, or leave it empty for none' },
      );
    },
    {
      save: ({ awardFeeBasisPoints }) =>
        this.send('The fee is changed.', (id, version) =>
          this.api.invoke(schemeSetAwardFee, {
            id,
            body: { awardFeeBasisPoints: basisPointsOf(awardFeeBasisPoints) ?? null, version },
          }),
        ),
      idPrefix: 'fee',
    },
  );

  protected readonly publishing = govukForm(signal({}), () => undefined, {
    save: () =>
      this.send('The scheme is published.', (id, version) => this.api.invoke(schemePublish, { id, body: { version } })),
    idPrefix: 'publishing',
  });
  protected readonly closing = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why the scheme closes' });
    },
    {
      save: ({ reason }) =>
        this.send('The scheme is closed.', (id, version) =>
          this.api.invoke(schemeClose, { id, body: { reason, version } }),
        ),
      idPrefix: 'closing',
    },
  );

  constructor() {
    const title = inject(PageTitle);
    let filled = '';
    effect(() => {
      const scheme = this.scheme();
      if (!scheme) return;

      title.set(scheme.name);
      if (filled === scheme.id) return;
      filled = scheme.id;
      this.validity.model.set({ endsOn: datePartsOf(scheme.endsOn), reason: '' });
      this.fee.model.set({ awardFeeBasisPoints: feeText(scheme) });
    });
  }

  protected take(scheme: SchemeDto): void {
    this.loaded.set(scheme);
  }

  protected reload(): void {
    this.loaded.reload();
  }

  private async send(said: string, call: (id: string, version: number) => Promise<SchemeDto>): Promise<void> {
    this.saved.set('');
    const scheme = this.scheme();
    if (!scheme) return;

    this.loaded.set(await call(scheme.id, scheme.version));
    this.saved.set(said);
  }
}

/** Hundredths of a per cent from a percentage as typed. */
function basisPointsOf(text: string): number | undefined {
  const percent = parseDecimal(text);
  const points = percent === undefined ? 0 : Math.round(percent * 100);
  return points >= 1 && points <= 10_000 ? points : undefined;
}

const feeText = (scheme: SchemeDto): string =>
  scheme.awardFeeBasisPoints ? String(scheme.awardFeeBasisPoints / 100) : '';
