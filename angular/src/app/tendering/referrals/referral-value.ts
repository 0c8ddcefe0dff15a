import {
  Alongside,
  EducationStatus,
  Gender,
  LegalBasis,
  NeedsDraftDto,
  NeedsProfileDto,
  NightCover,
  Occupancy,
  OfstedCategory,
  ReferralDto,
  Risk,
  SaveReferralDraftDto,
  SaveReferralDto,
  Skill,
  SupportLevel,
  Wish,
} from '../../proxy/models';
import { DateParts, datePartsOf, isoDateOf, noDate } from '../../ui/dates';
import { parseDecimal, parseWhole } from '../../ui/money';
import { parseOutwardCodes } from '../outward-codes';
import { RISKS, SKILLS } from '../words';

const NEEDS_FLAGS = [
  'singleGenderSetting',
  'interpreterNeeded',
  'unaccompaniedAsylumSeeking',
  'parentAndChild',
  'stepFreeAccess',
  'mustKeepEducationPlace',
] as const;

export interface RiskText {
  risk: Risk;
  /** `0` to `3`; empty until answered. */
  level: string;
  recent: boolean;
}

/** The form as typed. Codes are texts too, so that an empty choice can be told from a first one. */
export interface ReferralValue {
  dateOfBirth: DateParts;
  caseNumber: string;
  deprivationOfLiberty: string;
  gender: string;
  legalBasis: string;
  flags: string[];
  categoryWanted: string;
  supportLevel: string;
  coreHoursPerWeek: string;
  additionalHoursPerWeek: string;
  nightCover: string;
  occupancy: string;
  alongside: string;
  risks: RiskText[];
  education: string;
  skills: { skill: Skill; score: string }[];
  preferredAreas: string;
  excludedAreas: string;
  wishes: string[];
  wishesAskedOn: DateParts;
  moveInFrom: DateParts;
  moveInBy: DateParts;
  expectedWeeks: string;
}

export const noReferral = (): ReferralValue => ({
  dateOfBirth: noDate(),
  caseNumber: '',
  deprivationOfLiberty: '',
  gender: '',
  legalBasis: '',
  flags: [],
  categoryWanted: '',
  supportLevel: '',
  coreHoursPerWeek: '',
  additionalHoursPerWeek: '0',
  nightCover: '',
  occupancy: '',
  alongside: 'NoPreference',
  risks: (Object.keys(RISKS) as Risk[]).map((risk) => ({ risk, level: '', recent: false })),
  education: '',
  skills: (Object.keys(SKILLS) as Skill[]).map((skill) => ({ skill, score: '' })),
  preferredAreas: '',
  excludedAreas: '',
  wishes: [],
  wishesAskedOn: noDate(),
  moveInFrom: noDate(),
  moveInBy: noDate(),
  expectedWeeks: '',
});

/** A recorded referral in the form again, complete or not. Date of birth and case number never come back. */
export function referralValueOf(referral: ReferralDto): ReferralValue {
  const empty = noReferral();
  const needs: NeedsProfileDto | NeedsDraftDto | null | undefined = referral.needs ?? referral.draft;
  if (!needs) return empty;

  return {
    ...empty,
    deprivationOfLiberty: referral.needs ? 'no' : '',
    gender: needs.gender ?? '',
    legalBasis: needs.legalBasis ?? '',
    flags: NEEDS_FLAGS.filter((flag) => needs[flag]),
    categoryWanted: needs.categoryWanted ?? '',
    supportLevel: needs.supportLevel ?? '',
    coreHoursPerWeek: String(needs.coreHoursPerWeek ?? ''),
    additionalHoursPerWeek: String(needs.additionalHoursPerWeek ?? ''),
    nightCover: needs.nightCover ?? '',
    occupancy: needs.occupancy ?? '',
    alongside: needs.alongside ?? empty.alongside,
    risks: empty.risks.map(({ risk }) => {
      const known = needs.risks.find((each) => each.risk === risk);
      return { risk, level: known ? String(known.level) : '', recent: known?.inLast12Months ?? false };
    }),
    education: needs.education ?? '',
    skills: empty.skills.map(({ skill }) => ({
      skill,
      score: String(needs.independence.find((each) => each.skill === skill)?.score ?? ''),
    })),
    preferredAreas: needs.preferredAreas.join(', '),
    excludedAreas: needs.excludedAreas.join(', '),
    wishes: [...needs.wishes],
    wishesAskedOn: datePartsOf(needs.wishesAskedOn),
    moveInFrom: datePartsOf(needs.moveInFrom),
    moveInBy: datePartsOf(needs.moveInBy),
    expectedWeeks: String(needs.expectedWeeks ?? ''),
  };
}

const flagsOf = ({ flags }: ReferralValue): Record<(typeof NEEDS_FLAGS)[number], boolean> =>
  Object.fromEntries(NEEDS_FLAGS.map((flag) => [flag, flags.includes(flag)])) as Record<
    (typeof NEEDS_FLAGS)[number],
    boolean
  >;

