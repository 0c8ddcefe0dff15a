import { AccreditationUse, OfstedCategory, Regime, TenderTimeBasis } from '../../proxy/models';

export const REGIMES: Readonly<Record<Regime, string>> = {
  PcrDps: 'Dynamic purchasing system, PCR 2015 reg. 34',
  PcrLightTouch: 'Light-touch system, PCR 2015 regs 74–76',
};

export const CATEGORIES: Readonly<Record<OfstedCategory, string>> = {
  SelfContained: 'Self-contained',
  SharedRingFenced: 'Shared, ring-fenced',
  SharedNotRingFenced: 'Shared, not ring-fenced',
  PrivateResidence: 'Private residence, supported lodgings',
};

export const USES: Readonly<Record<AccreditationUse, string>> = {
  SelectionCriterion: 'Needed to join',
  AwardGate: 'Needed for an award',
  InformationOnly: 'For information',
};

export const TIME_BASES: Readonly<Record<TenderTimeBasis, string>> = {
  Reg34TenDays: 'Ten days from sending, reg. 34(11)',
  MutualAgreement: 'As every invited provider has agreed, reg. 34(12)',
  LightTouchPublished: 'As published, reg. 76(6)',
};

const UNITS = [
  { minutes: 1440, one: 'day', many: 'days' },
  { minutes: 60, one: 'hour', many: 'hours' },
  { minutes: 1, one: 'minute', many: 'minutes' },
];

/** `10 days`, `90 minutes`: in the largest unit that leaves no rest. */
export function minutesInWords(minutes: number): string {
  const unit = UNITS.find((each) => minutes % each.minutes === 0);
  const count = minutes / (unit?.minutes ?? 1);
  return `${count} ${count === 1 ? unit?.one : unit?.many}`;
}

/** Hundredths of a per cent: `0.5 %`. */
export const feeInWords = (basisPoints: number | null | undefined): string =>
  basisPoints ? `${basisPoints / 100} % of the estimated value` : 'None';
