import { ReferralOutcomesDto } from '../src/app/proxy/models';

/** Needs that ended in a year, some of them without a home from a call-off. */
export const OUTCOMES: ReferralOutcomesDto = {
  from: '2025-11-29',
  to: '2026-11-28',
  total: 24,
  placedByCallOff: 18,
  others: [
    { reason: 'FosterCare', kind: 'PlacedInstead', count: 2, searched: 1 },
    { reason: 'BlockPlace', kind: 'PlacedInstead', count: 1, searched: 0 },
    { reason: 'NoTime', kind: 'NotSearched', count: 2, searched: 0 },
    { reason: 'NoLongerNeeded', kind: 'NoNeed', count: 1, searched: 0 },
  ],
};
