import { OfstedDifferenceKind, OfstedOutcome, OfstedRegistration } from '../../proxy/models';
import { Tone } from '../../ui/parts';

export const REGISTRATIONS: Readonly<Record<OfstedRegistration, { text: string; tone: Tone }>> = {
  Registered: { text: 'Registered', tone: 'ok' },
  Suspended: { text: 'Suspended', tone: 'bad' },
  Cancelled: { text: 'Cancelled', tone: 'bad' },
  NotRegistered: { text: 'Not registered', tone: 'bad' },
};

/** Ofsted's three sentences, in short. */
export const OUTCOMES: Readonly<Record<NonNullable<OfstedOutcome>, string>> = {
  ConsistentlyStrong: 'Consistently strong',
  Inconsistent: 'Inconsistent',
  SeriousWeaknesses: 'Serious or widespread weaknesses',
};

export const DIFFERENCES: Readonly<Record<OfstedDifferenceKind, string>> = {
  NotInRegister: 'Not in the register',
  Name: 'Name',
  Registration: 'Registration',
  Outcome: 'Outcome of the last inspection',
};

export const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
