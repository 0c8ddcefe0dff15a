import { describe, expect, it } from 'vitest';
import { movedInWords } from './moved';

const at = (membership: string, accreditation: string) =>
  ({ membership, accreditation }) as Parameters<typeof movedInWords>[0];

describe('what a move did', () => {
  it('is said when a stage is closed', () => {
    const [before, after] = [at('Admitted', 'SaferRecruitmentReview'), at('Admitted', 'PropertyVisit')];
    expect(movedInWords(before, after)).toBe('Safer recruitment is passed. The provider is told.');
  });

  it('tells a closed stage from a proposal sent back', () => {
    const after = at('Admitted', 'AwaitingDecision');
    expect(movedInWords(at('Admitted', 'PropertyVisit'), after)).toContain('the stage is closed');
    expect(movedInWords(at('Admitted', 'DecisionProposed'), after)).toBe('The proposal is sent back.');
  });

  it('is empty when the application stands where it stood', () => {
    const same = at('Admitted', 'PropertyVisit');
    expect(movedInWords(same, same)).toBe('');
  });
});
