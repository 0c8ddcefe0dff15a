import {
  AccreditationStage,
  AccreditationState,
  ExclusionGround,
  InsuranceKind,
  LegalForm,
  MembershipState,
  OfstedCategory,
  PersonOutcomeDto,
  PersonRole,
} from '../../proxy/models';
import { Choice, Tone } from '../../ui/parts';

type Words<K extends string> = Readonly<Record<K, string>>;

export const choicesOf = <K extends string>(words: Words<K>): Choice[] =>
  (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));

export const LEGAL_FORMS: Words<LegalForm> = {
  LimitedCompany: 'Limited company',
  CommunityInterestCompany: 'Community interest company',
  Charity: 'Charity',
  Llp: 'Limited liability partnership',
  RegisteredProvider: 'Registered provider of social housing',
  Partnership: 'Partnership',
  SoleTrader: 'Sole trader',
};

/** Forms that are on the register of Companies House. */
export const WITH_COMPANY_NUMBER: readonly string[] = ['LimitedCompany', 'CommunityInterestCompany', 'Llp'];

export const CATEGORIES: Words<OfstedCategory> = {
  SelfContained: 'Self-contained homes',
  SharedRingFenced: 'Shared homes, only for looked after children and care leavers',
  SharedNotRingFenced: 'Shared homes, also for other people',
  PrivateResidence: 'Private homes, such as supported lodgings',
};

export const ROLES: Words<PersonRole> = {
  Director: 'Director or trustee',
  PersonWithSignificantControl: 'Person with significant control',
  NominatedIndividual: 'Nominated individual',
  RegisteredServiceManager: 'Registered service manager',
  DeputyManager: 'Deputy manager',
  ShadowDirector: 'Shadow director: decides without being appointed',
  HostHousehold: 'Host household: lives where a young person lodges',
};

/** What two officers found of a person. */
export const FITNESS: Readonly<Record<PersonOutcomeDto['outcome'], { readonly text: string; readonly tone: Tone }>> = {
  Fit: { text: 'Fit', tone: 'ok' },
  FitWithConditions: { text: 'Fit, with conditions', tone: 'warn' },
  NotFit: { text: 'Not fit', tone: 'bad' },
  MoreInformation: { text: 'More needed from you', tone: 'info' },
};

export const GROUNDS: Words<ExclusionGround> = {
  OrganisedCrime: 'Taking part in a criminal organisation',
  Corruption: 'Corruption or bribery',
  Fraud: 'Fraud',
  Terrorism: 'Terrorist offences or financing of terrorism',
  ModernSlavery: 'Modern slavery, human trafficking or child labour',
  TaxNonPayment: 'Unpaid tax or social security contributions',
  Insolvency: 'Insolvency, administration or winding-up',
  GraveProfessionalMisconduct: 'Grave professional misconduct',
  PoorPastPerformance: 'A public contract ended early, or damages paid, for poor performance',
  Misrepresentation: 'False or withheld information in a procurement',
  ConflictOfInterest: 'A conflict of interest that cannot be put right otherwise',
};

export const INSURANCES: Words<InsuranceKind> = {
  EmployersLiability: 'Employers’ liability',
  PublicLiability: 'Public liability',
  ProfessionalIndemnity: 'Professional indemnity',
};

/** Whole pounds, as the server holds them. */
export const LEAST_POUNDS: Readonly<Record<InsuranceKind, number>> = {
  EmployersLiability: 5_000_000,
  PublicLiability: 5_000_000,
  ProfessionalIndemnity: 1_000_000,
};

export const LEAST_COVER: Words<InsuranceKind> = {
  EmployersLiability: 'At least £5,000,000, by law',
  PublicLiability: 'At least £5,000,000',
  ProfessionalIndemnity: 'At least £1,000,000',
};

export const STAGES: Words<AccreditationStage> = {
  Application: 'Application',
  FitAndProperTest: 'Fit and proper people',
  SaferRecruitment: 'Safer recruitment',
  PropertyVisit: 'Property visit',
  Decision: 'Accreditation',
};

interface StateWords {
  readonly text: string;
  readonly tone: Tone;
}

export const MEMBERSHIPS: Readonly<Record<MembershipState, StateWords>> = {
  Draft: { text: 'Not submitted', tone: 'neutral' },
  Submitted: { text: 'Submitted', tone: 'info' },
  InEvaluation: { text: 'Being assessed', tone: 'info' },
  DecisionProposed: { text: 'Being assessed', tone: 'info' },
  Admitted: { text: 'Admitted', tone: 'ok' },
  Rejected: { text: 'Not admitted', tone: 'bad' },
  Withdrawn: { text: 'Withdrawn', tone: 'neutral' },
  Removed: { text: 'Removed', tone: 'bad' },
  Left: { text: 'Left', tone: 'neutral' },
};

export const ACCREDITATIONS: Readonly<Record<AccreditationState, StateWords>> = {
  NotStarted: { text: 'Not started', tone: 'neutral' },
  FitAndProperTest: { text: 'Accreditation under way', tone: 'info' },
  SaferRecruitmentReview: { text: 'Accreditation under way', tone: 'info' },
  PropertyVisit: { text: 'Accreditation under way', tone: 'info' },
  AwaitingDecision: { text: 'Accreditation decision due', tone: 'info' },
  DecisionProposed: { text: 'Accreditation decision due', tone: 'info' },
  Accredited: { text: 'Accredited', tone: 'ok' },
  AccreditedWithConditions: { text: 'Accredited with conditions', tone: 'warn' },
  NotAccredited: { text: 'Not accredited', tone: 'bad' },
};
