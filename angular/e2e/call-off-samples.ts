import {
  CallOffDto,
  CallOffListItemDto,
  LetterDto,
  NeedsProfileDto,
  PublishPreviewDto,
  ReferralDto,
} from '../src/app/proxy/models';

/** Answers of the server for looking at pages in states that take days to reach. The journey runs on the real one. */
export const ahead = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
export const day = (hours: number): string => ahead(hours).slice(0, 10);

export const NEEDS: NeedsProfileDto = {
  urgency: 'LessThanFiveDays',
  ageBand: 'From16To17',
  turns18Within6Months: false,
  gender: 'Male',
  singleGenderSetting: false,
  legalBasis: 'Section20',
  unaccompaniedAsylumSeeking: false,
  interpreterNeeded: true,
  categoryWanted: 'SharedRingFenced',
  supportLevel: 'High',
  coreHoursPerWeek: 10,
  additionalHoursPerWeek: 15,
  nightCover: 'SleepIn',
  occupancy: 'Shared',
  alongside: 'WithOthersRecommended',
  parentAndChild: false,
  stepFreeAccess: false,
  risks: [
    { risk: 'Missing', level: 1, inLast12Months: true },
    { risk: 'CriminalExploitation', level: 2, inLast12Months: true },
    { risk: 'SelfHarm', level: 0, inLast12Months: false },
    { risk: 'FireSetting', level: 0, inLast12Months: false },
  ],
  education: 'College',
  mustKeepEducationPlace: true,
  independence: [
    { skill: 'Cooking', score: 3 },
    { skill: 'Cleaning', score: 3 },
    { skill: 'SelfCare', score: 4 },
    { skill: 'Appointments', score: 2 },
    { skill: 'Budgeting', score: 1 },
    { skill: 'Tenancy', score: 0 },
  ],
  preferredAreas: ['E10', 'E11', 'E17'],
  excludedAreas: ['SE8', 'SE15'],
  wishes: ['QuietHome', 'CookOwnFood', 'NearCollege', 'MixedGenderFine'],
  wishesAskedOn: day(-72),
  moveInFrom: day(24),
  moveInBy: day(72),
  expectedWeeks: 26,
};

export const CRITERIA = [
  { id: 'match', name: 'How well the home fits', weight: 30, minimumScore: 3, suitability: true },
  { id: 'staff', name: 'Staff and rota', weight: 20, minimumScore: 2, suitability: false },
  { id: 'move-on', name: 'College and work', weight: 10, minimumScore: null, suitability: false },
];

export const REFERRAL: ReferralDto = {
  id: 'r1',
  reference: 'R-5LD2-8K6P',
  state: 'Ready',
  needs: NEEDS,
  callOffId: null,
  callOffHasEnded: false,
  endedAt: null,
  wasSearched: false,
  createdByName: 'Nadia Frost',
  permittedTriggers: ['StartSourcing', 'Cancel'],
  version: 1,
};

export const REFERRAL_DRAFT: ReferralDto = {
  ...REFERRAL,
  state: 'Draft',
  needs: null,
  draft: {
    gender: 'Female',
    risks: [],
    independence: [],
    preferredAreas: ['E10'],
    excludedAreas: [],
    wishes: [],
  },
  permittedTriggers: ['SaveDraft', 'Complete', 'Cancel'],
};

const DRAFT: CallOffDto = {
  id: 'c1',
  reference: 'C-7QK3-9F2D',
  referralId: 'r2',
  referralReference: 'R-7QK3-9F2D',
  lotId: 'l2',
  lotName: 'Lot 2 Shared, ring-fenced',
  schemeId: 's1',
  schemeName: 'Thames & Fen 16+',
  placingAuthorityName: 'Northwick Vale LBC',
  needs: NEEDS,
  criteria: CRITERIA,
  priceWeight: 40,
  ceilingWeeklyPence: 125_000,
  deadline: ahead(260),
  state: 'Draft',
  preparedByName: 'Nadia Frost',
  publishedByName: null,
  publishedAt: null,
  invitedCount: null,
  declines: [],
  extensions: [],
  questions: [],
  openers: [],
  permittedTriggers: ['Publish', 'SendBackDraft', 'Cancel'],
  version: 1,
};

