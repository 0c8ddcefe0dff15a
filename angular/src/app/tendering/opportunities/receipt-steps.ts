import { BoxDto, LetterDto, OpportunityDto } from '../../proxy/models';
import { formatDate } from '../../ui/uk-date';
import { formatDateTime, formatTime } from '../../ui/uk-date-time';

/** What follows a bid that was sent: when, what, and whether it has come to pass. */
export interface ReceiptStep {
  readonly when: string;
  readonly what: string;
  readonly done: boolean;
}

/** `Thursday 3 December at 12 noon, UK time` */
export const closesInWords = (instant: string): string =>
  `${formatDate(instant, 'weekday')} at ${formatTime(instant)}, UK time`;

/**
 * The way of a bid from the close to its outcome.
 * @param box Nothing until bidding has closed.
 * @param letter Nothing until the outcome was sent.
 */
export function receiptSteps(
  { open, deadline, outcome }: Pick<OpportunityDto, 'open' | 'deadline' | 'outcome'>,
  box: Pick<BoxDto, 'openedAt'> | undefined,
  letter: Pick<LetterDto, 'issuedAt'> | undefined,
): readonly ReceiptStep[] {
  const isCancelled = outcome === 'Cancelled';
  const hasClosed = !!box || (!open && !isCancelled);
  const past = [
    hasClosed && done(deadline, 'Bids closed'),
    box?.openedAt && done(box.openedAt, 'Two officers opened the bids together'),
    letter && done(letter.issuedAt, 'You got a letter with your scores and the reasons'),
    isCancelled && { when: 'In the end', what: 'The council cancelled this need', done: true },
  ].filter((step) => !!step);
  if (outcome !== 'Pending') return past;

  const all = [
    { when: closesInWords(deadline), what: 'Bids close', done: false },
    { when: 'After that', what: 'Two officers open the bids together', done: false },
    {
      when: 'When the award is approved',
      what: 'You get a letter with your scores and the reasons, or read here why the council cancelled',
      done: false,
    },
  ];
  return [...past, ...all.slice(past.length)];
}

const done = (at: string, what: string): ReceiptStep => ({ when: formatDateTime(at), what, done: true });

/** When a bid was withdrawn, as its receipt file has it; nothing where the file does not say. */
export function withdrawnAt(file: string): string | undefined {
  try {
    const { withdrawal } = JSON.parse(file) as { readonly withdrawal?: { readonly text: string } };
    return withdrawal && (JSON.parse(withdrawal.text) as { readonly receivedAt: string }).receivedAt;
  } catch {
    return undefined;
  }
}
