import { ApplicationDto, ClockDto } from '../../proxy/models';
import { clockFaces, dayInWords } from './clock-faces';

const clock = (more: Partial<ClockDto>): ClockDto =>
  ({ day: 4, workingDays: 10, overdue: false, extended: false, pausedDays: [], ...more }) as ClockDto;

describe('a clock of an application', () => {
  it('that is late says by how many working days, and by none where none has passed or it was paused', () => {
    expect(dayInWords(clock({ day: 11, overdue: true }))).toBe('1 working day late');
    expect(dayInWords(clock({ day: 10, overdue: true }))).toBe('Late');
    expect(dayInWords(clock({ day: 13, overdue: true }))).toBe('3 working days late');
  });

  it('by law tells no day any more once the decision is made', () => {
    const face = (membership: ApplicationDto['membership']) =>
      clockFaces({ membership, membershipClock: clock({ dueOn: '2026-12-01' }) } as ApplicationDto)[0];

    expect(face('InEvaluation')).toMatchObject({ position: 'Day 4 of 10' });
    expect(face('Admitted')?.headline).toContain('Admitted');
    expect(face('Admitted')?.position).toBeUndefined();
  });
});