/** Sent back by an approver; nobody has changed it since. */
export const RETURNED_DRAFT: CallOffDto = {
  ...DRAFT,
  draftReturn: {
    byName: 'Grace Adeyemi',
    at: ahead(-3),
    reason: 'Five days are too few for a shared home. Give bidders two weekends.',
  },
  permittedTriggers: ['Publish', 'Discard'],
};

/** Changed since; an approver reads it again. */
export const REVISED_DRAFT: CallOffDto = {
  ...DRAFT,
  draftRevision: {
    returnedByName: 'Grace Adeyemi',
    returnedAt: ahead(-3),
    reason: 'Five days are too few for a shared home. Give bidders two weekends.',
    changes: [
      { part: 'Deadline', from: '30 November 2026 at 12:00', to: '9 December 2026 at 12:00' },
      {
        part: 'Weights',
        from: 'Price 50, How well the home fits 25, Staff and rota 15, College and work 10',
        to: 'Price 40, How well the home fits 30, Staff and rota 20, College and work 10',
      },
    ],
    needsBefore: { ...NEEDS, expectedWeeks: 12 },
  },
};

const FIRST = { userId: 'u1', name: 'Nadia Frost', at: ahead(-1) };

export function callOff(state: CallOffDto['state']): CallOffDto {
  if (state === 'Draft') return DRAFT;

  const published: CallOffDto = {
    ...DRAFT,
    state,
    deadline: state === 'Published' ? ahead(2.4) : ahead(-2),
    publishedByName: 'Martin Cole',
    publishedAt: ahead(-240),
    invitedCount: 27,
    declines: [
      { providerName: 'Keystone Move-On', reason: 'NoVacancy' },
      { providerName: 'Northstar Pathways', reason: 'CannotMatch' },
    ],
    permittedTriggers: ['Cancel'],
  };
  if (state === 'Published') return published;
  if (state === 'Closed') {
    return { ...published, closedAt: ahead(-2), openers: [FIRST], permittedTriggers: ['Open', 'Cancel'] };
  }

  const award = {
    bidId: 'b3',
    providerName: 'Copperleaf Living',
    reason: 'The highest total. A named plan for the first fortnight and staff known to the college.',
    proposedById: 'u1',
    proposedByName: 'Nadia Frost',
    proposedAt: ahead(-0.5),
    approvedByName: state === 'Awarded' ? 'Martin Cole' : null,
    approvedAt: state === 'Awarded' ? ahead(-0.2) : null,
  };
  return {
    ...published,
    closedAt: ahead(-2),
    openers: [FIRST, { userId: 'u2', name: 'Martin Cole', at: ahead(-0.9) }],
    openedAt: ahead(-0.9),
    openedBidCount: 3,
    award: state === 'AwardProposed' || state === 'Awarded' ? award : null,
    permittedTriggers:
      state === 'AwardProposed' ? ['ApproveAward', 'SendBackAward', 'Cancel'] : ['ProposeAward', 'Cancel'],
  };
}

export const CALL_OFFS: CallOffListItemDto[] = (
  [
    ['Draft', 'An approver publishes it'],
    ['Published', 'Wait for the deadline'],
    ['Closed', 'Two officers open the bids'],
    ['Evaluating', 'Score and lock quality'],
    ['Awarded', 'Nothing more'],
  ] as const
).map(([state, nextStep], index) => {
  const it = callOff(state);
  return {
    id: `c${index + 1}`,
    reference: ['C-7QK3-9F2D', 'C-2HW8-6T4N', 'C-9CN5-1X7B', 'C-5LD2-8K6P', 'C-4MT8-2C6X'][index] ?? it.reference,
    referralId: it.referralId,
    referralReference: it.referralReference,
    lotName: it.lotName,
    schemeName: it.schemeName,
    ageBand: 'From16To17',
    supportLevel: 'High',
    preferredAreas: it.needs.preferredAreas,
    publishedAt: it.publishedAt ?? null,
    deadline: it.deadline,
    state,
    nextStep,
  };
});

