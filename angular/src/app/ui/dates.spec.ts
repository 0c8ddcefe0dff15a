import { timeLeft } from './countdown';
import { datePartsOf, isoDateOf } from './dates';
import { formatDate } from './uk-date';
import { formatDateTime } from './uk-date-time';

describe('dates', () => {
  it('takes only dates of the calendar', () => {
    expect(isoDateOf({ day: '1', month: '2', year: '2027' })).toBe('2027-02-01');
    expect(isoDateOf({ day: '29', month: '2', year: '2028' })).toBe('2028-02-29');
    expect(isoDateOf({ day: '29', month: '2', year: '2027' })).toBeUndefined();
    expect(isoDateOf({ day: '1', month: '13', year: '2027' })).toBeUndefined();
    expect(isoDateOf({ day: '', month: '2', year: '2027' })).toBeUndefined();
    expect(isoDateOf({ day: '1', month: '2', year: '27' })).toBeUndefined();
    expect(datePartsOf('2027-02-01')).toEqual({ day: '1', month: '2', year: '2027' });
  });

  it('shows instants by the London clock in winter and summer', () => {
    expect(formatDateTime('2026-11-30T14:05:00Z')).toBe('30 November 2026, 14:05');
    expect(formatDateTime('2026-07-01T23:30:00Z')).toBe('2 July 2026, 00:30');
    expect(formatDateTime('2026-07-01T11:00:00Z')).toBe('1 July 2026, 12 noon');
  });

  it('shows a date without a time zone as it is', () => {
    expect(formatDate('2026-11-30', 'weekday')).toBe('Monday 30 November');
    expect(formatDate(undefined)).toBe('–');
  });
});

describe('timeLeft', () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;

  it.each([
    [19 * 24 * HOUR + HOUR, '19 days 1 hour'],
    [3 * 24 * HOUR + HOUR - 1000, '3 days'],
    [48 * HOUR, '2 days'],
    [48 * HOUR - 1000, '47 hours 59 minutes'],
    [2 * HOUR + 24 * MINUTE, '2 hours 24 minutes'],
    [HOUR, '1 hour'],
    [5 * MINUTE, '5 minutes'],
    [5 * MINUTE - 1000, '4 minutes 59 seconds'],
    [1000, '1 second'],
    [0, undefined],
    [-1, undefined],
  ])('%d milliseconds are %j', (milliseconds, words) => {
    expect(timeLeft(milliseconds)).toBe(words);
  });
});
