import { SaferRecruitmentFinding } from '../../../proxy/models';
import { recordHints } from './record-hints';

const person = (id: string, ...kinds: SaferRecruitmentFinding[]) => ({
  id,
  findings: kinds.map((kind) => ({ kind, critical: false })),
});

describe('What the record says against the checklist', () => {
  it('stands at the line it speaks against, with how many people it is about', () => {
    const people = [person('a', 'ReferencesMissing', 'DbsOld'), person('b', 'ReferencesMissing'), person('c')];

    expect(recordHints(people, [])).toEqual({
      'two-references': 'The provider’s record says “Fewer than 2 references” of 2 people',
      'dbs-current': 'The provider’s record says “DBS older than 3 years, no update check since” of 1 person',
    });
  });

  it('puts two findings against one line together', () => {
    const people = [person('a', 'RightToWorkEnded'), person('b', 'RightToWorkNotChecked')];

    expect(recordHints(people, [])).toEqual({
      'right-to-work':
        'The provider’s record says “Right to work not checked” of 1 person, and “Right to work has ended” of 1 person',
    });
  });

  it('says nothing of what was settled, of that person alone', () => {
    const people = [person('a', 'ReferencesMissing'), person('b', 'ReferencesMissing')];
    const settled = [{ staffId: 'a', kind: 'ReferencesMissing' as const }];

    expect(recordHints(people, settled)['two-references']).toContain('of 1 person');
    expect(recordHints([people[0]!], settled)).toEqual({});
  });
});
