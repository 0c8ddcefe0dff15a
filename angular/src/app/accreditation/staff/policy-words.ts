import { EvidenceKind } from '../../core/documents';
import { PolicyDto, PolicyGroup, PolicyKind, PolicyListDto, PolicyReview } from '../../proxy/models';
import { Fact, Tone } from '../../ui/parts';

export const POLICIES: Readonly<Record<PolicyKind, string>> = {
  Safeguarding: 'Safeguarding',
  GoingMissing: 'Going missing',
  ChildExploitation: 'Child exploitation and county lines',
  ContextualSafeguarding: 'Contextual safeguarding',
  Prevent: 'Prevent',
  Allegations: 'Allegations against staff',
  Whistleblowing: 'Whistleblowing',
  LowLevelConcerns: 'Low-level concerns',
  OnlineSafety: 'Online safety',
  SaferRecruitment: 'Safer recruitment',
  Supervision: 'Supervision of staff',
  Disciplinary: 'Disciplinary',
  LoneWorking: 'Lone working',
  HealthAndSafety: 'Health and safety',
  Fire: 'Fire safety',
  Medication: 'Medication',
  BehaviourAndRestraint: 'Behaviour and restraint',
  Complaints: 'Complaints',
  Equality: 'Equality and diversity',
  DataProtection: 'Data protection',
  BusinessContinuity: 'Business continuity',
  Contingency: 'Contingency for young people',
  ModernSlavery: 'Modern slavery',
  Environmental: 'Environment',
  Cameras: 'CCTV',
};

/** Why a policy may be missing without anything being wrong. */
export const WHERE_NEEDED: Partial<Record<PolicyKind, string>> = {
  ModernSlavery: 'Only if the law asks you for a statement',
  Cameras: 'Only if a home has cameras',
};

export const GROUPS: readonly { readonly group: PolicyGroup; readonly name: string }[] = [
  { group: 'Safeguarding', name: 'Safeguarding' },
  { group: 'StaffAndRecruitment', name: 'Staff and recruitment' },
  { group: 'Service', name: 'The service' },
];

export const REVIEWS: Readonly<Record<PolicyReview, { readonly text: string; readonly tone: Tone }>> = {
  InOrder: { text: 'Review in order', tone: 'ok' },
  DueSoon: { text: 'Review due soon', tone: 'warn' },
  Overdue: { text: 'Review overdue', tone: 'bad' },
  NotListed: { text: 'Not listed', tone: 'warn' },
  OnlyWhereItApplies: { text: 'If it applies', tone: 'plain' },
};

/** What the evidence vault calls the document of a policy, where it asks for it too. */
export const EVIDENCE: Partial<Record<PolicyKind, EvidenceKind>> = {
  Safeguarding: 'SafeguardingPolicy',
  SaferRecruitment: 'SaferRecruitmentPolicy',
  HealthAndSafety: 'HealthAndSafetyPolicy',
  Complaints: 'ComplaintsPolicy',
  Equality: 'EqualityPolicy',
  BusinessContinuity: 'BusinessContinuityPlan',
};

export const isPolicy = (kind: string): kind is PolicyKind => Object.hasOwn(POLICIES, kind);

export const policyFactsOf = ({ inOrder, dueSoon, overdue, notListed }: PolicyListDto): Fact[] => [
  { label: 'Review in order', value: String(inOrder), large: true },
  { label: 'Of these due soon', value: String(dueSoon), large: true },
  { label: 'Review overdue', value: String(overdue), large: true },
  { label: 'Not listed', value: String(notListed), large: true },
];

/** The policies of one review, as a person lists them. */
export const namesOf = (items: readonly PolicyDto[], review: PolicyReview): string[] =>
  items.filter((policy) => policy.review === review).map(({ kind }) => POLICIES[kind]);
