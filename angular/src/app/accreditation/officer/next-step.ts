import { AccreditationState, MembershipState } from '../../proxy/models';

export interface NextStep {
  /** The tab on which it is done. */
  readonly tab: string;
  /** As an instruction; undefined where nothing is left to do. */
  readonly text?: string;
}

const OF_ACCREDITATION: Readonly<Record<AccreditationState, NextStep>> = {
  NotStarted: { tab: 'people', text: 'Open the fit-and-proper-person test' },
  FitAndProperTest: { tab: 'people', text: 'Carry out the fit-and-proper-person test' },
  SaferRecruitmentReview: { tab: 'safer-recruitment', text: 'Review the safer-recruitment documents' },
  PropertyVisit: { tab: 'visits', text: 'Book and record the property visits' },
  AwaitingDecision: { tab: 'accreditation', text: 'Propose an accreditation decision' },
  DecisionProposed: { tab: 'accreditation', text: 'A second officer confirms the accreditation decision' },
  Accredited: { tab: 'accreditation' },
  AccreditedWithConditions: { tab: 'accreditation' },
  NotAccredited: { tab: 'accreditation' },
};

const OF_MEMBERSHIP: Readonly<Record<Exclude<MembershipState, 'Admitted'>, NextStep>> = {
  Draft: { tab: 'questionnaire' },
  Submitted: { tab: 'membership', text: 'Start the evaluation' },
  InEvaluation: { tab: 'membership', text: 'Propose a membership decision' },
  DecisionProposed: { tab: 'membership', text: 'A second officer confirms the membership decision' },
  Rejected: { tab: 'membership' },
  Withdrawn: { tab: 'membership' },
  Removed: { tab: 'membership' },
  Left: { tab: 'membership' },
};

/** What an officer does next with an application, and where. */
export const nextStepOf = (application: {
  readonly membership: MembershipState;
  readonly accreditation: AccreditationState;
}): NextStep =>
  application.membership === 'Admitted'
    ? OF_ACCREDITATION[application.accreditation]
    : OF_MEMBERSHIP[application.membership];
