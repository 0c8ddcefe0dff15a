import { SchemaPathTree } from '@angular/forms/signals';
import { DbsLevel, SaveStaffMemberDto, StaffEngagement, StaffMemberDto, StaffVetting } from '../../../proxy/models';
import { DateParts, datePartsOf, isoDateOf, noDate } from '../../../ui/dates';
import { needed, realDate, rule } from '../../../ui/form-rules';
import { parseWhole } from '../../../ui/money';
import { TrainingModel, trainingModelOf, trainingRules, trainingsOf } from './training-model';

/** The dates of a file but for the first day, with their subject in the sentence of a refusal. */
const DATES = {
  identitySeenOn: 'The day the identity was seen',
  rightToWorkCheckedOn: 'The day of the check',
  rightToWorkUntil: 'The last day of the right to work',
  dbsIssuedOn: 'The day of issue',
  dbsUpdateCheckedOn: 'The day of the update check',
  overseasCheckedOn: 'The day of the overseas check',
  firstReferenceOn: 'The day of the first reference',
  secondReferenceOn: 'The day of the second reference',
  safeguardingTrainedOn: 'The day of the training',
  supervisedOn: 'The day of the supervision',
  appraisedOn: 'The day of the appraisal',
  leftOn: 'The last day',
} as const satisfies Partial<Record<keyof StaffVetting, string>>;

type DateName = keyof typeof DATES;

/** Facts that are so or not; each is a tick of its own, ticked when its list holds `yes`. */
const TICKS = [
  'safeguardingLead',
  'startRiskAssessed',
  'livedAbroad',
  'latestEmployerReferred',
  'agencyLetterHeld',
] as const satisfies readonly (keyof StaffVetting)[];

type TickName = (typeof TICKS)[number];

/** What the person types, under the server's names. */
export type PersonModel = Record<DateName, DateParts> &
  Record<TickName, string[]> &
  TrainingModel & {
    number: string;
    name: string;
    role: string;
    startedOn: DateParts;
    engagement: string;
    dbsLevel: string;
    dbsNumber: string;
    longestUnexplainedGapDays: string;
  };

const dateNames = Object.keys(DATES) as DateName[];
const MOST_GAP_DAYS = 20_000;

export function personRules(path: SchemaPathTree<PersonModel>): void {
  needed(path.name, 'Enter the full name', 120);
  needed(path.number, 'Enter your number for this person', 30);
  needed(path.role, 'Enter the role, like Support worker', 80);
  realDate(path.startedOn, 'The first day', 'Enter the first day of work');
  rule(path.engagement, (engagement) => !engagement && 'Choose how the person works for you');
  rule(path.dbsNumber, (text) => !/^(\d{12})?$/.test(bare(text)) && 'Enter the 12 digits of the DBS certificate');
  rule(path.longestUnexplainedGapDays, (text) => {
    const days = text.trim() === '' ? 0 : parseWhole(text);
    return (days === undefined || days > MOST_GAP_DAYS) && 'Enter the days of the gap as a whole number, or 0';
  });
  for (const name of dateNames) realDate(path[name], DATES[name]);
  trainingRules(path);
}

export function modelOf(person: StaffMemberDto | undefined): PersonModel {
  const vetting: Partial<StaffVetting> = person?.vetting ?? {};
  return {
    number: person?.number ?? '',
    name: person?.name ?? '',
    role: person?.role ?? '',
    startedOn: datePartsOf(vetting.startedOn),
    engagement: vetting.engagement ?? '',
    dbsLevel: vetting.dbsLevel ?? '',
    dbsNumber: person?.dbsNumber ?? '',
    longestUnexplainedGapDays: vetting.longestUnexplainedGapDays ? String(vetting.longestUnexplainedGapDays) : '',
    ...trainingModelOf(vetting.trainings ?? []),
    ...entries(dateNames, (name) => (vetting[name] ? datePartsOf(vetting[name]) : noDate())),
    ...entries(TICKS, (name) => (vetting[name] ? ['yes'] : [])),
  };
}

/** @param version nought for somebody new */
export function bodyOf(value: PersonModel, version: number): SaveStaffMemberDto {
  return {
    number: value.number.trim(),
    name: value.name.trim(),
    role: value.role.trim(),
    dbsNumber: bare(value.dbsNumber) || null,
    vetting: {
      startedOn: isoDateOf(value.startedOn) ?? '',
      engagement: value.engagement as StaffEngagement,
      dbsLevel: (value.dbsLevel || null) as DbsLevel,
      longestUnexplainedGapDays: parseWhole(value.longestUnexplainedGapDays) ?? 0,
      trainings: trainingsOf(value),
      ...entries(dateNames, (name) => isoDateOf(value[name]) ?? null),
      ...entries(TICKS, (name) => value[name].length > 0),
    },
    version,
  };
}

const bare = (text: string): string => text.replace(/\s/g, '');

const entries = <K extends string, V>(names: readonly K[], valueOf: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<K, V>;
