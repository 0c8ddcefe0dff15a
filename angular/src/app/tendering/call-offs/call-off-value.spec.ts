import { deadlineError, newCallOff, termsOf, weightsInHundredths } from './call-off-value';

describe('a call-off as typed', () => {
  it('starts with weights of exactly 100.00', () => {
    expect(weightsInHundredths(newCallOff())).toBe(10_000);
  });

  it('adds weights without binary fractions', () => {
    const value = newCallOff();
    value.criteria = ['33.33', '33.33', '0.1'].map((weight, i) => ({ id: `c${i}`, name: 'c', weight, minimum: '' }));
    expect(weightsInHundredths({ ...value, priceWeight: '33.24' })).toBe(10_000);
    expect(weightsInHundredths({ ...value, priceWeight: '33.23' })).toBe(9_999);
  });

  it('names the field that is wrong with a deadline', () => {
    const noon = { day: '1', month: '12', year: '2026' };
    expect(deadlineError({ day: '31', month: '2', year: '2027' }, '12:00')?.field).toBe('date');
    expect(deadlineError(noon, '12')?.field).toBe('time');
    expect(deadlineError({ day: '28', month: '3', year: '2027' }, '01:30')?.message).toContain('does not exist');
    expect(deadlineError({ day: '25', month: '10', year: '2026' }, '01:30')?.message).toContain('comes twice');
    expect(deadlineError(noon, '12:00')).toBeUndefined();
  });

  it('is sent as numbers, pence and an instant', () => {
    const terms = termsOf({
      ...newCallOff(),
      date: { day: '1', month: '7', year: '2027' },
      time: '16:00',
      ceiling: '1,250.00',
    });

    expect(terms.deadline).toBe('2027-07-01T15:00:00.000Z');
    expect(terms.ceilingWeeklyPence).toBe(125_000);
    expect(terms.criteria[0]).toEqual({
      id: 'match',
      name: 'How well the home fits',
      weight: 30,
      minimumScore: 2,
      suitability: true,
    });
    expect(terms.criteria[2]?.minimumScore).toBeNull();
  });
});
