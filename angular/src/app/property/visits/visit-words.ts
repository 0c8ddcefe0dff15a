import { VisitItemResult, VisitMode, VisitNotice, VisitState } from '../../proxy/models';
import { Tone } from '../../ui/parts';

export const MODES: Readonly<Record<VisitMode, string>> = { InPerson: 'In person', Virtual: 'By video' };
export const NOTICES: Readonly<Record<VisitNotice, string>> = { Announced: 'announced', Unannounced: 'unannounced' };

export interface ResultWords {
  readonly value: NonNullable<VisitItemResult>;
  readonly label: string;
  readonly tone: 'ok' | 'warn' | 'bad' | 'neutral';
}

/** In the order of the segments. */
export const RESULTS: readonly ResultWords[] = [
  { value: 'Pass', label: 'Pass', tone: 'ok' },
  { value: 'Advisory', label: 'Advisory', tone: 'warn' },
  { value: 'Fail', label: 'Fail', tone: 'bad' },
  { value: 'NotApplicable', label: 'N/A', tone: 'neutral' },
];

export function stateInWords(state: VisitState, passed: boolean | null): { text: string; tone: Tone } {
  switch (state) {
    case 'Completed':
      return passed ? { text: 'Passed', tone: 'ok' } : { text: 'Not passed', tone: 'bad' };
    case 'InProgress':
      return { text: 'In progress', tone: 'info' };
    case 'Cancelled':
      return { text: 'Cancelled', tone: 'neutral' };
    default:
      return { text: 'Booked', tone: 'info' };
  }
}
