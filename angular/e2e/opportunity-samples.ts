import { createHash } from 'node:crypto';
import { Page } from '@playwright/test';
import {
  BidDto,
  OpportunityDto,
  OpportunityListItemDto,
  OpportunityPageDto,
  PremisesDto,
} from '../src/app/proxy/models';
import { ahead, CRITERIA, day, NEEDS } from './call-off-samples';

/** The provider's side of the same invented call-off. */

const ROTA = 'Two staff by day, one asleep at night.';

const OFFER = {
  premisesId: 'p1',
  placeId: 'pl1',
  availableFrom: day(24),
  lines: [
    { kind: 'Accommodation', weeklyPence: 42_000 },
    { kind: 'Core', hoursPerWeek: 10, ratePence: 2800 },
    { kind: 'Additional', hoursPerWeek: 15, ratePence: 2450 },
    { kind: 'SleepIn', nightsPerWeek: 7, ratePence: 0 },
  ],
} satisfies Partial<BidDto>;

export const BID: BidDto = {
  id: 'bid1',
  state: 'Draft',
  hasDraft: true,
  ...OFFER,
  linePence: [42_000, 28_000, 36_750, 0],
  setUpPence: 0,
  totalWeeklyPence: 106_750,
  fourWeeklyPence: 427_000,
  wholeTermPence: 2_775_500,
  answers: [
    {
      criterionId: 'match',
      text: 'Alder House is a calm five-room house with four young people now, all aged 16 to 18.',
    },
    { criterionId: 'staff', text: '' },
    { criterionId: 'move-on', text: 'A key worker plans the week with each young person.' },
  ],
  noCollusion: true,
  noConflict: false,
  missing: [
    { field: 'answers.staff', message: 'Answer “Staff and rota”.' },
    { field: 'noConflict', message: 'Confirm that no one here has a personal or money link with the council’s team.' },
  ],
  problems: [],
  remarks: [],
  savedAt: ahead(-0.1),
  lastReceipt: null,
  version: 4,
};

/** What is sealed of the complete bid. */
export const TEXT = JSON.stringify({
  callOffId: 'c1',
  reference: 'C-7QK3-9F2D',
  providerId: 'o9',
  providerName: 'Harbour Steps Housing CIC',
  bid: {
    ...OFFER,
    setUpPence: 0,
    answers: BID.answers.map(({ criterionId, text }) => ({ criterionId, text: text || ROTA })),
    noCollusion: true,
    noConflict: true,
  },
  totalWeeklyPence: 106_750,
  wholeTermPence: 2_775_500,
});

const SALT = '5e'.repeat(32);

/** @param salt 32 bytes in hex */
export const commitment = (salt: string, content: string): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(content).digest('hex');

/** The bid file, as the bidder keeps it. */
export const COPY = JSON.stringify({ format: 'dps-bid-file/1', salt: SALT, content: TEXT });

export const RECEIPT = {
  bidId: 'bid1',
  callOffId: 'c1',
  reference: 'C-7QK3-9F2D',
  bidVersion: 2,
  receivedAt: ahead(-0.1),
  deadline: ahead(6.3),
  sha256: commitment(SALT, TEXT),
  submittedByName: 'Amara Bell',
};

/** What the page reads of a receipt file after its bid was withdrawn. */
export const WITHDRAWN_FILE = {
  withdrawal: { text: JSON.stringify({ receivedAt: '2026-11-24T12:10:00.316Z' }) },
};

export const complete: BidDto = {
  ...BID,
  noConflict: true,
  missing: [],
  answers: BID.answers.map((answer) => ({ ...answer, text: answer.text || ROTA })),
  text: TEXT,
};

/** Sent, and sealed: the portal holds nothing of it that it can read. */
export const SENT: BidDto = {
  ...BID,
  state: 'Submitted',
  hasDraft: false,
  premisesId: null,
  placeId: null,
  availableFrom: null,
  lines: [],
  linePence: [],
  totalWeeklyPence: 0,
  fourWeeklyPence: 0,
  wholeTermPence: 0,
  answers: [],
  noCollusion: false,
  noConflict: false,
  missing: [],
  savedAt: RECEIPT.receivedAt,
  lastReceipt: RECEIPT,
};

