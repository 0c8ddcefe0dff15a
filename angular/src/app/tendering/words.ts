import {
  AgeBand,
  Alongside,
  CallOffCancelReason,
  CallOffState,
  EducationStatus,
  ExtensionReason,
  Gender,
  LegalBasis,
  NightCover,
  NoBidReason,
  Occupancy,
  OfstedCategory,
  PriceLineKind,
  ReferralCancelReason,
  ReferralOutcomeKind,
  ReferralState,
  Risk,
  Skill,
  SupportLevel,
  Urgency,
  Wish,
} from '../proxy/models';
import { counted } from '../ui/counted';
import { Choice, Tone } from '../ui/parts';

/** The words for the coded answers; every code has some, or this file does not compile. */

type Words<T extends string> = Readonly<Record<T, string>>;

export const choicesOf = <T extends string>(words: Words<T>): readonly Choice[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));

export const AGE_BANDS: Words<AgeBand> = {
  From16To17: '16 to 17',
  From18To20: '18 to 20',
  From21To25: '21 to 25',
};

export const URGENCIES: Words<Urgency> = {
  Today: 'The same day',
  LessThanFiveDays: 'Within five days',
  MoreThanFiveDays: 'More than five days away',
};

export const GENDERS: Words<Gender> = {
  Female: 'Female',
  Male: 'Male',
  NonBinary: 'Non-binary',
  SelfDescribed: 'Self-described',
  NotStated: 'Not stated',
};

export const LEGAL_BASES: Words<LegalBasis> = {
  Section20: 'Section 20, by agreement',
  Section31: 'Section 31, full care order',
  Section38: 'Section 38, interim care order',
  Remand: 'Remand to the local authority',
  RelevantChild: 'Relevant child',
  FormerRelevantChild: 'Former relevant child',
  HomelessSection20: 'Homeless at 16 or 17, section 20',
  None: 'None (18 and over)',
};

export const CATEGORIES: Words<OfstedCategory> = {
  SelfContained: 'Own self-contained home',
  SharedRingFenced: 'Shared home, for young people only',
  SharedNotRingFenced: 'Shared home, not for young people only',
  PrivateResidence: 'Room in a private household',
};

export const SUPPORT_LEVELS: Words<SupportLevel> = {
  Low: 'Low',
  Medium: 'Medium',
  High: 'High',
  Intensive: 'Intensive',
};

export const NIGHT_COVERS: Words<NightCover> = {
  None: 'No staff at night',
  OnCall: 'On call at night',
  SleepIn: 'Sleep-in: staff asleep in the home',
  WakingNight: 'Waking night: staff awake',
};

export const OCCUPANCIES: Words<Occupancy> = {
  Shared: 'Shared with others',
  Solo: 'Living alone',
  Either: 'Shared or alone',
};

export const ALONGSIDE: Words<Alongside> = {
  SoloRecommended: 'Living alone is recommended',
  WithOthersRecommended: 'Living with others is recommended',
  OnlyOlder: 'Only with older people',
  OnlyYounger: 'Only with younger people',
  NoPreference: 'No preference',
};

export const RISKS: Words<Risk> = {
  SelfHarm: 'Self-harm',
  SexualExploitation: 'Sexual exploitation',
  CriminalExploitation: 'Criminal exploitation',
  DrugsOrAlcohol: 'Drugs or alcohol',
  EatingDisorder: 'Eating disorder',
  Missing: 'Going missing',
  PhysicalHarmToOthers: 'Physical harm to others',
  SexualHarmToOthers: 'Sexual harm to others',
  FireSetting: 'Fire-setting',
  GangRivalry: 'Gang rivalry',
};

export const RISK_LEVELS = ['None known', 'Low', 'Medium', 'High'] as const;

export const EDUCATION: Words<EducationStatus> = {
  College: 'College',
  School: 'School',
  Apprenticeship: 'Apprenticeship',
  Work: 'Work',
  NotInEducationOrWork: 'Not in education or work',
  NotYet: 'Not arranged yet',
};

export const SKILLS: Words<Skill> = {
  Budgeting: 'Money',
  Cooking: 'Cooking',
  Cleaning: 'Cleaning',
  SelfCare: 'Self-care',
  Appointments: 'Appointments',
  Tenancy: 'Keeping a home',
};

export const SKILL_LEVELS = ['Not yet', 'Needs help', 'Some help', 'Good', 'Very good'] as const;

export const WISHES: Words<Wish> = {
  QuietHome: 'A quiet home',
  LivelyHome: 'A lively home',
  OwnBathroom: 'Their own bathroom',
  NearCollege: 'To be near college or work',
  NearFamily: 'To be near family',
  NearFriends: 'To be near friends',
  SameGenderOnly: 'To live with the same gender only',
  MixedGenderFine: 'Boys and girls in the home: both are fine',
  PlaceToPray: 'A place to pray',
  CookOwnFood: 'To cook their own food',
  OutdoorSpace: 'A garden or outdoor space',
  SportNearby: 'Sport nearby',
};

