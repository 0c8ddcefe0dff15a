import { EvaluatedBidDto, PriceQuestionDto } from '../../proxy/models';
import { DateParts, datePartsOf } from '../../ui/dates';
import { Tone } from '../../ui/parts';
import { deadlineError } from '../call-offs/call-off-value';
import { londonOf } from '../london-time';

export const LONGEST_QUESTION = 1000;
export const LONGEST_REASON = 1000;

const DAY = 24 * 60 * 60 * 1000;

/** A question about a price as typed. */
export interface AskValue {
  question: string;
  date: DateParts;
  time: string;
}

/** Noon of the next weekday, to be changed: at least twelve hours, or a morning for what is asked at midnight. */
export function newAsk(now: number): AskValue {
  let next = now + DAY;
  while (isWeekend(londonOf(next).date)) next += DAY;
  return { question: '', date: datePartsOf(londonOf(next).date), time: '12:00' };
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

export const answerByError = (date: DateParts, time: string): ReturnType<typeof deadlineError> =>
  deadlineError(date, time, 'Enter the day to answer by');

/** No award is proposed while this is so. */
export const isAskedAbout = ({ priceQuestion }: EvaluatedBidDto): boolean =>
  priceQuestion?.state === 'Asked' || priceQuestion?.state === 'Answered';

export const isPriceRejected = ({ priceQuestion }: EvaluatedBidDto): boolean => priceQuestion?.state === 'Rejected';

/** @param now Milliseconds, by the portal's clock. */
export function statusOf(question: PriceQuestionDto, now: number): { readonly text: string; readonly tone: Tone } {
  switch (question.state) {
    case 'Asked':
      return Date.parse(question.answerBy) > now
        ? { text: 'Waiting for the answer', tone: 'info' }
        : { text: 'No answer in time', tone: 'warn' };
    case 'Answered':
      return { text: 'Answered, to be decided', tone: 'warn' };
    case 'Accepted':
      return question.answeredAt || Date.parse(question.decidedAt ?? '') >= Date.parse(question.answerBy)
        ? { text: 'Price accepted', tone: 'ok' }
        : { text: 'Question taken back', tone: 'neutral' };
    case 'Rejected':
      return { text: 'Price rejected', tone: 'bad' };
  }
}
