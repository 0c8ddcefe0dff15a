import { describe, expect, it } from 'vitest';
import { instantTyped } from './call-off-value';
import { extensionError, extensionFrom } from './extension-value';

describe('a new deadline', () => {
  it('starts at the next quarter of an hour, by the London clock', () => {
    expect(extensionFrom('2026-07-01T10:01:00Z')).toEqual({
      date: { day: '1', month: '7', year: '2026' },
      time: '11:15',
    });
    expect(extensionFrom('2026-12-01T10:15:00Z').time).toBe('10:15');
    expect(extensionFrom('2026-12-01T10:15:01Z').time).toBe('10:30');
  });

  it('is sent as the instant that was typed', () => {
    expect(instantTyped({ date: { day: '1', month: '7', year: '2026' }, time: '11:15' })).toBe(
      '2026-07-01T10:15:00.000Z',
    );
    expect(instantTyped({ date: { day: '31', month: '2', year: '2026' }, time: '11:15' })).toBeUndefined();
  });

  it('is refused below the earliest, and at no other time', () => {
    const value = { date: { day: '1', month: '12', year: '2026' }, time: '12:00' };
    expect(extensionError(value, '2026-12-01T12:01:00Z', 'Too early')).toEqual({ field: 'date', message: 'Too early' });
    expect(extensionError(value, '2026-12-01T12:00:00Z', 'Too early')).toBeUndefined();
    expect(extensionError({ ...value, time: 'noon' }, '2026-12-01T12:00:00Z', 'Too early')?.field).toBe('time');
  });
});
