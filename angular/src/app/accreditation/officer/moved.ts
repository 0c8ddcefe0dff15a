import { AccreditationState, MembershipState } from '../../proxy/models';

interface Place {
  readonly membership: MembershipState;
  readonly accreditation: AccreditationState;
}

const OF_MEMBERSHIP: Partial<Record<MembershipState, string>> = {
  InEvaluation: 'The application is being evaluated.',
  DecisionProposed: 'The membership decision is proposed. The provider hears nothing before it is confirmed.',
  Admitted: 'The provider is a member. The letter is written and the provider is told.',
  Rejected: 'The provider is not admitted. The letter is written and the provider is told.',
};

const OF_ACCREDITATION: Partial<Record<AccreditationState, string>> = {
  FitAndProperTest: 'The fit-and-proper-person test is open.',
  SaferRecruitmentReview: 'The fit-and-proper-person test is passed. The provider is told.',
  PropertyVisit: 'Safer recruitment is passed. The provider is told.',
  DecisionProposed: 'The accreditation decision is proposed. The provider hears nothing before it is confirmed.',
  Accredited: 'The provider is accredited. The letter is written and the provider is told.',
  AccreditedWithConditions:
    'The provider is accredited with conditions. The letter is written and the provider is told.',
  NotAccredited: 'The provider is not accredited. The letter is written and the provider is told.',
};

const STAGES: Partial<Record<AccreditationState, string>> = {
  FitAndProperTest: 'The fit-and-proper-person test',
  SaferRecruitmentReview: 'Safer recruitment',
  PropertyVisit: 'The property visits',
};

/** What a move did to an application, for a line above its tabs; empty when it stands where it stood. */
export function movedInWords(before: Place, after: Place): string {
  if (before.membership !== after.membership) {
    return before.membership === 'DecisionProposed' && after.membership === 'InEvaluation'
      ? 'The proposal is sent back.'
      : (OF_MEMBERSHIP[after.membership] ?? '');
  }
  if (before.accreditation === after.accreditation) return '';
  if (after.accreditation !== 'AwaitingDecision') return OF_ACCREDITATION[after.accreditation] ?? '';

  const stage = STAGES[before.accreditation];
  if (!stage) return 'The proposal is sent back.';
  return `${stage}: the stage is closed. The provider is told, and the decision on accreditation follows.`;
}
