import { counted } from '../../ui/counted';
import { formatDate } from '../../ui/uk-date';

const DAY = 86_400_000;

/** That a room comes free after the last day on which the young person could move in: a sentence, or none. */
export function lateStart(availableFrom: string | null | undefined, moveInBy: string): string[] {
  const days = availableFrom ? Math.round((Date.parse(availableFrom) - Date.parse(moveInBy)) / DAY) : 0;
  return days > 0 ? [`${counted(days, 'day')} after the last day asked for, ${formatDate(moveInBy)}`] : [];
}
