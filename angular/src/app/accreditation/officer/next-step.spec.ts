import { nextStepOf } from './next-step';

describe('the next step of an application', () => {
  it('is about membership until the provider is admitted, whatever the accreditation', () => {
    expect(nextStepOf({ membership: 'InEvaluation', accreditation: 'NotStarted' })).toEqual({
      tab: 'membership',
      text: 'Propose a membership decision',
    });
  });

  it('follows the stages from then on', () => {
    const tabs = (['NotStarted', 'SaferRecruitmentReview', 'PropertyVisit', 'AwaitingDecision'] as const).map(
      (accreditation) => nextStepOf({ membership: 'Admitted', accreditation }).tab,
    );
    expect(tabs).toEqual(['people', 'safer-recruitment', 'visits', 'accreditation']);
  });

  it('is nothing once all is decided', () => {
    expect(nextStepOf({ membership: 'Admitted', accreditation: 'Accredited' }).text).toBeUndefined();
    expect(nextStepOf({ membership: 'Rejected', accreditation: 'NotStarted' }).text).toBeUndefined();
  });
});
