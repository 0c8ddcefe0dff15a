import {
  AccreditationStage,
  AccreditationState,
  ApplicationSection,
  ApplicationVisitDto,
  AuditEventDto,
  CheckResult,
  FitnessCheckKind,
  FitnessGround,
  FitnessOutcome,
  InterviewQuestion,
  MemberState,
  MembershipState,
  PersonRole,
  ReopenCause,
  TestGround,
} from '../../proxy/models';
import { Tone } from '../../ui/parts';

type Words<K extends string> = Readonly<Record<K, string>>;

export interface Said {
  readonly text: string;
  readonly tone: Tone;
}

export const STAGES: Words<AccreditationStage> = {
  Application: 'Application',
  FitAndProperTest: 'Fit and proper people',
  SaferRecruitment: 'Safer recruitment',
  PropertyVisit: 'Property visits',
  Decision: 'Accreditation',
};

export const MEMBERSHIP: Readonly<Record<MembershipState, Said>> = {
  Draft: { text: 'Not submitted', tone: 'neutral' },
  Submitted: { text: 'Submitted', tone: 'neutral' },
  InEvaluation: { text: 'In evaluation', tone: 'info' },
  DecisionProposed: { text: 'Decision to confirm', tone: 'warn' },
  Admitted: { text: 'Admitted', tone: 'ok' },
  Rejected: { text: 'Not admitted', tone: 'bad' },
  Withdrawn: { text: 'Withdrawn', tone: 'neutral' },
  Removed: { text: 'Removed', tone: 'bad' },
  Left: { text: 'Left', tone: 'neutral' },
};

/** A provider in one lot. */
export const MEMBERS: Readonly<Record<MemberState, Said>> = {
  Admitted: { text: 'Admitted', tone: 'ok' },
  Suspended: { text: 'Suspended', tone: 'bad' },
  Removed: { text: 'Removed', tone: 'bad' },
  Left: { text: 'Left', tone: 'neutral' },
};

export const ACCREDITATION: Readonly<Record<AccreditationState, Said>> = {
  NotStarted: { text: 'Accreditation not started', tone: 'neutral' },
  FitAndProperTest: { text: 'Stage 2 of 5, fit and proper people', tone: 'info' },
  SaferRecruitmentReview: { text: 'Stage 3 of 5, safer recruitment', tone: 'info' },
  PropertyVisit: { text: 'Stage 4 of 5, property visits', tone: 'info' },
  AwaitingDecision: { text: 'Stage 5 of 5, decision', tone: 'info' },
  DecisionProposed: { text: 'Stage 5 of 5, decision to confirm', tone: 'warn' },
  Accredited: { text: 'Accredited', tone: 'ok' },
  AccreditedWithConditions: { text: 'Accredited with conditions', tone: 'warn' },
  NotAccredited: { text: 'Not accredited', tone: 'bad' },
};

/** The stage an application is in, from 0; five once all is decided. */
export const STAGE_OF: Readonly<Record<AccreditationState, number>> = {
  NotStarted: 0,
  FitAndProperTest: 1,
  SaferRecruitmentReview: 2,
  PropertyVisit: 3,
  AwaitingDecision: 4,
  DecisionProposed: 4,
  Accredited: 5,
  AccreditedWithConditions: 5,
  NotAccredited: 5,
};

export const ROLES: Words<PersonRole> = {
  Director: 'Director',
  PersonWithSignificantControl: 'Person with significant control',
  NominatedIndividual: 'Nominated individual',
  RegisteredServiceManager: 'Registered service manager',
  DeputyManager: 'Deputy manager',
  ShadowDirector: 'Shadow director',
  HostHousehold: 'Host household',
};

export const CHECKS: Words<FitnessCheckKind> = {
  IdentityAndRightToWork: 'Identity and right to work',
  EnhancedDbs: 'Enhanced DBS, children’s barred list',
  DisqualifiedDirectorsAndInsolvency: 'Disqualified directors, insolvency',
  PastRegistrations: 'Ofsted and CQC, past registrations',
  DebarmentAndSanctions: 'Debarment list and sanctions',
  AdverseMedia: 'Adverse media',
  AuthorityIntelligence: 'Local authority intelligence',
  ConflictOfInterest: 'Conflict of interest with an authority',
  FinancialFitness: 'Financial fitness',
  HealthDeclaration: 'Health declaration',
  References: 'Two references, one the latest employer',
  RelevantExperience: 'Two years’ relevant work in the last five',
  Interview: 'Interview, scored by two',
};

export const CHECK_NOTES: Partial<Words<FitnessCheckKind>> = {
  EnhancedDbs: 'Number, level and dates only. The certificate is never kept.',
  Interview: 'At least 3 in each of six questions, agreed by two.',
};

export const RESULTS: Readonly<Record<NonNullable<CheckResult>, Said>> = {
  Clear: { text: 'Clear', tone: 'ok' },
  Concern: { text: 'Concern', tone: 'warn' },
  Failed: { text: 'Fails', tone: 'bad' },
  NotApplicable: { text: 'Not applicable', tone: 'neutral' },
};

