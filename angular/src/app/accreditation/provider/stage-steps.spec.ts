import { ApplicationDto, StageDto } from '../../proxy/models';
import { stageSteps } from './stage-steps';

const stage = (name: StageDto['stage'], status: StageDto['status'], closedAt: string | null = null): StageDto => ({
  stage: name,
  status,
  openedAt: null,
  closedAt,
  closedByName: null,
  reason: null,
});

const application = (membership: ApplicationDto['membership'], stages: StageDto[]): ApplicationDto =>
  ({ membership, stages }) as ApplicationDto;

describe('stageSteps', () => {
  it('puts the person of a draft at the first stage', () => {
    const steps = stageSteps(
      application('Draft', [stage('Application', 'NotStarted'), stage('FitAndProperTest', 'NotStarted')]),
    );

    expect(steps.map(({ state, note }) => [state, note])).toEqual([
      ['current', 'You are here'],
      ['waiting', 'Next'],
    ]);
  });

  it.each([
    ['Submitted', 'Received'],
    ['InEvaluation', 'Being assessed'],
  ] as const)('says of an application that is %s: %s', (membership, note) => {
    expect(stageSteps(application(membership, [stage('Application', 'Open')]))[0]?.note).toBe(note);
  });

  it('says when a stage was passed, which one is under way and which one comes next', () => {
    const steps = stageSteps(
      application('Admitted', [
        stage('Application', 'Passed', '2026-11-02T10:00:00Z'),
        stage('FitAndProperTest', 'Open'),
        stage('SaferRecruitment', 'NotStarted'),
        stage('PropertyVisit', 'NotStarted'),
        stage('Decision', 'NotStarted'),
      ]),
    );

    expect(steps.map(({ state, note }) => [state, note])).toEqual([
      ['done', 'Passed 2 November'],
      ['current', 'Under way'],
      ['waiting', 'Next'],
      ['waiting', 'Not started'],
      ['waiting', 'Two officers decide'],
    ]);
  });

  it('shows a stage that was not passed', () => {
    const steps = stageSteps(application('Admitted', [stage('FitAndProperTest', 'Failed', '2026-11-20T10:00:00Z')]));

    expect(steps[0]).toMatchObject({ state: 'failed', note: 'Not passed 20 November' });
  });
});
