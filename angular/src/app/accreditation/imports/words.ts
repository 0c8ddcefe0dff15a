import { DataImportState, ImportCountDto, ImportKind } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { Tone } from '../../ui/parts';

export const STATES: Readonly<Record<DataImportState, { text: string; tone: Tone }>> = {
  Proposed: { text: 'Waits for a second officer', tone: 'warn' },
  Stored: { text: 'Stored', tone: 'ok' },
  Dropped: { text: 'Dropped', tone: 'neutral' },
};

/** In the order in which they are filled in. */
export const KINDS: readonly { kind: ImportKind; text: string; about: string }[] = [
  { kind: 'Members', text: 'Members', about: 'who is in which lot, since when' },
  { kind: 'People', text: 'People', about: 'directors, nominated individuals, managers' },
  { kind: 'Premises', text: 'Premises', about: 'homes and their bedrooms' },
  { kind: 'Certificates', text: 'Certificates', about: 'of homes, and insurance of providers' },
  { kind: 'Staff', text: 'Staff', about: 'DBS facts and training, never a certificate' },
  { kind: 'Standing', text: 'Standing', about: 'accreditations in force' },
];

const ONE: Readonly<Record<string, string>> = {
  members: 'member',
  homes: 'home',
  certificates: 'certificate',
  'insurance policies': 'insurance policy',
  accreditations: 'accreditation',
};

/** For example: 3 members, 1 home. */
export const inWords = (counts: readonly ImportCountDto[]): string =>
  counts
    .map(({ what, count }) => `${count.toLocaleString('en-GB')} ${count === 1 ? (ONE[what] ?? what) : what}`)
    .join(', ');

export const rows = (count: number): string => counted(count, 'row');