export const FITNESS: Readonly<Record<NonNullable<FitnessOutcome>, Said>> = {
  Fit: { text: 'Fit', tone: 'ok' },
  FitWithConditions: { text: 'Fit, with conditions', tone: 'warn' },
  NotFit: { text: 'Not fit', tone: 'bad' },
  MoreInformation: { text: 'More information', tone: 'info' },
};

export const QUESTIONS: Words<InterviewQuestion> = {
  Regulations: 'The supported accommodation regulations',
  Safeguarding: 'Safeguarding',
  Matching: 'Matching',
  Staffing: 'Staffing',
  YoungPersonsVoice: 'The young person’s voice',
  BusinessContinuity: 'Business continuity',
};

/** Why a check keeps somebody from being found fit. */
export const CHECK_GROUNDS: Words<FitnessGround> = {
  Outstanding: 'is open',
  RunOut: 'has run out',
  Failed: 'fails',
  Concern: 'raises a concern',
};

/** What keeps a provider from passing, of a person. */
export const TEST_GROUNDS: Words<TestGround> = {
  NoOutcome: 'no outcome yet',
  WaitsForSecondOfficer: 'the outcome waits for a second officer',
  MoreInformation: 'more information is needed',
  NotFit: 'not fit',
};

export const REOPENED: Words<NonNullable<ReopenCause>> = {
  NewPerson: 'Named after the test was opened',
  OtherDetails: 'Another name or other relevant work stands in the application',
  OtherRoles: 'Other roles stand in the application',
};

export const SECTIONS: Words<ApplicationSection> = {
  Organisation: 'Organisation',
  Ofsted: 'Ofsted registration',
  People: 'People',
  ExclusionGrounds: 'Exclusion grounds',
  Insurance: 'Insurance',
  Premises: 'Homes',
  LotsAndAreas: 'Lots and areas',
  RateCard: 'Rate card',
  Declaration: 'Declaration',
};

/** Decisions as proposals name them. */
export const OUTCOMES: Readonly<Record<string, Said>> = {
  Admit: { text: 'Admit', tone: 'ok' },
  Reject: { text: 'Do not admit', tone: 'bad' },
  Accredit: { text: 'Accredit', tone: 'ok' },
  AccreditWithConditions: { text: 'Accredit with conditions', tone: 'warn' },
  Refuse: { text: 'Do not accredit', tone: 'bad' },
};

const MOVES: Readonly<Record<string, string>> = {
  Create: 'Application begun',
  Save: 'Answers saved',
  Submit: 'Application submitted',
  DeclareInterest: 'Interests declared',
  ProposeSuspend: 'Suspension proposed',
  ProposeReinstate: 'Reinstatement proposed',
  ProposeRemove: 'Removal proposed',
  DropSuspend: 'Suspension dropped',
  DropReinstate: 'Reinstatement dropped',
  DropRemove: 'Removal dropped',
  Suspend: 'Suspended; the provider was told',
  Reinstate: 'Reinstated; the provider was told',
  GiveNotice: 'Notice of removal given',
  Represent: 'The provider answered the notice',
  Remove: 'Removed; the provider was told',
  Leave: 'The provider left the scheme',
  ProposeStandingSuspend: 'Suspension of accreditation proposed',
  ProposeStandingReinstate: 'Reinstatement of accreditation proposed',
  ProposeStandingRevoke: 'Revocation of accreditation proposed',
  ProposeStandingMeetConditions: 'Conditions proposed as met',
  ProposeStandingCoverHomes: 'Homes proposed to be covered',
  DropStandingSuspend: 'Suspension of accreditation dropped',
  DropStandingReinstate: 'Reinstatement of accreditation dropped',
  DropStandingRevoke: 'Revocation of accreditation dropped',
  DropStandingMeetConditions: 'Conditions not recorded as met',
  DropStandingCoverHomes: 'Homes not covered',
  SuspendAccreditation: 'Accreditation suspended; the provider was told',
  ReinstateAccreditation: 'Accreditation reinstated; the provider was told',
  NoticeOfRevocation: 'Notice of revocation given',
  RevokeAccreditation: 'Accreditation revoked; the provider was told',
  MeetConditions: 'Conditions met; the provider was told',
  CoverHomes: 'Homes covered; the provider was told',
  AccreditationExpired: 'Accreditation ended with its last day',
  AccreditationLapsed: 'Accreditation suspended: a condition was not met by its day',
  LodgeAppeal: 'The provider appealed',
  ProposeAppealOutcome: 'Outcome of the appeal proposed',
  SendBackAppeal: 'Outcome of the appeal sent back',
  UpholdDecision: 'Appeal answered: the decision stands',
  OverturnDecision: 'Appeal answered: the decision is overturned',
  Reopen: 'Opened again after an appeal',
  Restore: 'A member again after an appeal',
  AskClarification: 'Question to the provider',
  AnswerClarification: 'Question answered',
  CloseClarification: 'Question settled',
  WithdrawClarification: 'Question withdrawn',
  AcceptReference: 'Reference found to count',
  RefuseReference: 'Reference found not to count; the provider was told',
  StartEvaluation: 'Evaluation begun',
  PauseClock: 'Clock to decide stopped',
  ResumeClock: 'Clock to decide goes on',
  ReadFile: 'A drawn file read',
  Assign: 'Officer changed',
  Remind: 'Provider reminded of what it owes',
  Extend: 'Time to decide extended to 15 working days',
  ConfirmAdmission: 'Admission confirmed; the provider was told',
  ConfirmRejection: 'Refusal confirmed; the provider was told',
  Withdraw: 'Application withdrawn',
  OpenFitAndProperTest: 'Fit and proper people: stage opened',
  RecordFitness: 'Checks of a person recorded',
  ConfirmFitness: 'Outcome for a person confirmed',
  SendBackFitness: 'Outcome for a person sent back',
  ScoreInterview: 'Interview scored by one of the panel',
  AgreeInterview: 'Interview score agreed',
  ReopenFitness: 'Test of a person opened again: the application changed',
  PassFitAndProperTest: 'Fit and proper people: passed',
  FailFitAndProperTest: 'Fit and proper people: not passed',
  ViewStaff: 'Single central record read',
  ViewTraining: 'Staff training read',
  RecordSaferRecruitment: 'Safer-recruitment checklist saved',
  ReportRecruitmentAction: 'Action on safer recruitment done, says the provider',
  AcceptRecruitmentAction: 'Action on safer recruitment accepted as done',
  SendBackRecruitmentAction: 'Action on safer recruitment sent back',
  SettleFindings: 'Critical findings of the record settled',
  PassSaferRecruitment: 'Safer recruitment: passed',
  FailSaferRecruitment: 'Safer recruitment: not passed',
  PassPropertyVisit: 'Property visits: passed',
  FailPropertyVisit: 'Property visits: not passed',
  Accredit: 'Accredited; the provider was told',
  AccreditWithConditions: 'Accredited with conditions; the provider was told',
  Refuse: 'Not accredited; the provider was told',
};