const risksOf = ({ risks }: ReferralValue): NeedsProfileDto['risks'] =>
  risks
    .filter(({ level }) => level !== '')
    .map(({ risk, level, recent }) => ({ risk, level: Number(level), inLast12Months: recent && level !== '0' }));

const skillsOf = ({ skills }: ReferralValue): NeedsProfileDto['independence'] =>
  skills.filter(({ score }) => score !== '').map(({ skill, score }) => ({ skill, score: Number(score) }));

/** What is answered so far. Call it only for a form that has passed the rules of a draft. */
export function saveDraftOf(value: ReferralValue, version: number | undefined): SaveReferralDraftDto {
  return {
    dateOfBirth: isoDateOf(value.dateOfBirth) ?? null,
    caseNumber: value.caseNumber.trim() || null,
    deprivationOfLiberty: value.deprivationOfLiberty === '' ? null : value.deprivationOfLiberty === 'yes',
    needs: {
      ...flagsOf(value),
      gender: (value.gender as Gender) || null,
      legalBasis: (value.legalBasis as LegalBasis) || null,
      categoryWanted: (value.categoryWanted as OfstedCategory) || null,
      supportLevel: (value.supportLevel as SupportLevel) || null,
      coreHoursPerWeek: parseDecimal(value.coreHoursPerWeek) ?? null,
      additionalHoursPerWeek: parseDecimal(value.additionalHoursPerWeek) ?? null,
      nightCover: (value.nightCover as NightCover) || null,
      occupancy: (value.occupancy as Occupancy) || null,
      alongside: (value.alongside as Alongside) || null,
      risks: risksOf(value),
      education: (value.education as EducationStatus) || null,
      independence: skillsOf(value),
      preferredAreas: [...parseOutwardCodes(value.preferredAreas).codes],
      excludedAreas: [...parseOutwardCodes(value.excludedAreas).codes],
      wishes: value.wishes as Wish[],
      wishesAskedOn: isoDateOf(value.wishesAskedOn) ?? null,
      moveInFrom: isoDateOf(value.moveInFrom) ?? null,
      moveInBy: isoDateOf(value.moveInBy) ?? null,
      expectedWeeks: parseWhole(value.expectedWeeks) ?? null,
    },
    version: version ?? null,
  };
}

/** What is sent. Call it only for a form that has passed its own rules. */
export function saveReferralOf(value: ReferralValue, version: number | undefined): SaveReferralDto {
  const needs: NeedsProfileDto = {
    ...flagsOf(value),
    gender: value.gender as Gender,
    legalBasis: value.legalBasis as LegalBasis,
    categoryWanted: value.categoryWanted as OfstedCategory,
    supportLevel: value.supportLevel as SupportLevel,
    coreHoursPerWeek: parseDecimal(value.coreHoursPerWeek) ?? 0,
    additionalHoursPerWeek: parseDecimal(value.additionalHoursPerWeek) ?? 0,
    nightCover: value.nightCover as NightCover,
    occupancy: value.occupancy as Occupancy,
    alongside: value.alongside as Alongside,
    risks: risksOf(value),
    education: value.education as EducationStatus,
    independence: skillsOf(value),
    preferredAreas: [...parseOutwardCodes(value.preferredAreas).codes],
    excludedAreas: [...parseOutwardCodes(value.excludedAreas).codes],
    wishes: value.wishes as Wish[],
    wishesAskedOn: isoDateOf(value.wishesAskedOn) ?? '',
    moveInFrom: isoDateOf(value.moveInFrom) ?? '',
    moveInBy: isoDateOf(value.moveInBy) ?? '',
    expectedWeeks: parseWhole(value.expectedWeeks) ?? 0,
  };
  return {
    dateOfBirth: isoDateOf(value.dateOfBirth) ?? null,
    caseNumber: value.caseNumber.trim() || null,
    deprivationOfLiberty: value.deprivationOfLiberty === 'yes',
    needs,
    version: version ?? null,
  };
}

/** `needs.moveInBy` is `moveInBy` here, `needs.preferredAreas.2` the one text of all areas. */
export function referralFieldNames(): Record<string, string> {
  const names: Record<string, string> = {};
  for (const field of Object.keys(noReferral())) names[`needs.${field}`] = field;
  for (const flag of NEEDS_FLAGS) names[`needs.${flag}`] = 'flags';
  for (let i = 0; i < 12; i++) {
    names[`needs.preferredAreas.${i}`] = 'preferredAreas';
    names[`needs.excludedAreas.${i}`] = 'excludedAreas';
    names[`needs.risks.${i}.level`] = 'risks';
  }
  names['needs.urgency'] = 'moveInFrom';
  names['needs.risks'] = 'risks';
  names['needs.independence'] = 'skills.0.score';
  return names;
}

/** Whole years on a day, both `YYYY-MM-DD`. */
export function ageOn(day: string, dateOfBirth: string): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
