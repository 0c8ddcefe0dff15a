import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { applyEach, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { authorityGetList, schemeDraft, schemeEdit, schemeGet, schemeRecord } from '../../../proxy/functions';
import {
  AccreditationUse,
  AdmissionMode,
  OfstedCategory,
  RecordLotDto,
  RecordSchemeDto,
  Regime,
  SchemeDto,
  SchemeTemplateDto,
  TenderTimeBasis,
  UpliftRule,
} from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { datePartsOf, isoDateOf, noDate } from '../../../ui/dates';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukSelect } from '../../../ui/govuk-select';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { parseDecimal, parseWhole } from '../../../ui/money';
import { Choice } from '../../../ui/parts';
import { StartFrom } from './start-from';
import { CATEGORIES, REGIMES, TIME_BASES, UPLIFTS, USES } from '../scheme-words';

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const UNITS = [
  { value: '1440', label: 'days' },
  { value: '60', label: 'hours' },
  { value: '1', label: 'minutes' },
];

const newLot = () => ({
  name: '',
  category: '',
  ages: '16',
  use: 'AwardGate',
  criteria: '',
  areas: '',
  leastPlaces: '',
  mostPlaces: '',
  card: ['within'] as string[],
  uplift: 'None',
  highestUplift: '',
});

const newWindow = () => ({ from: noDate(), until: noDate() });

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const basisPointsOf = (text: string): number | null => {
  const percent = parseDecimal(text);
  return percent === undefined ? null : Math.round(percent * 100);
};

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
  mostMembers: '',
  fee: '',
  windows: [newWindow()],
  lots: [newLot()],
  memberAuthorityIds: [] as string[],
});

/**
 * A scheme that was set up outside the portal, as its notice says, or the draft of a new one. The server holds both to
 * their law.
 */
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
    GovukTextarea,
    RouterLink,
    StartFrom,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './record-scheme-page.html',
})
export class RecordSchemePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(ServerSession);

  /** A new scheme under the law of today, rather than one in force already. */
  readonly drafts = input(false);
  /** The draft that is edited. */
  readonly id = input<string>();

  private readonly edited = resource({
    params: () => {
      const id = this.id();
      return id ? { id } : undefined;
    },
    loader: ({ params }) => this.api.invoke(schemeGet, params),
  });

  protected readonly regimes = computed(() =>
    choicesOf(REGIMES).filter(({ value }) => !this.drafts() || value.startsWith('Pa23')),
  );
  protected readonly uplifts = choicesOf(UPLIFTS);
  protected readonly cards = [{ value: 'within', label: 'A price may not exceed the rate card' }];
  protected readonly timeBases = computed(() =>
    choicesOf(TIME_BASES).filter(({ value }) => !this.drafts() || value.startsWith('Pa23')),
  );
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

  private readonly known = resource({ loader: () => this.api.invoke(authorityGetList, undefined) });
  /** One's own first. */
  protected readonly authorities = computed<Choice[]>(() => {
    const own = this.session.organisation()?.id;
    const all = this.known.hasValue() ? this.known.value() : [];
    return [...all.filter(({ id }) => id === own), ...all.filter(({ id }) => id !== own)].map(({ id, name }) => ({
      value: id,
      label: name,
    }));
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
    {
      save: (value) => this.save(value),
      fieldNames: { minimumTenderMinutes: 'minimumTender' },
    },
  );

  constructor() {
    effect(() => {
      if (this.edited.hasValue()) this.form.model.set(modelOf(termsOfScheme(this.edited.value())));
    });
  }

  protected useTemplate({ lots, admissionMode }: SchemeTemplateDto): void {
    this.form.model.update((model) => ({ ...model, admissionMode, lots: lots.map(lotOf) }));
  }

  protected useTerms(terms: RecordSchemeDto): void {
    this.form.model.set(modelOf(terms));
  }

  protected addWindow(): void {
    this.form.model.update((model) => ({ ...model, windows: [...model.windows, newWindow()] }));
  }

  protected removeWindow(index: number): void {
    this.form.model.update((model) => ({ ...model, windows: model.windows.filter((_, at) => at !== index) }));
  }

  protected addLot(): void {
    this.form.model.update((model) => ({ ...model, lots: [...model.lots, newLot()] }));
  }

  protected removeLot(index: number): void {
    this.form.model.update((model) => ({ ...model, lots: model.lots.filter((_, at) => at !== index) }));
  }

  private async save(value: ReturnType<typeof blank>): Promise<void> {
    const scheme = await this.send(termsOf(value));
    await this.router.navigate(['/accreditation/schemes', scheme.id]);
  }

  private send(terms: RecordSchemeDto): Promise<SchemeDto> {
    if (this.edited.hasValue()) {
      const { id, version } = this.edited.value();
      return this.api.invoke(schemeEdit, { id, body: { terms, version } });
    }
    return this.drafts()
      ? this.api.invoke(schemeDraft, { body: terms })
      : this.api.invoke(schemeRecord, { body: terms });
  }
}

