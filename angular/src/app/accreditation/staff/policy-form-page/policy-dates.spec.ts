import { reviewProblem, versionProblem } from './policy-dates';

describe('the days of a policy', () => {
  it('have a version of today or before', () => {
    expect(versionProblem('2026-11-28', '2026-11-28')).toBeUndefined();
    expect(versionProblem('2026-11-29', '2026-11-28')).toBe('The version in use cannot be dated in the future');
    expect(versionProblem('1989-12-31', '2026-11-28')).toBe('Enter a date from 1990 on');
    expect(versionProblem(undefined, '2026-11-28')).toBeUndefined();
  });

  it('have a review after the version and by the last day it may have', () => {
    expect(reviewProblem('2026-09-02', '2026-09-01', null)).toBeUndefined();
    expect(reviewProblem('2026-09-01', '2026-09-01', null)).toBe('The next review comes after the version in use');
    expect(reviewProblem('2101-01-01', '2026-09-01', null)).toBe('Enter a date up to 2100');
    expect(reviewProblem('2027-11-28', '2026-09-01', '2027-11-28')).toBeUndefined();
    expect(reviewProblem('2027-11-29', '2026-09-01', '2027-11-28')).toContain('Enter a day up to 28 November 2027');
    expect(reviewProblem('2020-09-01', undefined, null)).toBeUndefined();
  });
});