const FINISH: Readonly<Record<string, string>> = { Propose: 'proposed', SendBack: 'sent back' };
const OF_A_REFERENCE = ['AcceptReference', 'RefuseReference'];
const OF_ACCREDITATION = [...Object.keys(ACCREDITATION)].filter((state) => state !== 'DecisionProposed');

/** One line of the audit trail in words. `Propose` and `SendBack` belong to either decision: their states tell. */
export function moveInWords(event: AuditEventDto): string {
  const finish = FINISH[event.action];
  const ofAccreditation = [event.before, event.after].some((state) => state && OF_ACCREDITATION.includes(state));
  const said = finish
    ? `${ofAccreditation ? 'Accreditation' : 'Membership'} decision ${finish}`
    : OF_A_REFERENCE.includes(event.action) && event.after
      ? `${MOVES[event.action]}: ${event.after}`
      : (MOVES[event.action] ?? event.action.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
  return event.refused ? `Refused: ${said.charAt(0).toLowerCase()}${said.slice(1)}` : said;
}

/** Whose fit-and-proper test a step was, by roles and outcome: the audit trail names no one who was tested. */
export function personInWords({ action, after }: AuditEventDto): string | null {
  const [roles, outcome] = (after ?? '').split(': ');
  if (!/(Fitness|Interview)$/.test(action) || !roles || !outcome) return null;

  const who = roles.split(', ').map((role) => ROLES[role as PersonRole] ?? role);
  return `${who.join(', ')}: ${FITNESS[outcome as NonNullable<FitnessOutcome>]?.text.toLowerCase() ?? outcome}`;
}

/** How a visit stands, as the server names it. */
export function visitState({ state, passed }: Pick<ApplicationVisitDto, 'state' | 'passed'>): Said {
  switch (state) {
    case 'Completed':
      return passed ? { text: 'Passed', tone: 'ok' } : { text: 'Not passed', tone: 'bad' };
    case 'InProgress':
      return { text: 'In progress', tone: 'info' };
    case 'Cancelled':
      return { text: 'Cancelled', tone: 'neutral' };
    default:
      return { text: 'Booked', tone: 'info' };
  }
}

/** Certificates of homes and insurances of providers, by their kinds. */
export const PAPERS: Readonly<Record<string, string>> = {
  EmployersLiability: 'Employers’ liability insurance',
  PublicLiability: 'Public liability insurance',
  ProfessionalIndemnity: 'Professional indemnity insurance',
  GasSafety: 'Gas safety record',
  ElectricalInstallation: 'Electrical installation report',
  FireRiskAssessment: 'Fire risk assessment',
  BuildingsInsurance: 'Buildings insurance',
  LiabilityInsurance: 'Liability insurance',
  HmoLicence: 'HMO licence',
};
