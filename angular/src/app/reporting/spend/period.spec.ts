import { dayOf, daysInWords, daysOf, periodNameOf } from './period';

describe('period', () => {
  it.each([
    ['2026-03-31', '2025-04-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-31', '2026-04-01'],
    ['2027-01-01', '2026-04-01'],
  ])('the financial year of %s began on %s and runs to that day', (today, from) => {
    expect(daysOf('year', today)).toEqual({ from, to: today });
  });

  it.each([
    ['2026-01-01', '2025-10-01', '2025-12-31'],
    ['2026-03-31', '2025-10-01', '2025-12-31'],
    ['2026-04-01', '2026-01-01', '2026-03-31'],
    ['2026-11-24', '2026-07-01', '2026-09-30'],
  ])('the last quarter before %s is %s to %s', (today, from, to) => {
    expect(daysOf('quarter', today)).toEqual({ from, to });
  });

  it.each([
    ['2026-01-15', '2025-12-01', '2025-12-31'],
    ['2028-03-01', '2028-02-01', '2028-02-29'],
    ['2026-03-31', '2026-02-01', '2026-02-28'],
  ])('the last month before %s is %s to %s', (today, from, to) => {
    expect(daysOf('month', today)).toEqual({ from, to });
  });

  it('takes the day of London, an hour ahead in summer', () => {
    expect(dayOf(Date.parse('2026-06-30T22:59:59Z'))).toBe('2026-06-30');
    expect(dayOf(Date.parse('2026-06-30T23:00:00Z'))).toBe('2026-07-01');
    expect(dayOf(Date.parse('2026-12-31T23:59:59Z'))).toBe('2026-12-31');
  });

  it('reads the address: a name it knows, else two dates, else the financial year', () => {
    expect(periodNameOf('quarter', undefined, undefined)).toBe('quarter');
    expect(periodNameOf(undefined, '2026-01-01', '2026-02-01')).toBe('own');
    expect(periodNameOf('own', '2026-01-01', '1 February')).toBe('year');
    expect(periodNameOf('fortnight', undefined, undefined)).toBe('year');
  });

  it('says whole months as months and cut ones by the day', () => {
    expect(daysInWords({ from: '2026-10-01', to: '2026-10-31' })).toBe('October 2026');
    expect(daysInWords({ from: '2026-07-01', to: '2026-09-30' })).toBe('July to September 2026');
    expect(daysInWords({ from: '2025-10-01', to: '2026-03-31' })).toBe('October 2025 to March 2026');
    expect(daysInWords({ from: '2026-04-01', to: '2026-11-24' })).toBe('1 April 2026 to 24 November 2026');
    expect(daysInWords({ from: '2026-02-01', to: '2026-02-27' })).toBe('1 February 2026 to 27 February 2026');
  });
});
