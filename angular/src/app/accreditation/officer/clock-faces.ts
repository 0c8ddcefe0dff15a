import { ApplicationDto, ClockDto, MembershipState } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { ClockFace } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { MEMBERSHIP } from './words';

const UNDECIDED: readonly MembershipState[] = ['Submitted', 'InEvaluation', 'DecisionProposed'];

export const isUndecided = (membership: MembershipState): boolean => UNDECIDED.includes(membership);

/** `3 working days late`, `Late` on a day that is none, `Day 8 of 10, extended`. */
export function dayInWords(clock: ClockDto): string {
  const late = clock.day - clock.workingDays;
  if (clock.overdue) return late > 0 ? `${counted(late, 'working day')} late` : 'Late';

  return `Day ${clock.day} of ${clock.workingDays}${clock.extended ? ', extended' : ''}`;
}

/** Red from the last day but one, amber from the third but last, as the law's day comes near. */
export function nearness(clock: ClockDto): 'late' | 'soon' | '' {
  if (clock.overdue || clock.day >= clock.workingDays - 1) return 'late';
  return clock.day >= clock.workingDays - 3 ? 'soon' : '';
}

/** The clock that nothing stops and the one we promise, side by side. */
export function clockFaces(application: ApplicationDto): ClockFace[] {
  const faces: ClockFace[] = [];
  if (application.membershipClock) faces.push(membershipFace(application, application.membershipClock));
  const stage = application.stageClock;
  if (stage) {
    faces.push({
      caption: 'This stage, our promise',
      headline: stage.paused ? 'Waiting for the provider' : `Finish by ${formatDate(stage.dueOn, 'weekday')}`,
      position: dayInWords(stage),
      note: `${pausedInWords(stage)}${stage.source}`,
      kind: 'promise',
      late: stage.overdue && !stage.paused,
      days: daysOf(stage),
    });
  }
  return faces;
}

function pausedInWords({ pausedDays }: ClockDto): string {
  const days = pausedDays.length;
  return days === 0 ? '' : `paused ${counted(days, 'working day')}, waiting for the provider · `;
}

function membershipFace(application: ApplicationDto, clock: ClockDto): ClockFace {
  const caption = 'Membership, by law';
  if (!isUndecided(application.membership)) {
    const on = application.membershipDecision?.confirmedAt;
    return {
      caption,
      headline: `${MEMBERSHIP[application.membership].text}${on ? ` on ${formatDate(on, 'weekday')}` : ''}`,
      note: clock.source,
      kind: 'law',
    };
  }
  const room = clock.extendableTo ? `can run to ${formatDate(clock.extendableTo)} once, with a reason · ` : '';
  return {
    caption,
    headline: `Decide by ${formatDate(clock.dueOn, 'weekday')}`,
    position: dayInWords(clock),
    note: `${room}${clock.source}`,
    kind: 'law',
    late: clock.overdue,
    days: daysOf(clock),
  };
}

/** Paused days lengthen the row, so that the days of the promise stay as many. */
function daysOf(clock: ClockDto): { total: number; used: number; paused: readonly number[] } {
  const total = clock.workingDays + clock.pausedDays.length;
  return { total, used: Math.min(clock.day + clock.pausedDays.length, total), paused: clock.pausedDays };
}