function termsOf(value: ReturnType<typeof blank>): RecordSchemeDto {
  return {
    name: value.name,
    reference: value.reference,
    regime: value.regime as Regime,
    contractNoticeDate: isoDateOf(value.contractNoticeDate) ?? '',
    startsOn: isoDateOf(value.startsOn) ?? '',
    endsOn: isoDateOf(value.endsOn) ?? '',
    admissionMode: value.admissionMode as AdmissionMode,
    windows:
      value.admissionMode === 'Windowed'
        ? value.windows.flatMap(({ from, until }) => {
            const [first, last] = [isoDateOf(from), isoDateOf(until)];
            return first && last ? [{ from: first, until: last }] : [];
          })
        : [],
    tenderTimeBasis: value.tenderTimeBasis as TenderTimeBasis,
    minimumTenderMinutes: (parseWhole(value.minimumTender) ?? 0) * Number(value.minimumTenderUnit),
    mutualAgreementFromAllMembers: value.agreement.includes('yes'),
    awardFeeBasisPoints: basisPointsOf(value.fee),
    mostMembers: parseWhole(value.mostMembers) ?? null,
    lots: value.lots.map((lot) => ({
      name: lot.name,
      category: lot.category as OfstedCategory,
      admits16To17: lot.ages === '16',
      accreditationUse: lot.use as AccreditationUse,
      terms: {
        selectionCriteria: linesOf(lot.criteria),
        areas: linesOf(lot.areas),
        leastPlaces: parseWhole(lot.leastPlaces) ?? null,
        mostPlaces: parseWhole(lot.mostPlaces) ?? null,
        callOffWithinRateCard: lot.card.includes('within'),
        uplift: lot.uplift as UpliftRule,
        highestUpliftBasisPoints: lot.uplift === 'CpiCapped' ? basisPointsOf(lot.highestUplift) : null,
      },
    })),
    memberAuthorityIds: value.memberAuthorityIds,
  };
}

const numberText = (value: number | null | undefined): string => (value ? String(value) : '');

function termsOfScheme(scheme: SchemeDto): RecordSchemeDto {
  return { ...scheme, memberAuthorityIds: scheme.memberAuthorities.map(({ authorityId }) => authorityId) };
}

const lotOf = (lot: RecordLotDto): ReturnType<typeof newLot> => ({
  name: lot.name,
  category: lot.category,
  ages: lot.admits16To17 ? '16' : '18',
  use: lot.accreditationUse ?? 'AwardGate',
  criteria: (lot.terms?.selectionCriteria ?? []).join('\n'),
  areas: (lot.terms?.areas ?? []).join('\n'),
  leastPlaces: numberText(lot.terms?.leastPlaces),
  mostPlaces: numberText(lot.terms?.mostPlaces),
  card: lot.terms?.callOffWithinRateCard === false ? [] : ['within'],
  uplift: lot.terms?.uplift ?? 'None',
  highestUplift: lot.terms?.highestUpliftBasisPoints ? String(lot.terms.highestUpliftBasisPoints / 100) : '',
});

function modelOf(scheme: RecordSchemeDto): ReturnType<typeof blank> {
  const windows = scheme.windows ?? [];
  const unit = UNITS.find(({ value }) => scheme.minimumTenderMinutes % Number(value) === 0)?.value ?? '1';
  return {
    name: scheme.name,
    reference: scheme.reference,
    regime: scheme.regime,
    contractNoticeDate: datePartsOf(scheme.contractNoticeDate),
    startsOn: datePartsOf(scheme.startsOn),
    endsOn: datePartsOf(scheme.endsOn),
    admissionMode: scheme.admissionMode,
    windows:
      windows.length > 0
        ? windows.map(({ from, until }) => ({ from: datePartsOf(from), until: datePartsOf(until) }))
        : [newWindow()],
    tenderTimeBasis: scheme.tenderTimeBasis,
    minimumTender: String(scheme.minimumTenderMinutes / Number(unit)),
    minimumTenderUnit: unit,
    agreement: scheme.mutualAgreementFromAllMembers ? ['yes'] : [],
    mostMembers: numberText(scheme.mostMembers),
    fee: scheme.awardFeeBasisPoints ? String(scheme.awardFeeBasisPoints / 100) : '',
    lots: scheme.lots.map(lotOf),
    memberAuthorityIds: [...scheme.memberAuthorityIds],
  };
}
