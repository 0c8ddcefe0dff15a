import { Choice, ClockFace, Fact, HistoryEvent, StageStep, SummaryRow, TabLink, TaskRow, Tone } from '../ui/parts';

export const statuses: readonly { text: string; tone: Tone }[] = [
  { text: 'Accredited', tone: 'ok' },
  { text: 'Needs attention', tone: 'warn' },
  { text: 'Excluded', tone: 'bad' },
  { text: 'In progress', tone: 'info' },
  { text: 'Not started', tone: 'neutral' },
  { text: 'Completed', tone: 'plain' },
];

export const stages: readonly StageStep[] = [
  { name: 'Application', state: 'done', note: 'Admitted 2 November' },
  { name: 'Fit and proper people', state: 'current', note: 'You are here' },
  { name: 'Safer recruitment', state: 'waiting', note: 'Next' },
  { name: 'Property visit', state: 'waiting', note: 'Not started' },
  { name: 'Accreditation', state: 'waiting', note: 'Panel decides' },
];

export const clocks: readonly ClockFace[] = [
  {
    caption: 'Membership, by law. No pause, no stop',
    headline: 'Decide by Monday 30 November',
    position: 'Day 7 of 10',
    note: 'can run to 7 December once, with a reason',
    kind: 'law',
    days: { total: 10, used: 7 },
  },
  {
    caption: 'This stage, our promise',
    headline: 'Friday 18 December',
    position: 'Day 5 of 20',
    note: 'paused 2 days, waiting for the provider',
    kind: 'promise',
    days: { total: 20, used: 5, paused: [2, 3] },
  },
];

export const tasks: readonly TaskRow[] = [
  { title: 'Organisation details', link: '/development/components', status: 'Completed', tone: 'plain' },
  {
    title: 'Ofsted registration',
    hint: 'We check this against the Ofsted register',
    link: '/development/components',
    status: 'In progress',
    tone: 'info',
  },
  {
    title: 'Insurance',
    hint: 'Employers’ liability ends on 30 November 2026',
    link: '/development/components',
    status: 'Needs attention',
    tone: 'warn',
  },
  { title: 'Lots and areas', link: '/development/components', status: 'Not started', tone: 'neutral' },
  {
    title: 'Weekly rate card',
    hint: 'Available when lots and areas are complete',
    status: 'Cannot start yet',
    tone: 'plain',
  },
];

export const summary: readonly SummaryRow[] = [
  { key: 'Registered name', value: 'Lantern Row Ltd', change: '/development/components' },
  { key: 'Company number', value: 'ZZ000001', change: '/development/components' },
  { key: 'Areas', value: ['Northwick Vale', 'Eastmarsh', 'Kingsferry'], change: '/development/components' },
];

export const facts: readonly Fact[] = [
  { label: 'Bids', value: '5', note: '4 ranked, 1 excluded', large: true },
  { label: 'Weighting', value: '60/40', note: 'quality / price', large: true },
  { label: 'Quality agreed and locked', value: 'Today, 11:40', note: '2 evaluators, moderated' },
  { label: 'Prices opened', value: 'Today, 14:02', note: '2 opening officers' },
  { label: 'Need', value: 'From 7 December', note: '26 weeks, 12 hours a week' },
];

export const bids = [
  { name: 'Lantern Row Ltd', quality: 51, price: 38.4, total: '89.40', weekly: 125_000, score: 5, tone: 'plain' },
  { name: 'Copperleaf Living', quality: 43, price: 40, total: '83.00', weekly: 120_000, score: 4, tone: 'plain' },
  { name: 'Bridgeway 16+ Ltd', quality: 0, price: 0, total: '–', weekly: 109_550, score: 2, tone: 'bad' },
] as const;

export const queue = [
  {
    name: 'Juniper Lodge Lodgings',
    ref: 'APP-2026-0271 · Lot 4',
    due: 'Wed 18 Nov',
    note: '3 working days late',
    late: true,
  },
  { name: 'Copperleaf Living', ref: 'APP-2026-0277 · Lot 1', due: 'Wed 25 Nov', note: 'Day 8 of 10', late: false },
] as const;

export const history: readonly HistoryEvent[] = [
  {
    at: '2026-11-23T08:14:00Z',
    who: 'Alex Morgan',
    what: 'Outcome of the second stage confirmed',
    reason: 'All nine checks pass.',
  },
  { at: '2026-11-20T12:00:00Z', who: 'the portal', what: 'A late bid was refused', tone: 'refused' },
  { at: '2026-11-19T09:05:00Z', who: 'Jo Reed', what: 'Application received and assigned' },
];

export const tabs: readonly TabLink[] = [
  { label: 'All open', link: '/development/components', active: true, count: 38 },
  { label: 'Legal date this week', link: '/development/components', active: false, count: 4 },
  { label: 'Visits to book', link: '/development/components', active: false, count: 3 },
];

export const orders: readonly Choice[] = [
  { value: 'rank', label: 'Rank' },
  { value: 'price', label: 'Price' },
  { value: 'quality', label: 'Quality' },
];

export const lots: readonly Choice[] = [
  { value: '1', label: '1 Self-contained' },
  { value: '2', label: '2 Shared, ring-fenced' },
];

export const areas: readonly Choice[] = [
  { value: 'northwick-vale', label: 'Northwick Vale' },
  { value: 'eastmarsh', label: 'Eastmarsh', hint: 'Host authority' },
  { value: 'kingsferry', label: 'Kingsferry' },
];

export const outcomes: readonly Choice[] = [
  { value: 'fit', label: 'Fit', hint: 'Not while a check fails', disabled: true },
  { value: 'conditions', label: 'Fit, with conditions', hint: 'At most 6 months' },
  { value: 'not-fit', label: 'Not fit', hint: 'Provider may replace' },
  { value: 'more', label: 'More information', hint: 'Pauses this stage only' },
];
