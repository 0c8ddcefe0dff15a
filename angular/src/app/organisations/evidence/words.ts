import { EvidenceItemDto, EvidenceKind, EvidenceStatus, PaperPlace } from '../../proxy/models';
import { Tone } from '../../ui/parts';

export const KINDS: Readonly<Record<EvidenceKind, string>> = {
  EmployersLiability: 'Employers’ liability insurance',
  PublicLiability: 'Public liability insurance',
  ProfessionalIndemnity: 'Professional indemnity insurance',
  AbuseCover: 'Abuse and molestation cover',
  MotorInsurance: 'Motor insurance, business use',
  Accounts: 'Accounts of the last two years',
  DataProtectionRegistration: 'Data protection (ICO) registration',
  OfstedRegistration: 'Ofsted registration',
  StatementOfPurpose: 'Statement of purpose',
  QualityOfSupportReport: 'Quality of support report',
  SafeguardingPolicy: 'Safeguarding policy',
  SaferRecruitmentPolicy: 'Safer recruitment policy',
  HealthAndSafetyPolicy: 'Health and safety policy',
  ComplaintsPolicy: 'Complaints policy',
  EqualityPolicy: 'Equality policy',
  BusinessContinuityPlan: 'Business continuity plan',
  TrainingMatrix: 'Training matrix',
  RightToWork: 'Right to work',
  Qualification: 'Qualification',
  GasSafety: 'Gas safety record',
  ElectricalInstallation: 'Electrical installation report (EICR)',
  FireRiskAssessment: 'Fire risk assessment',
  HmoLicence: 'HMO licence',
  EnergyPerformance: 'Energy performance certificate',
  LegionellaRiskAssessment: 'Legionella risk assessment',
  LandlordConsent: 'Lease or landlord’s consent',
  BuildingsInsurance: 'Buildings insurance',
  LocationAssessment: 'Location assessment',
};

export const STATUSES: Readonly<Record<EvidenceStatus, { text: string; tone: Tone }>> = {
  Missing: { text: 'Not given yet', tone: 'neutral' },
  Current: { text: 'In date', tone: 'ok' },
  ExpiresSoon: { text: 'Runs out soon', tone: 'warn' },
  Expired: { text: 'Ran out', tone: 'bad' },
};

/** Where a paper was given that is not in the evidence. */
export const PLACES: Readonly<Record<PaperPlace, string>> = {
  Application: 'In your application',
  Policies: 'With your policies',
  Home: 'With the home',
};

/** Two lines of the list are the same when this is. */
export const keyOf = (item: EvidenceItemDto): string => `${item.kind}|${item.premisesId ?? item.subjectName ?? ''}`;

export const nameOf = (item: EvidenceItemDto): string =>
  item.subjectName ? `${KINDS[item.kind]}, ${item.subjectName}` : KINDS[item.kind];

/** A new line for a person has no name yet. */
export const PERSON_KINDS: readonly EvidenceKind[] = ['RightToWork', 'Qualification'];
/** Given only by those they apply to, so not listed before. */
export const OTHER_KINDS: readonly EvidenceKind[] = ['MotorInsurance', 'QualityOfSupportReport'];
export const OTHER_HOME_KINDS: readonly EvidenceKind[] = ['GasSafety', 'HmoLicence', 'LandlordConsent'];
