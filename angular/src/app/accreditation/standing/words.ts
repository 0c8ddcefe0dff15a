import { StandingActionKind, StandingState } from '../../proxy/models';
import { Tone } from '../../ui/parts';

export const STANDINGS: Readonly<Record<StandingState, { text: string; tone: Tone }>> = {
  NotStarted: { text: 'Not decided', tone: 'neutral' },
  Accredited: { text: 'Accredited', tone: 'ok' },
  AccreditedWithConditions: { text: 'With conditions', tone: 'warn' },
  NotAccredited: { text: 'Not accredited', tone: 'bad' },
  Suspended: { text: 'Suspended', tone: 'bad' },
  Revoked: { text: 'Revoked', tone: 'bad' },
  Expired: { text: 'Ended', tone: 'neutral' },
};

export const STANDING_ACTIONS: Readonly<Record<StandingActionKind, string>> = {
  Suspend: 'Suspension of accreditation',
  Reinstate: 'Reinstatement of accreditation',
  Revoke: 'Revocation of accreditation',
  MeetConditions: 'Conditions met',
  CoverHomes: 'Homes covered',
};
