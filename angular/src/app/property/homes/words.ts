import { CertificateKind, OfstedCategory, PlaceDto } from '../../proxy/models';
import { Choice } from '../../ui/parts';

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

export const ROOM_RULE = 'At least 6.51 m² for one person, 10.22 m² for two';

/** Why a bedroom cannot be used; the server has measured it against the rule. */
export const tooSmall = (place: PlaceDto): string => `${place.bedroomArea.toFixed(2)} m² is too small. ${ROOM_RULE}.`;
