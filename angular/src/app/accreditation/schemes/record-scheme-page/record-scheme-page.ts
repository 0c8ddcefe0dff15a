import { Component, computed, inject, resource, signal } from '@angular/core';
import { applyEach, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { schemeGet, schemeGetList, schemeRecord } from '../../../proxy/functions';
import { AccreditationUse, AdmissionMode, OfstedCategory, Regime, TenderTimeBasis } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { isoDateOf, noDate } from '../../../ui/dates';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukSelect } from '../../../ui/govuk-select';
import { parseWhole } from '../../../ui/money';
import { Choice } from '../../../ui/parts';
import { CATEGORIES, REGIMES, TIME_BASES, USES } from '../scheme-words';

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const UNITS = [
  { value: '1440', label: 'days' },
  { value: '60', label: 'hours' },
  { value: '1', label: 'minutes' },
];

const newLot = () => ({ name: '', category: '', ages: '16', use: 'AwardGate' });

const blank = () => ({
  name: '',
  reference: '',
  regime: '',
  contractNoticeDate: noDate(),
  startsOn: noDate(),
  endsOn: noDate(),
  admissionMode: 'Continuous',
  tenderTimeBasis: '',
  minimumTender: '',
  minimumTenderUnit: '1440',
  agreement: [] as string[],
  lots: [newLot()],
  memberAuthorityIds: [] as string[],
});

/** A scheme that was set up outside the portal, as its notice says. The server holds it to its law. */
@Component({
  selector: 'dps-record-scheme-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukCheckboxes,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukRadios,
    GovukSelect,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './record-scheme-page.html',
})
export class RecordSchemePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(ServerSession);

  protected readonly regimes = choicesOf(REGIMES);
  protected readonly timeBases = choicesOf(TIME_BASES);
  protected readonly categories = choicesOf(CATEGORIES);
  protected readonly uses = choicesOf(USES);
  protected readonly units = UNITS;
  protected readonly ages = [
    { value: '16', label: '16 and over' },
    { value: '18', label: '18 and over' },
  ];
  protected readonly admissions = [
    { value: 'Continuous', label: 'Any day' },
    { value: 'Windowed', label: 'In windows' },
  ];
  protected readonly agreements = [
    { value: 'yes', label: 'Every provider has agreed in writing to less than ten days' },
  ];

  /** Those that buy through the authority's other schemes; more are added by their access agreements. */
  private readonly known = resource({
    loader: async () => {
      const schemes = await this.api.invoke(schemeGetList, undefined);
      const all = await Promise.all(schemes.map(({ id }) => this.api.invoke(schemeGet, { id })));
      return new Map(
        all.flatMap((scheme) => scheme.memberAuthorities).map(({ authorityId, name }) => [authorityId, name]),
      );
    },
  });
  protected readonly authorities = computed<Choice[]>(() => {
    const own = this.session.organisation();
    const others = this.known.hasValue() ? [...this.known.value()].filter(([id]) => id !== own?.id) : [];
    const all = own ? [[own.id, own.name] as [string, string], ...others] : others;
    return all.map(([value, label]) => ({ value, label }));
  });

  protected readonly form = govukForm(
    signal(blank()),
    (path) => {
      required(path.name, { message: 'Enter the name of the scheme' });
      required(path.reference, { message: 'Enter its reference' });
      required(path.regime, { message: 'Choose the law it lives under' });
      for (const [field, what] of [
        [path.contractNoticeDate, 'of the notice'],
        [path.startsOn, 'it starts'],
        [path.endsOn, 'it ends'],
      ] as const) {
        validate(field, ({ value }) =>
          isoDateOf(value()) ? undefined : { kind: 'date', message: `Enter the day ${what}` },
        );
      }
      required(path.tenderTimeBasis, { message: 'Choose what the least time to bid rests on' });
      validate(path.minimumTender, ({ value }) =>
        parseWhole(value()) ? undefined : { kind: 'number', message: 'Enter the least time to bid, like 10' },
      );
      applyEach(path.lots, (lot) => {
        required(lot.name, { message: 'Enter the name of the lot' });
        required(lot.category, { message: 'Choose the category of the lot' });
      });
    },
    { save: (value) => this.save(value), fieldNames: { minimumTenderMinutes: 'minimumTender' } },
  );

  protected addLot(): void {
    this.form.model.update((model) => ({ ...model, lots: [...model.lots, newLot()] }));
  }

  protected removeLot(index: number): void {
    this.form.model.update((model) => ({ ...model, lots: model.lots.filter((_, at) => at !== index) }));
  }

  private async save(value: ReturnType<typeof blank>): Promise<void> {
    const scheme = await this.api.invoke(schemeRecord, {
      body: {
        name: value.name,
        reference: value.reference,
        regime: value.regime as Regime,
        contractNoticeDate: isoDateOf(value.contractNoticeDate) ?? '',
        startsOn: isoDateOf(value.startsOn) ?? '',
        endsOn: isoDateOf(value.endsOn) ?? '',
        admissionMode: value.admissionMode as AdmissionMode,
        tenderTimeBasis: value.tenderTimeBasis as TenderTimeBasis,
        minimumTenderMinutes: (parseWhole(value.minimumTender) ?? 0) * Number(value.minimumTenderUnit),
        mutualAgreementFromAllMembers: value.agreement.includes('yes'),
        awardFeeBasisPoints: null,
        lots: value.lots.map((lot) => ({
          name: lot.name,
          category: lot.category as OfstedCategory,
          admits16To17: lot.ages === '16',
          accreditationUse: lot.use as AccreditationUse,
        })),
        memberAuthorityIds: value.memberAuthorityIds,
      },
    });
    await this.router.navigate(['/accreditation/schemes', scheme.id]);
  }
}
