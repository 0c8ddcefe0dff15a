import { TrainingMatrixDto, TrainingTopic } from '../../proxy/models';
import { belowPass, isBelowPass, periodOf, trainingFactsOf } from './topics';

const topic = (name: TrainingTopic, percent: number | null, months = 12) => ({
  topic: name,
  months,
  inDate: 0,
  needed: 0,
  percent,
});

const MATRIX: TrainingMatrixDto = {
  topics: [topic('FirstAid', 89), topic('FireSafety', 90), topic('Medication', null), topic('Prevent', 50)],
  people: [
    {
      staffId: 'a',
      number: 'S1',
      name: 'Ada',
      role: 'Support worker',
      percent: 33,
      cells: [
        { topic: 'FirstAid', status: 'OutOfDate', on: '2020-01-01', until: '2023-01-01' },
        { topic: 'FireSafety', status: 'InDate', on: '2026-01-01', until: '2027-01-01' },
        { topic: 'Medication', status: 'NotNeeded' },
        { topic: 'Prevent', status: 'None' },
      ],
    },
  ],
  inDate: 1,
  needed: 3,
  percent: 33,
  passPercent: 90,
};

describe('the training matrix', () => {
  it('names the topics below a pass, the lowest first, and none that nobody needs', () => {
    expect(belowPass(MATRIX)).toEqual(['Prevent 50%', 'First aid 89%']);
    expect([89, 90, null].map((percent) => isBelowPass(percent, MATRIX))).toEqual([true, false, false]);
  });

  it('counts what has run out apart from what was never done', () => {
    expect(trainingFactsOf(MATRIX).map(({ value }) => value)).toEqual(['33%', '1', '1', '90%']);
  });

  it('says in years how long a training counts', () => {
    expect([periodOf(topic('FirstAid', 1, 36)), periodOf(topic('FireSafety', 1, 12))]).toEqual(['3 years', '1 year']);
    expect(periodOf(topic('Safeguarding', 1, 24))).toBe('2 years, leads 1');
  });
});
