import { dueOf } from './due';

const NOW = Date.parse('2026-11-24T10:00:00Z');

describe('When something is due', () => {
  it('is late from the instant it was due, and not a second before', () => {
    expect(dueOf({ dueAt: '2026-11-24T10:00:01Z' }, NOW)).toMatchObject({ late: false });
    expect(dueOf({ dueAt: '2026-11-24T10:00:00Z' }, NOW)).toEqual({
      head: 'Late',
      note: 'Was due at 10:00',
      late: true,
    });
  });

  it('is late from the day after the day it was due', () => {
    expect(dueOf({ dueOn: '2026-11-24' }, NOW)).toEqual({ head: 'Today', late: false });
    expect(dueOf({ dueOn: '2026-11-20' }, NOW)).toEqual({
      head: '4 days late',
      note: 'Was due Fri 20 Nov',
      late: true,
    });
  });

  it('is told in words of the clock in London', () => {
    expect(dueOf({ dueAt: '2026-11-24T16:00:00Z' }, NOW)).toEqual({
      head: 'Today, 16:00',
      note: 'in 6 hours',
      late: false,
    });
    expect(dueOf({ dueAt: '2026-07-01T22:30:00Z' }, Date.parse('2026-06-30T10:00:00Z'))).toMatchObject({
      head: 'Tomorrow, 23:30',
    });
    // As a day: 70 hours are not "2 days" to who reads a calendar.
    expect(dueOf({ dueAt: '2026-11-27T08:00:00Z' }, NOW)).toMatchObject({
      head: 'Fri 27 Nov, 08:00',
      note: 'in 3 days',
    });
    expect(dueOf({ dueOn: '2026-12-04' }, NOW)).toEqual({ head: 'Fri 4 Dec', note: 'in 10 days', late: false });
  });

  it('counts no seconds', () => {
    expect(dueOf({ dueAt: '2026-11-24T10:01:30Z' }, NOW)).toMatchObject({ note: 'in 2 minutes' });
    expect(dueOf({ dueAt: '2026-11-24T10:00:01Z' }, NOW)).toMatchObject({ note: 'in 1 minute' });
    expect(dueOf({ dueAt: '2026-11-24T10:05:00Z' }, NOW)).toMatchObject({ note: 'in 5 minutes' });
  });

  it('says nothing where nothing is due', () => {
    expect(dueOf({}, NOW)).toBeUndefined();
  });
});
