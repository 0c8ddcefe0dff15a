import { describe, expect, it } from 'vitest';
import { instantInLondon } from './london-time';

describe('a clock time in London', () => {
  it('is UTC in winter and an hour ahead in summer', () => {
    expect(instantInLondon('2026-12-01', '10:00')).toBe('2026-12-01T10:00:00.000Z');
    expect(instantInLondon('2026-07-01', '10:00')).toBe('2026-07-01T09:00:00.000Z');
    expect(instantInLondon('2026-07-01', '9.30')).toBe('2026-07-01T08:30:00.000Z');
  });

  it('changes with the clocks on the last Sunday of March and October', () => {
    expect(instantInLondon('2026-03-29', '00:30')).toBe('2026-03-29T00:30:00.000Z');
    expect(instantInLondon('2026-03-29', '10:00')).toBe('2026-03-29T09:00:00.000Z');
    expect(instantInLondon('2026-10-25', '10:00')).toBe('2026-10-25T10:00:00.000Z');
  });

  it('is none for what is no time', () => {
    expect(instantInLondon('2026-12-01', '25:00')).toBeUndefined();
    expect(instantInLondon('2026-12-01', 'ten')).toBeUndefined();
  });
});
