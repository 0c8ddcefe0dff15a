import { CertificateKind, OfstedCategory, PlaceDto, PromisedNightsDto } from '../../proxy/models';
import { parseDecimal } from '../../ui/money';
import { Choice } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';

export const CATEGORIES: Readonly<Record<OfstedCategory, string>> = {
  SelfContained: 'Self-contained homes',
  SharedRingFenced: 'Shared home, only for looked after children and care leavers',
  SharedNotRingFenced: 'Shared home, also for other people',
  PrivateResidence: 'Private home, such as supported lodgings',
};

export const CERTIFICATES: Readonly<Record<CertificateKind, string>> = {
  GasSafety: 'Gas safety record',
  ElectricalInstallation: 'Electrical installation report',
  FireRiskAssessment: 'Fire risk assessment',
  BuildingsInsurance: 'Buildings insurance',
  LiabilityInsurance: 'Liability insurance',
  HmoLicence: 'HMO licence',
};

/** Their paper states its last day; that of the others follows by law from the day of issue. */
export const WITH_STATED_END: readonly string[] = ['BuildingsInsurance', 'LiabilityInsurance', 'HmoLicence'];

export const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Square metres, by how many sleep there: Housing Act 2004, Sch 4, with SI 2018/616. The server decides by the same. */
const LEAST_AREA: Readonly<Record<string, number>> = { '1': 6.51, '2': 10.22 };

/** What to say at a bedroom that may be recorded and cannot be offered; empty for one that is large enough. */
export function areaWarning(typed: string, occupants: string): string {
  const area = parseDecimal(typed);
  const least = LEAST_AREA[occupants];
  if (!area || !least || area >= least) return '';
  const people = occupants === '1' ? 'one person' : 'two people';
  return `Too small for ${people}: ${least.toFixed(2)} m² or more is needed. You can save it, but nobody can live there.`;
}

export const ROOM_RULE = 'At least 6.51 m² for one person, 10.22 m² for two';

/** Why a bedroom cannot be used; the server has measured it against the rule. */
export const tooSmall = (place: PlaceDto): string => `${place.bedroomArea.toFixed(2)} m² is too small. ${ROOM_RULE}.`;

/**
 * Which nights of a room are promised, each in a sentence.
 * @param today The London date: nights that have begun are told by their end.
 */
export const promisesOf = (place: PlaceDto, promised: readonly PromisedNightsDto[], today: string): string[] =>
  promised
    .filter(({ placeId }) => placeId === place.id)
    .map(({ firstNight, leavesOn }) =>
      firstNight <= today
        ? `Promised until ${formatDate(leavesOn)}`
        : `Promised from ${formatDate(firstNight)} to ${formatDate(leavesOn)}`,
    );
