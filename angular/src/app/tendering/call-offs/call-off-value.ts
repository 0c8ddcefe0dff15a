import { CallOffDto, CriterionDto, UpdateCallOffDto } from '../../proxy/models';
import { DateParts, isoDateOf, noDate } from '../../ui/dates';
import { parseDecimal, parsePounds, poundsText } from '../../ui/money';
import { instantOf, londonDateParts, londonOf, parseTime } from '../london-time';

export interface CriterionText {
  id: string;
  name: string;
  weight: string;
  /** `1` to `5`; empty for none. */
  minimum: string;
}

export interface CallOffValue {
  lotId: string;
  date: DateParts;
  time: string;
  criteria: CriterionText[];
  /** Id of the criterion that decides the second rung of a tie. */
  suitability: string;
  priceWeight: string;
  ceiling: string;
}

/** What bids may be judged by besides the price; a list, so that nothing about the young person slips in. */
export const CRITERIA: Readonly<Record<string, string>> = {
  match: 'How well the home fits',
  staffing: 'Staff and rota',
  safety: 'Safety and risk plan',
  education: 'College and work',
  identity: 'Culture and identity',
  health: 'Health and wellbeing',
  community: 'Community and neighbours',
  'move-in': 'Moving in',
  'move-on': 'Moving on and independence',
};

const idOf = (name: string): string => Object.keys(CRITERIA).find((id) => CRITERIA[id] === name) ?? '';

/** A starting point that most call-offs keep. */
export const newCallOff = (): CallOffValue => ({
  lotId: '',
  date: noDate(),
  time: '12:00',
  criteria: [
    { id: 'match', name: 'How well the home fits', weight: '30', minimum: '2' },
    { id: 'staffing', name: 'Staff and rota', weight: '20', minimum: '2' },
    { id: 'move-on', name: 'Moving on and independence', weight: '10', minimum: '' },
  ],
  suitability: 'match',
  priceWeight: '40',
  ceiling: '',
});

export const callOffValueOf = (callOff: CallOffDto): CallOffValue => ({
  lotId: callOff.lotId,
  date: londonDateParts(callOff.deadline),
  time: londonOf(callOff.deadline).time,
  ...judgingOf(callOff),
});

/** How bids are judged, without lot and deadline: what one call-off takes over from another. */
export const judgingOf = (
  callOff: CallOffDto,
): Pick<CallOffValue, 'criteria' | 'suitability' | 'priceWeight' | 'ceiling'> => ({
  criteria: callOff.criteria.map(({ id, name, weight, minimumScore }) => ({
    id,
    name,
    weight: String(weight),
    minimum: String(minimumScore ?? ''),
  })),
  suitability: callOff.criteria.find(({ suitability }) => suitability)?.id ?? '',
  priceWeight: String(callOff.priceWeight),
  ceiling: poundsText(callOff.ceilingWeeklyPence),
});

/** The sum of all weights in hundredths: whole numbers, so that 33.33 + 33.33 + 33.34 is exactly 100. */
export function weightsInHundredths({ criteria, priceWeight }: CallOffValue): number {
  return [...criteria.map(({ weight }) => weight), priceWeight].reduce(
    (sum, text) => sum + Math.round((parseDecimal(text) ?? 0) * 100),
    0,
  );
}

/** Why the date and the time make no deadline, in a sentence for the field. */
export function deadlineError(
  date: DateParts,
  time: string,
  missing = 'Enter the day of the deadline',
): { field: 'date' | 'time'; message: string } | undefined {
  const day = isoDateOf(date);
  if (!day) return { field: 'date', message: missing };

  const clock = parseTime(time);
  if (!clock) return { field: 'time', message: 'Enter the time on the 24-hour clock, like 12:00' };

  const found = instantOf(day, clock);
  if (!('problem' in found)) return undefined;
  if (found.problem === 'skipped') {
    return {
      field: 'time',
      message: `${clock} does not exist on that day: the clocks go forward. Choose another time`,
    };
  }
  return { field: 'time', message: `${clock} comes twice on that day: the clocks go back. Choose another time` };
}

/** The instant of a day and a time as typed; undefined where the London clock never shows them, or shows them twice. */
export function instantTyped({ date, time }: { date: DateParts; time: string }): string | undefined {
  const found = instantOf(isoDateOf(date) ?? '', parseTime(time) ?? '');
  return 'instant' in found ? found.instant : undefined;
}

/** What is sent. Call it only for a form that has passed its own rules. */
export function termsOf(value: CallOffValue): Omit<UpdateCallOffDto, 'version'> {
  return {
    deadline: instantTyped(value) ?? '',
    criteria: value.criteria.map(({ id, name, weight, minimum }): CriterionDto => ({
      id: idOf(name),
      name,
      weight: parseDecimal(weight) ?? 0,
      minimumScore: minimum ? Number(minimum) : null,
      suitability: id === value.suitability,
    })),
    priceWeight: parseDecimal(value.priceWeight) ?? 0,
    ceilingWeeklyPence: value.ceiling.trim() ? (parsePounds(value.ceiling) ?? null) : null,
  };
}

/** An id that no criterion of the form has. */
export function newCriterionId(criteria: readonly CriterionText[]): string {
  let number = criteria.length + 1;
  while (criteria.some(({ id }) => id === `criterion-${number}`)) number++;
  return `criterion-${number}`;
}