export const NO_BID_REASONS: Words<NoBidReason> = {
  NoVacancy: 'No free room',
  CannotMatch: 'Not right with the people who live there',
  Location: 'Too far from our homes',
  NeedsTooHigh: 'Needs more support than we can give',
  Staffing: 'Not enough staff',
  PriceCeiling: 'The price limit is too low',
  Timescale: 'Too little time',
  Other: 'Something else',
};

export const EXTENSION_REASONS: Words<ExtensionReason> = {
  MaterialAnswer: 'An answer changed what bids would say',
  BiddersAskedForTime: 'Bidders asked for more time',
  PortalFault: 'The portal had a fault',
  TimetableChanged: 'The timetable changed',
};

export const CANCEL_REASONS: Words<CallOffCancelReason> = {
  NoLongerNeeded: 'It is no longer needed',
  NeedsChanged: 'The needs have changed',
  PublishedInError: 'It was published in error',
  PlacedElsewhere: 'The young person has a home elsewhere',
  NoSuitableBid: 'No bid could be accepted',
};

export const REFERRAL_CANCEL_REASONS: Words<ReferralCancelReason> = {
  OwnProperty: 'Placed instead in our own property',
  BlockPlace: 'Placed instead in a block contract place',
  OtherScheme: 'Placed instead through another scheme or list',
  SpotPurchase: 'Placed instead by a spot purchase',
  FosterCare: 'Placed instead with a foster carer',
  ChildrensHome: 'Placed instead in a children’s home',
  FamilyOrFriends: 'Placed instead with family or friends',
  EmergencyAccommodation: 'Placed instead in emergency accommodation',
  NoTime: 'Needed, not searched: there was no time',
  NobodyCanMeetNeed: 'Needed, not searched: no provider can meet the need',
  NobodyInAreas: 'Needed, not searched: no provider in the areas',
  TooDear: 'Needed, not searched: beyond the budget',
  NobodyOffered: 'Needed and searched: no provider offered a home',
  NoLongerNeeded: 'No longer needed',
  RecordedTwice: 'Recorded twice',
};

export const OUTCOME_KINDS: Words<ReferralOutcomeKind> = {
  PlacedInstead: 'Placed, but not through a call-off',
  NotSearched: 'Needed, not searched',
  NotFound: 'Searched, none found',
  NoNeed: 'No need was left',
};

export const PRICE_LINES: Words<PriceLineKind> = {
  Accommodation: 'Accommodation',
  Core: 'Core support',
  Additional: 'One-to-one support',
  WakingNight: 'Waking night',
  SleepIn: 'Sleep-in',
};

interface StateWords {
  readonly text: string;
  readonly tone: Tone;
}

export const CALL_OFF_STATES: Readonly<Record<CallOffState, StateWords>> = {
  Draft: { text: 'Draft', tone: 'neutral' },
  Published: { text: 'Open to bids, sealed', tone: 'info' },
  Closed: { text: 'Closed and sealed', tone: 'warn' },
  Opened: { text: 'Opened', tone: 'info' },
  Evaluating: { text: 'Quality being scored', tone: 'info' },
  Moderated: { text: 'Ranked', tone: 'ok' },
  AwardProposed: { text: 'Award proposed', tone: 'warn' },
  Awarded: { text: 'Awarded', tone: 'ok' },
  NoBids: { text: 'No bids', tone: 'neutral' },
  Cancelled: { text: 'Cancelled', tone: 'neutral' },
};

export const REFERRAL_STATES: Readonly<Record<ReferralState, StateWords>> = {
  Draft: { text: 'Draft', tone: 'neutral' },
  Ready: { text: 'Ready to search', tone: 'info' },
  Sourcing: { text: 'Looking for a home', tone: 'info' },
  Placed: { text: 'Home found', tone: 'ok' },
  FellThrough: { text: 'Fell through', tone: 'warn' },
  Cancelled: { text: 'Ended', tone: 'neutral' },
};

/** The field's own term, in full. */
export const UASC = 'Unaccompanied asylum-seeking child';

/** By the server's rule: today, the next five days, or later. Days `YYYY-MM-DD`. */
export function urgencyOn(today: string, moveInFrom: string): Urgency {
  const days = (Date.parse(moveInFrom) - Date.parse(today)) / 86_400_000;
  if (days <= 0) return 'Today';
  return days <= 5 ? 'LessThanFiveDays' : 'MoreThanFiveDays';
}

/** `Home for a young person aged 16 to 17, HA9, NW10` */
export const needInWords = (ageBand: AgeBand | null | undefined, areas: readonly string[]): string =>
  [ageBand ? `Age ${AGE_BANDS[ageBand]}` : 'Young person', areas.slice(0, 3).join(', ')].filter(Boolean).join(', ');

export const weeksInWords = (weeks: number): string => counted(weeks, 'week');

/** `10 hours`, `7.5 hours` */
export const hoursInWords = (hours: number): string => counted(hours, 'hour');
