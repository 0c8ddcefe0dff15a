import { TodayItemDto } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { roughTimeLeft } from '../../ui/countdown';
import { londonDate } from '../../ui/dates';
import { formatDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';

const DAY = 86_400_000;

/** When something is due: a short head (`4 days late`, `Today, 16:00`) and what explains it. */
export interface Due {
  readonly head: string;
  readonly note?: string;
  readonly late: boolean;
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

const days = (number: number): string => counted(number, 'day');

function dayInWords(date: string, ahead: number): string {
  if (ahead === 0) return 'Today';
  return ahead === 1 ? 'Tomorrow' : formatDate(date, 'short');
}

/** @param now Milliseconds since 1970, by the portal's clock. */
export function dueOf(item: Pick<TodayItemDto, 'dueAt' | 'dueOn'>, now: number): Due | undefined {
  const date = item.dueAt ? londonDate(Date.parse(item.dueAt)) : item.dueOn;
  if (!date) return undefined;

  const ahead = daysBetween(londonDate(now), date);
  const late = item.dueAt ? Date.parse(item.dueAt) <= now : ahead < 0;
  if (late) {
    const note = `Was due ${formatDate(date, 'short')}`;
    return ahead < 0
      ? { head: `${days(-ahead)} late`, note, late }
      : {
          head: 'Late',
          note: `Was due at ${formatTime(item.dueAt ?? '')}`,
          late,
        };
  }

  const day = dayInWords(date, ahead);
  if (item.dueAt) {
    return {
      head: `${day}, ${formatTime(item.dueAt)}`,
      note: `in ${ahead > 1 ? days(ahead) : roughTimeLeft(Date.parse(item.dueAt) - now)}`,
      late,
    };
  }
  return { head: day, ...(ahead > 1 && { note: `in ${days(ahead)}` }), late };
}
