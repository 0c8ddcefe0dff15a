import { receiptSteps, withdrawnAt } from './receipt-steps';

const DEADLINE = '2026-12-03T12:00:00Z';
const BOX = { openedAt: '2026-12-03T12:04:29Z' };
const LETTER = { issuedAt: '2026-12-04T09:30:00Z' };

const told = (...given: Parameters<typeof receiptSteps>): readonly string[] =>
  receiptSteps(...given).map(({ when, what, done }) => `${done ? '✓ ' : ''}${when}: ${what}`);

describe('What follows a bid', () => {
  it('is all to come while it may be changed', () => {
    const steps = receiptSteps({ open: true, deadline: DEADLINE, outcome: 'Pending' }, undefined, undefined);

    expect(steps.map(({ done }) => done)).toEqual([false, false, false]);
    expect(steps[0]?.when).toBe('Thursday 3 December at 12 noon, UK time');
  });

  it('is done with its time as far as it has come', () => {
    const need = { open: false, deadline: DEADLINE, outcome: 'Pending' as const };

    expect(told(need, { openedAt: null }, undefined)[0]).toBe('✓ 3 December 2026, 12 noon: Bids closed');
    expect(told(need, BOX, undefined)).toEqual([
      '✓ 3 December 2026, 12 noon: Bids closed',
      '✓ 3 December 2026, 12:04: Two officers opened the bids together',
      expect.stringMatching(/^When the award is approved: /),
    ]);
  });

  it('has nothing to come once the letter was sent', () => {
    expect(told({ open: false, deadline: DEADLINE, outcome: 'NotWon' }, BOX, LETTER)).toEqual([
      '✓ 3 December 2026, 12 noon: Bids closed',
      '✓ 3 December 2026, 12:04: Two officers opened the bids together',
      '✓ 4 December 2026, 09:30: You got a letter with your scores and the reasons',
    ]);
  });

  it('ends with the council’s cancelling, before the close or after', () => {
    const need = { open: false, deadline: DEADLINE, outcome: 'Cancelled' as const };

    expect(told(need, undefined, undefined)).toEqual(['✓ In the end: The council cancelled this need']);
    expect(told(need, BOX, undefined)).toHaveLength(3);
  });
});

describe('When a bid was withdrawn', () => {
  it('is what its receipt file says', () => {
    const file = JSON.stringify({ withdrawal: { text: JSON.stringify({ receivedAt: '2026-11-24T12:10:00.316Z' }) } });

    expect(withdrawnAt(file)).toBe('2026-11-24T12:10:00.316Z');
  });

  it('is unknown where the file does not say', () => {
    expect(withdrawnAt('{}')).toBeUndefined();
    expect(withdrawnAt('not a file')).toBeUndefined();
  });
});
