import { lateStart } from './late-start';

describe('a room that comes free', () => {
  it('by the last day asked for is not late', () => {
    expect(lateStart('2026-12-06', '2026-12-07')).toEqual([]);
    expect(lateStart('2026-12-07', '2026-12-07')).toEqual([]);
    expect(lateStart(null, '2026-12-07')).toEqual([]);
  });

  it('after it says by how much', () => {
    expect(lateStart('2026-12-08', '2026-12-07')).toEqual(['1 day after the last day asked for, 7 December 2026']);
    expect(lateStart('2026-12-27', '2026-12-07')).toEqual(['20 days after the last day asked for, 7 December 2026']);
  });
});
