import { ReferenceDto, ReferencesDto } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { TaskRow, Tone } from '../../ui/parts';

export function referenceStatus(reference: ReferenceDto): { text: string; tone: Tone } {
  switch (reference.state) {
    case 'Given':
      return { text: 'Being checked', tone: 'info' };
    case 'Accepted':
      return reference.counts ? { text: 'Counts', tone: 'ok' } : { text: 'Too old to count', tone: 'warn' };
    case 'Refused':
      return { text: 'Does not count', tone: 'warn' };
    case 'Revoked':
      return { text: 'Withdrawn', tone: 'neutral' };
    default:
      return reference.expired ? { text: 'Link has run out', tone: 'warn' } : { text: 'Waiting', tone: 'info' };
  }
}

const AFTERWARDS = 'They may take weeks: ask before a council wants to use a home that is new to it';

/** The line of the task list: how many authorities have vouched, out of those needed before a first placement. */
export function referencesRow(
  link: readonly unknown[],
  references: ReferencesDto | undefined,
  isSubmitted = false,
): TaskRow {
  const row = { title: 'References from two councils', link };
  if (!references) return { ...row, status: '…', tone: 'plain' };

  const { counting, needed } = references;
  const waiting = references.references.filter(({ state }) => state === 'Asked').length;
  const received = references.references.filter(({ state }) => state === 'Given').length;
  const hint =
    waiting > 0
      ? `Waiting for ${counted(waiting, 'referee')}`
      : received > 0
        ? 'The council checks who gave it'
        : undefined;
  if (counting >= needed) return { ...row, hint, status: 'Received', tone: 'plain' };

  return counting + waiting + received === 0
    ? {
        ...row,
        hint: isSubmitted ? AFTERWARDS : 'You can submit without them; they may take weeks',
        status: 'Not started',
        tone: 'neutral',
      }
    : { ...row, hint, status: `${counting} of ${needed} count`, tone: 'info' };
}
