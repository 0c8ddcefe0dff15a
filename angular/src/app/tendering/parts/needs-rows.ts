import { NeedsProfileDto } from '../../proxy/models';
import { formatDate } from '../../ui/uk-date';
import {
  AGE_BANDS,
  ALONGSIDE,
  CATEGORIES,
  EDUCATION,
  GENDERS,
  hoursInWords,
  LEGAL_BASES,
  NIGHT_COVERS,
  OCCUPANCIES,
  SUPPORT_LEVELS,
  UASC,
  URGENCIES,
  weeksInWords,
} from '../words';

/** A fact of the need: what it is about, the answer, and what else belongs to it. */
export interface NeedsRow {
  readonly key: string;
  readonly value: string;
  readonly note?: string;
}

const sentences = (...parts: (string | false | null | undefined)[]): string => parts.filter(Boolean).join('. ');

export function needsRows(needs: NeedsProfileDto): readonly NeedsRow[] {
  const hours = needs.coreHoursPerWeek + needs.additionalHoursPerWeek;
  return [
    {
      key: 'Move in',
      value: `From ${formatDate(needs.moveInFrom, 'weekday')}`,
      note: sentences(
        `By ${formatDate(needs.moveInBy, 'weekday')} at the latest`,
        needs.urgency && `Urgency: ${URGENCIES[needs.urgency].toLowerCase()}`,
      ),
    },
    { key: 'How long', value: `About ${weeksInWords(needs.expectedWeeks)}`, note: 'For comparing prices only' },
    {
      key: 'Age',
      value: needs.ageBand ? AGE_BANDS[needs.ageBand] : 'Worked out when saved',
      note: needs.turns18Within6Months ? 'Turns 18 within six months' : undefined,
    },
    {
      key: 'Gender',
      value: GENDERS[needs.gender],
      note: needs.singleGenderSetting ? 'Needs a single-gender home' : 'Single-gender home not needed',
    },
    {
      key: 'Home',
      value: CATEGORIES[needs.categoryWanted],
      note: sentences(
        OCCUPANCIES[needs.occupancy],
        housemates(needs),
        needs.parentAndChild && 'For a parent and child',
        needs.stepFreeAccess && 'Step-free access needed',
      ),
    },
    {
      key: 'Support',
      value: `${hoursInWords(hours)} a week, ${SUPPORT_LEVELS[needs.supportLevel].toLowerCase()}`,
      note: sentences(
        `${needs.coreHoursPerWeek} core, ${needs.additionalHoursPerWeek} one to one`,
        NIGHT_COVERS[needs.nightCover],
      ),
    },
    {
      key: 'Areas',
      value: needs.preferredAreas.join(', '),
      note: needs.excludedAreas.length > 0 ? `Not ${needs.excludedAreas.join(', ')}. The reason is private` : undefined,
    },
    {
      key: 'Education or work',
      value: EDUCATION[needs.education],
      note: needs.mustKeepEducationPlace ? 'Must stay at the same place' : undefined,
    },
    {
      key: 'Language',
      value: needs.interpreterNeeded ? 'Interpreter needed' : 'No interpreter needed',
      note: needs.unaccompaniedAsylumSeeking ? UASC : undefined,
    },
    { key: 'Legal basis', value: LEGAL_BASES[needs.legalBasis] },
  ];
}

function housemates({ occupancy, alongside }: NeedsProfileDto): string | undefined {
  if (alongside !== 'NoPreference') return ALONGSIDE[alongside];
  return occupancy === 'Solo' ? undefined : 'No preference about who else lives there';
}
