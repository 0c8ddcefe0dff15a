import { NEEDS } from '../../../../e2e/call-off-samples';
import { needsChanges } from './needs-changes';

describe('What was changed of a need', () => {
  it('is nothing where nothing differs', () => {
    expect(needsChanges(NEEDS, { ...NEEDS, risks: [...NEEDS.risks] })).toEqual([]);
  });

  it('is told in the words of the need, with what it was and what it is', () => {
    const now = {
      ...NEEDS,
      expectedWeeks: 30,
      wishes: [],
      risks: [...NEEDS.risks.slice(1), { risk: 'GangRivalry' as const, level: 2, inLast12Months: false }],
      independence: NEEDS.independence.map((one) => (one.skill === 'Cooking' ? { ...one, score: 1 } : one)),
    };

    expect(needsChanges(NEEDS, now)).toEqual([
      { part: 'How long', from: 'About 26 weeks', to: 'About 30 weeks' },
      {
        part: 'Wishes',
        from:
          'A quiet home, To cook their own food, To be near college or work, ' +
          'Boys and girls in the home: both are fine',
        to: 'nothing',
      },
      { part: 'Cooking', from: 'Good', to: 'Needs help' },
      { part: 'Gang rivalry', from: 'nothing', to: 'Medium' },
      { part: 'Going missing', from: 'Low. In the last 12 months', to: 'nothing' },
    ]);
  });
});
