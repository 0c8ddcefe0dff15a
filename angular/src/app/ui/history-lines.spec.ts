import { linesOf } from './history-lines';
import { HistoryEvent } from './parts';

const event = (minute: number, change: Partial<HistoryEvent> = {}): HistoryEvent => ({
  at: `2026-11-02T10:${String(minute).padStart(2, '0')}:00Z`,
  who: 'Dele Afolabi',
  what: 'Answers saved',
  ...change,
});

describe('linesOf', () => {
  it('tells once what one person did again and again', () => {
    const lines = linesOf([event(30, { what: 'Application submitted' }), event(20), event(15), event(5)]);

    expect(lines.map(({ what, at, since, times }) => [what, at.slice(14, 16), since.slice(14, 16), times])).toEqual([
      ['Application submitted', '30', '30', 1],
      ['Answers saved', '20', '05', 3],
    ]);
  });

  it.each([
    ['another person', { who: 'Karen Moss' }],
    ['another act', { what: 'Application begun' }],
    ['a reason', { reason: 'The director left.' }],
    ['a refusal', { tone: 'refused' as const }],
  ])('keeps apart what has %s', (_, change) => {
    expect(linesOf([event(9), event(8, change), event(7)])).toHaveLength(3);
  });

  it('keeps two reasons that read the same apart', () => {
    const reason = { reason: 'The director left.' };

    expect(linesOf([event(9, reason), event(8, reason)])).toHaveLength(2);
  });
});