/** The browser in which the bid was sent. */
export const keepCopy = (page: Page): Promise<unknown> =>
  page.addInitScript((text) => localStorage.setItem('dps-bid-file:o9:c1:2', text), COPY);

export function opportunity(bidOf: BidDto | null, more: Partial<OpportunityDto> = {}): OpportunityDto {
  return {
    callOffId: 'c1',
    reference: 'C-7QK3-9F2D',
    placingAuthorityName: 'Northwick Vale LBC',
    schemeName: 'Thames & Fen 16+',
    lotName: 'Lot 2 Shared, ring-fenced',
    needs: NEEDS,
    criteria: CRITERIA,
    priceWeight: 40,
    ceilingWeeklyPence: 125_000,
    deadline: ahead(6.3),
    extensions: [],
    questionsUntil: ahead(2.3),
    mayAsk: true,
    questions: [],
    open: true,
    standingWarnings: ['The provider is not accredited, which an award in this lot asks for.'],
    promisedPlaces: [],
    rateCard: {
      accommodationWeeklyPence: 42_000,
      coreHourPence: 2850,
      additionalHourPence: 2600,
      wakingNightPence: 14_500,
      sleepInPence: 6500,
      setUpPence: 25_000,
    },
    bid: bidOf,
    declined: null,
    outcome: 'Pending',
    permittedTriggers: ['Submit'],
    ...more,
  };
}

const ALL: readonly OpportunityListItemDto[] = (
  [
    ['c1', 'C-7QK3-9F2D', 6.3, 'Draft', 'Pending'],
    ['c2', 'C-2HW8-6T4N', 240, null, 'Pending'],
    ['c3', 'C-9CN5-1X7B', 26, 'Submitted', 'Pending'],
    ['c4', 'C-4MT8-2C6X', -100, 'Submitted', 'NotWon'],
  ] as const
).map(([callOffId, reference, hours, state, outcome]) => ({
  callOffId,
  reference,
  placingAuthorityName: 'Northwick Vale LBC',
  lotName: 'Lot 2 Shared, ring-fenced',
  ageBand: 'From16To17',
  supportLevel: 'High',
  preferredAreas: ['E10', 'E11', 'E17'],
  moveInFrom: day(24),
  expectedWeeks: 26,
  deadline: ahead(hours),
  open: hours > 0,
  bid: state,
  declined: false,
  outcome,
}));

/** What the server answers to who asks for those still open. */
export const OPPORTUNITIES: OpportunityPageDto = {
  openCount: ALL.filter(({ open }) => open).length,
  closedCount: ALL.filter(({ open }) => !open).length,
  items: ALL.filter(({ open }) => open).sort((a, b) => a.deadline.localeCompare(b.deadline)),
};

export const HOMES: PremisesDto[] = [
  ['p1', 'Alder House', 'E11', 'Usable'] as const,
  ['p2', 'Beacon Lodge', 'E4', 'Suspended'] as const,
].map(([id, name, outwardCode, standing], index) => ({
  id,
  name,
  addressLine: '1 Example Row',
  town: 'Eastmarsh',
  postcode: `${outwardCode} 1AA`,
  outwardCode,
  areaAuthority: 'Eastmarsh LBC',
  category: 'SharedRingFenced',
  certificates: [],
  missingCertificates: [],
  promised: [],
  hasGas: true,
  onOfstedList: true,
  places: [
    { id: `pl${index + 1}`, name: `Room ${index + 3}`, bedroomArea: 9.2, bedroomLargeEnough: true, maxOccupants: 1 },
  ],
  standing,
  standingReasons: standing === 'Suspended' ? ['The gas safety record has ended.'] : [],
  version: 1,
}));
