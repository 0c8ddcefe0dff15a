import { HistoryEvent } from './parts';

export interface HistoryLine extends HistoryEvent {
  /** How often it happened in a row; `at` is the last of them. */
  readonly times: number;
  /** UTC instant of the first of them. */
  readonly since: string;
}

/**
 * What one person did again and again without a reason stands in one line: answers that are saved while they are typed
 * would bury the decisions. The newest stands first, before and after.
 */
export function linesOf(events: readonly HistoryEvent[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const event of events) {
    const last = lines.at(-1);
    if (last && isSame(last, event)) lines[lines.length - 1] = { ...last, times: last.times + 1, since: event.at };
    else lines.push({ ...event, times: 1, since: event.at });
  }
  return lines;
}

const isSame = (a: HistoryEvent, b: HistoryEvent): boolean =>
  a.who === b.who && a.what === b.what && a.tone === b.tone && !a.reason && !b.reason;
