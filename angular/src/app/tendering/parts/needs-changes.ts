import { DraftChangeDto, NeedsProfileDto } from '../../proxy/models';
import { RISK_LEVELS, RISKS, SKILL_LEVELS, SKILLS, WISHES } from '../words';
import { NeedsRow, needsRows } from './needs-rows';

/** The facts of the need that differ, each with what it was and what it is, in the words of the need's own page. */
export function needsChanges(before: NeedsProfileDto, now: NeedsProfileDto): readonly DraftChangeDto[] {
  const was = new Map(facts(before).map((fact) => [fact.key, fact]));
  const is = new Map(facts(now).map((fact) => [fact.key, fact]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((part) => {
    const [from, to] = apart(was.get(part) ?? NONE, is.get(part) ?? NONE);
    return from === to ? [] : [{ part, from, to }];
  });
}

const NONE = { value: 'nothing', note: undefined };

/** What both have in common need not be said. */
function apart(was: Omit<NeedsRow, 'key'>, is: Omit<NeedsRow, 'key'>): readonly [string, string] {
  if (was.note === is.note) return [was.value, is.value];
  if (was.value === is.value) return [was.note ?? was.value, is.note ?? is.value];
  return [told(was), told(is)];
}

const told = ({ value, note }: Omit<NeedsRow, 'key'>): string => (note ? `${value}. ${note}` : value);

const facts = (needs: NeedsProfileDto): readonly NeedsRow[] => [
  ...needsRows(needs),
  { key: 'Wishes', value: needs.wishes.map((wish) => WISHES[wish]).join(', ') || NONE.value },
  ...needs.independence.map(({ skill, score }) => ({
    key: SKILLS[skill],
    value: SKILL_LEVELS[score] ?? String(score),
  })),
  ...needs.risks.map(({ risk, level, inLast12Months }) => ({
    key: RISKS[risk],
    value: RISK_LEVELS[level] ?? String(level),
    note: inLast12Months ? 'In the last 12 months' : undefined,
  })),
];
