import { instantOf, londonOf, parseTime } from './london-time';

describe('London time', () => {
  it('is one hour ahead of UTC in summer and level with it in winter', () => {
    expect(instantOf('2026-07-01', '12:00')).toEqual({ instant: '2026-07-01T11:00:00.000Z' });
    expect(instantOf('2026-12-01', '12:00')).toEqual({ instant: '2026-12-01T12:00:00.000Z' });
  });

  it('refuses the hour that does not exist when the clocks go forward, at both its ends', () => {
    expect(instantOf('2027-03-28', '00:59')).toEqual({ instant: '2027-03-28T00:59:00.000Z' });
    expect(instantOf('2027-03-28', '01:00')).toEqual({ problem: 'skipped' });
    expect(instantOf('2027-03-28', '01:59')).toEqual({ problem: 'skipped' });
    expect(instantOf('2027-03-28', '02:00')).toEqual({ instant: '2027-03-28T01:00:00.000Z' });
  });

  it('refuses the hour that comes twice when the clocks go back, at both its ends', () => {
    expect(instantOf('2026-10-25', '00:59')).toEqual({ instant: '2026-10-24T23:59:00.000Z' });
    expect(instantOf('2026-10-25', '01:00')).toEqual({ problem: 'twice' });
    expect(instantOf('2026-10-25', '01:59')).toEqual({ problem: 'twice' });
    expect(instantOf('2026-10-25', '02:00')).toEqual({ instant: '2026-10-25T02:00:00.000Z' });
  });

  it('goes back to the parts that were typed', () => {
    expect(londonOf('2026-07-01T23:30:00Z')).toEqual({ date: '2026-07-02', time: '00:30' });
  });

  it('takes a time of day on the 24-hour clock only', () => {
    expect(parseTime('9:05')).toBe('09:05');
    expect(parseTime('16.00')).toBe('16:00');
    expect(parseTime('24:00')).toBeUndefined();
    expect(parseTime('12:60')).toBeUndefined();
    expect(parseTime('noon')).toBeUndefined();
  });
});