export const PREVIEW: PublishPreviewDto = {
  inviteeCount: 12,
  invitees: [
    'Amberline Homes',
    'Beechmoor Living',
    'Bridgeway 16+ Ltd',
    'Copperleaf Living',
    'First Key Homes Trust',
    'Harbour Steps Housing CIC',
    'Keystone Move-On',
    'Lantern Row Ltd',
    'Northstar Pathways',
    'Pebblegate CIC',
    'Rowan Gate Supported Housing',
    'Tidewell Therapeutic',
  ],
  earliestDeadline: ahead(240),
  earliestDeadlineRule: 'Ten calendar days after sending, at the same time of day (PCR 2015, reg. 34(11)).',
  problems: [],
};

export const HISTORY = [
  ['Publish', 'Martin Cole', false, null] as const,
  ['Publish', 'Nadia Frost', true, 'Tendering:OwnDraft'] as const,
  ['Create', 'Nadia Frost', false, null] as const,
].map(([action, actorName, refused, reason], index) => ({
  id: `h${index}`,
  at: ahead(-240 - index),
  actorName,
  organisationName: 'Northwick Vale LBC',
  action,
  refused,
  reason,
  before: null,
  after: null,
}));

export const LETTER: LetterDto = {
  id: 'le1',
  kind: 'CallOffOutcome',
  title: 'Outcome of call-off C-7QK3-9F2D',
  recipient: 'Harbour Steps Housing CIC',
  issuedAt: ahead(-1),
  paragraphs: [
    'Northwick Vale LBC has not accepted your bid on call-off C-7QK3-9F2D in Lot 2 of Thames & Fen 16+.',
    'The successful bidder is Copperleaf Living, with 85.85 points of 100: 56.00 for quality and 29.85 for price.',
    'Your bid has 83.71 points and is ranked 2. On “How well the home fits” (weight 30) the successful bid scored 5 of 5: excellent, fully evidenced and specific. Yours scored 4 of 5: good, with clear evidence.',
    'If you have a question about this decision, ask Northwick Vale LBC and give the reference C-7QK3-9F2D.',
  ],
  rows: [
    ['Criterion', 'Weight', 'Your score', 'Winner’s score', 'Reason for your score'],
    [
      'How well the home fits',
      '30',
      '4 of 5',
      '5 of 5',
      'You met every need with clear evidence. The plan for the first two weeks was good.',
    ],
    ['Staff and rota', '20', '4 of 5', '4 of 5', 'A full rota with cover for sickness. Night cover was clear.'],
    ['College and work', '10', '4 of 5', '5 of 5', 'A good link with a tutor and a weekly study hour.'],
    ['Quality points', '', '48.00', '56.00', ''],
    ['Price points', '40', '35.71', '29.85', ''],
    ['Total', '100', '83.71', '85.85', ''],
  ],
  signature: ['Priya Nair', 'Placements approver', 'Northwick Vale LBC'],
};

export const SCHEME = {
  id: 's1',
  name: 'Thames & Fen 16+',
  reference: 'TF16',
  regime: 'PcrDps',
  hostAuthorityName: 'Eastmarsh LBC',
  endsOn: day(24 * 400),
  openToJoin: true,
  lotCount: 2,
  memberCount: 27,
  memberAuthorities: [{ authorityId: 'o1', name: 'Northwick Vale LBC', from: '2024-01-01', until: null }],
  lots: [
    { id: 'l1', number: 1, name: 'Self-contained', category: 'SelfContained', admits16To17: true, memberCount: 14 },
    {
      id: 'l2',
      number: 2,
      name: 'Shared, ring-fenced',
      category: 'SharedRingFenced',
      admits16To17: true,
      memberCount: 27,
    },
  ],
};
