import { ReferralListItemDto, ReferralOutcomesDto } from '../src/app/proxy/models';
import { ahead, day } from './call-off-samples';

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

export const REFERRALS: ReferralListItemDto[] = [
  ['r1', 'R-5LD2-8K6P', 'Ready', null] as const,
  ['r4', 'R-8HT4-7K2M', 'Draft', null] as const,
  ['r2', 'R-7QK3-9F2D', 'Sourcing', 'c1'] as const,
  ['r3', 'R-4MT8-2C6X', 'Placed', 'c3'] as const,
].map(([id, reference, state, callOffId]) => ({
  id,
  reference,
  state,
  callOffId,
  callOffReference: callOffId && 'C-2HW8-6T4N',
  createdByName: 'Nadia Frost',
  ageBand: state === 'Draft' ? null : 'From16To17',
  urgency: state === 'Draft' ? null : 'LessThanFiveDays',
  supportLevel: state === 'Draft' ? null : 'High',
  preferredAreas: state === 'Draft' ? [] : ['E10', 'E11', 'E17'],
  moveInBy: state === 'Draft' ? null : day(72),
  endedBecause: null,
  createdAt: ahead(-96),
}));
