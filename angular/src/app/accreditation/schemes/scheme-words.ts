import {
  AccreditationUse,
  LotTermsDto,
  OfstedCategory,
  Regime,
  RegimeSubject,
  RuleVerdict,
  SchemeState,
  TenderTimeBasis,
  UpliftRule,
} from '../../proxy/models';
import { counted } from '../../ui/counted';
import { Tone } from '../../ui/parts';

export const REGIMES: Readonly<Record<Regime, string>> = {
  PcrDps: 'Dynamic purchasing system, PCR 2015 reg. 34',
  PcrLightTouch: 'Light-touch system, PCR 2015 regs 74–76',
  Pa23DynamicMarket: 'Dynamic market, Procurement Act 2023 ss 34–40',
  Pa23OpenFramework: 'Open framework, Procurement Act 2023 s. 49',
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
  Pa23LightTouch: 'As published: none set for light touch, Procurement Act 2023 s. 54',
  Pa23TenDays: 'Ten days from sending, Procurement Act 2023 s. 54(4)',
};

export const STATES: Readonly<Record<SchemeState, string>> = {
  Draft: 'Draft',
  Published: 'Published',
  Closed: 'Closed for good',
};

export const SUBJECTS: Readonly<Record<RegimeSubject, string>> = {
  NewScheme: 'New scheme today',
  EndDate: 'Last day',
  Joining: 'Who may join, when',
  Members: 'Number of members',
  Deciding: 'Deciding an application',
  Inviting: 'Whom to invite',
  TimeToBid: 'Least time to bid',
  Charging: 'Charges to providers',
  InsuranceToJoin: 'Insurance to join',
  Accounts: 'Audited accounts',
  Conditions: 'Lots and conditions',
  Standstill: 'Standstill',
  Publicity: 'Publishing awards',
  Suitability: 'Accreditation',
};

export const VERDICTS: Readonly<Record<RuleVerdict, { readonly text: string; readonly tone: Tone }>> = {
  Refused: { text: 'Anything else is refused', tone: 'bad' },
  WithinLimits: { text: 'Within limits', tone: 'warn' },
  YourChoice: { text: 'The authority’s choice', tone: 'ok' },
};

export const UPLIFTS: Readonly<Record<UpliftRule, string>> = {
  None: 'No uplift',
  Annual: 'Once a year',
  CpiCapped: 'By the consumer price index, capped',
};

/** `5 to 20 places`, `20 places at most`, or nothing where no band was set. */
export function placesInWords({ leastPlaces: least, mostPlaces: most }: LotTermsDto): string {
  if (least && most) return `${least} to ${counted(most, 'place')}`;
  if (least) return `${counted(least, 'place')} or more`;
  return most ? `${counted(most, 'place')} at most` : '';
}

export function upliftInWords({ uplift, highestUpliftBasisPoints: highest }: LotTermsDto): string {
  const words = UPLIFTS[uplift ?? 'None'];
  return highest ? `${words} at ${highest / 100}% a year` : words;
}

/** Hundredths of a per cent: `0.5%`. */
export const feeInWords = (basisPoints: number | null | undefined): string =>
  basisPoints ? `${basisPoints / 100}% of the estimated value` : 'None';
