import { fieldPathOf } from '../../core/problem';
import { BidDto, OpportunityDto, PremisesDto, PriceLineKind, SaveBidDto } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { DateParts, datePartsOf, isBlankDate, isoDateOf, noDate } from '../../ui/dates';
import { formatMoney, parsePounds, poundsText } from '../../ui/money';
import { SummaryRow } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import {
  isByNight,
  lineOf,
  LineText,
  MOST_RATE_PENCE,
  MOST_SET_UP_PENCE,
  MOST_WEEKLY_PENCE,
  poundsProblem,
  quantityProblem,
} from '../pricing';
import { hoursInWords, PRICE_LINES } from '../words';
import { BidContent, BidCopy } from './bid-copy';

type Needs = OpportunityDto['needs'];

/** The bid as typed; all texts until they are sent. */
export interface BidValue {
  /** `premisesId|placeId` */
  place: string;
  from: DateParts;
  lines: LineText[];
  setUp: string;
  answers: { criterionId: string; text: string }[];
  promises: string[];
}

export const NO_COLLUSION = 'noCollusion';
export const NO_CONFLICT = 'noConflict';
const NIGHTS = 7;
/** Characters that may be submitted for an answer. */
export const LONGEST_ANSWER = 6000;
/** Characters that a draft keeps, so that a pasted text can be shortened here. */
const LONGEST_DRAFT = 20_000;

export const noBid = (): BidValue => ({ place: '', from: noDate(), lines: [], setUp: '', answers: [], promises: [] });

/**
 * The draft, or a new bid with the prices of the rate card and the hours of the need.
 * @param copy Of a bid that was sent: the draft is erased then.
 */
export function bidValueOf(need: OpportunityDto, copy?: BidContent): BidValue {
  const bid = copy ?? (need.bid?.hasDraft ? need.bid : undefined);
  return {
    place: bid?.premisesId && bid.placeId ? `${bid.premisesId}|${bid.placeId}` : '',
    from: datePartsOf(bid?.availableFrom),
    lines: bid ? bid.lines.map(lineTextOf) : startingKinds(need).map((kind) => startingLine(kind, need)),
    setUp: poundsText(bid?.setUpPence ?? 0),
    answers: need.criteria.map(({ id }) => ({
      criterionId: id,
      text: bid?.answers.find((answer) => answer.criterionId === id)?.text ?? '',
    })),
    promises: [...(bid?.noCollusion ? [NO_COLLUSION] : []), ...(bid?.noConflict ? [NO_CONFLICT] : [])],
  };
}

const startingKinds = ({ needs }: OpportunityDto): PriceLineKind[] => ['Accommodation', ...askedOf(needs).keys()];

const lineTextOf = (line: BidDto['lines'][number]): LineText => ({
  kind: line.kind,
  weekly: poundsText(line.weeklyPence),
  quantity: String(line.hoursPerWeek ?? line.nightsPerWeek ?? ''),
  rate: poundsText(line.ratePence),
});

/** Hours or nights a week that the need asks for at the least. */
function askedOf({ coreHoursPerWeek, additionalHoursPerWeek, nightCover }: Needs): Map<PriceLineKind, number> {
  const asked: [PriceLineKind, number][] = [
    ['Core', coreHoursPerWeek],
    ['Additional', additionalHoursPerWeek],
    ['WakingNight', nightCover === 'WakingNight' ? NIGHTS : 0],
    ['SleepIn', nightCover === 'SleepIn' ? NIGHTS : 0],
  ];
  return new Map(asked.filter(([, least]) => least > 0));
}

/** In words, for the line that prices it. */
export function askedText(kind: PriceLineKind, { needs }: Pick<OpportunityDto, 'needs'>): string | undefined {
  const least = askedOf(needs).get(kind);
  if (least === undefined) return undefined;
  return isByNight(kind) ? 'asked for every night' : `${hoursInWords(least)} asked for`;
}

export function startingLine(kind: PriceLineKind, need: OpportunityDto): LineText {
  const limit = rateLimitOf(kind, need);
  if (kind === 'Accommodation') return { kind, weekly: poundsText(limit), quantity: '', rate: '' };

  const quantity = askedOf(need.needs).get(kind) ?? (isByNight(kind) ? NIGHTS : '');
  return { kind, weekly: '', quantity: String(quantity), rate: poundsText(limit) };
}

/** Whole pence a week, an hour or a night; undefined without a rate card. */
export function rateLimitOf(kind: PriceLineKind, { rateCard }: OpportunityDto): number | undefined {
  const limits: Record<PriceLineKind, number | undefined> = {
    Accommodation: rateCard?.accommodationWeeklyPence,
    Core: rateCard?.coreHourPence,
    Additional: rateCard?.additionalHourPence,
    WakingNight: rateCard?.wakingNightPence,
    SleepIn: rateCard?.sleepInPence,
  };
  return limits[kind];
}

export function saveBidOf(value: BidValue, version: number | undefined): SaveBidDto {
  const [premisesId, placeId] = value.place.split('|');
  return {
    premisesId: premisesId || null,
    placeId: placeId || null,
    availableFrom: isoDateOf(value.from) ?? null,
    lines: value.lines.map(lineOf),
    setUpPence: parsePounds(value.setUp) ?? 0,
    answers: value.answers.map(({ criterionId, text }) => ({ criterionId, text: text.slice(0, LONGEST_DRAFT) })),
    noCollusion: value.promises.includes(NO_COLLUSION),
    noConflict: value.promises.includes(NO_CONFLICT),
    version: version ?? null,
  };
}

/** What the server calls a field and what the form calls it. */
function fieldNamesOf(lines: number, criteria: readonly string[]): Record<string, string> {
  const names: Record<string, string> = {
    premisesId: 'place',
    placeId: 'place',
    availableFrom: 'from',
    setUpPence: 'setUp',
    lines: 'lines.0.weekly',
    // What has no line yet is found at the button that adds it.
    'lines.core': 'add.Core',
    'lines.additional': 'add.Additional',
    'lines.wakingNight': 'add.WakingNight',
    'lines.sleepIn': 'add.SleepIn',
    noCollusion: 'promises',
    noConflict: 'promises',
  };
  for (let i = 0; i < lines; i++) {
    names[`lines.${i}.weeklyPence`] = `lines.${i}.weekly`;
    names[`lines.${i}.ratePence`] = `lines.${i}.rate`;
    names[`lines.${i}.hoursPerWeek`] = `lines.${i}.quantity`;
    names[`lines.${i}.nightsPerWeek`] = `lines.${i}.quantity`;
  }
  criteria.forEach((id, i) => {
    names[`answers.${i}`] = `answers.${i}.text`;
    names[`answers.${i}.text`] = `answers.${i}.text`;
    names[`answers.${id}`] = `answers.${i}.text`;
  });
  return names;
}

/** The server's words at the form's fields, in the order of the page. */
export function atBidFields(
  errors: Readonly<Record<string, readonly string[]>>,
  lines: number,
  criteria: readonly string[],
): Record<string, readonly string[]> {
  const names = fieldNamesOf(lines, criteria);
  const found: Record<string, string[]> = {};
  for (const [field, texts] of Object.entries(errors)) {
    const path = fieldPathOf(field);
    (found[names[path] ?? path] ??= []).push(...texts);
  }
  return found;
}

/** Whether there is a draft beside a bid that was sent: what counts is still what was sent. */
export function hasUnsentChanges(bid: BidDto | null | undefined): boolean {
  return bid?.state === 'Submitted' && bid.hasDraft;
}

/** What was typed before; another shape, from an older page or with other criteria, is not used. */
export function isBidValue(typed: unknown, like: BidValue): typed is BidValue {
  const value = typed as Partial<BidValue> | undefined;
  return (
    !!value &&
    Array.isArray(value.lines) &&
    Array.isArray(value.promises) &&
    Array.isArray(value.answers) &&
    value.answers.map((answer) => answer.criterionId).join() === like.answers.map((a) => a.criterionId).join()
  );
}

/** In short what was offered; which home it is follows from the homes as they are now. */
export function offerRows(copy: BidCopy, homes: readonly PremisesDto[], term: string): SummaryRow[] {
  const { bid, totalWeeklyPence, wholeTermPence } = copy;
  const home = homes.find(({ id }) => id === bid.premisesId);
  const place = home?.places.find(({ id }) => id === bid.placeId);
  return [
    {
      key: 'Your price',
      value: [`${formatMoney(totalWeeklyPence)} a week`, `${formatMoney(wholeTermPence)} for ${term} and setting up`],
    },
    {
      key: 'Home and room',
      value: [
        home && place ? `${home.name}, ${place.name}` : 'A room that is no longer among your homes',
        `Free from ${formatDate(bid.availableFrom)}`,
      ],
    },
    { key: 'Offered', value: bid.lines.map(offerInWords) },
  ];
}

function offerInWords({ kind, hoursPerWeek, nightsPerWeek }: BidContent['lines'][number]): string {
  if (kind === 'Accommodation') return lineTitle(kind);
  return isByNight(kind)
    ? `${lineTitle(kind)}, ${counted(nightsPerWeek ?? 0, 'night')} a week`
    : `${lineTitle(kind)}, ${hoursInWords(hoursPerWeek ?? 0)} a week`;
}

/** All that keeps a saved bid from being sent. */
export function refusalsOf({ problems, missing }: BidDto): Record<string, readonly string[]> {
  const found: Record<string, string[]> = {};
  for (const { field, message } of [...problems, ...missing]) (found[field] ??= []).push(message);
  return found;
}

/** The field of the form that a refusal is about. */
export const fieldOf = (field: string, bid: BidDto, criteria: readonly string[]): string =>
  Object.keys(atBidFields({ [field]: [] }, bid.lines.length, criteria))[0] ?? field;

export interface Task {
  readonly done: boolean;
  readonly text: string;
  /** Id of the control. */
  readonly target: string;
}

/**
 * The list at the top of the form, as it stands while somebody types. The server has the last word at the check.
 * @param wrong Fields that the last save found wrong.
 */
export function tasksOf(
  value: BidValue,
  { criteria, ceilingWeeklyPence, needs }: Pick<OpportunityDto, 'criteria' | 'ceilingWeeklyPence' | 'needs'>,
  totalWeeklyPence: number | undefined,
  wrong: readonly string[],
): Task[] {
  const over = (totalWeeklyPence ?? 0) - (ceilingWeeklyPence ?? Infinity);
  const unpriced = unpricedOf(value, needs);
  const wrongPrice = wrong.find((field) => field.startsWith('lines.') || field === 'setUp');
  const target = unpriced ? `add.${unpriced}` : (wrongPrice ?? unusablePrice(value) ?? 'lines.0.weekly');
  return [
    { done: value.place !== '' && !wrong.includes('place'), text: 'Home and room', target: 'place' },
    {
      done: !isBlankDate(value.from) && isoDateOf(value.from) !== undefined && !wrong.includes('from'),
      text: 'Free from',
      target: 'from',
    },
    {
      done: value.lines.length > 0 && !unusablePrice(value) && over <= 0 && !wrongPrice && !unpriced,
      text: priceTask(over, unpriced),
      target: target.replaceAll('.', '-'),
    },
    ...criteria.map((criterion, index) => ({
      done: !!value.answers[index]?.text.trim() && value.answers[index].text.length <= LONGEST_ANSWER,
      text: criterion.name,
      target: `answers-${index}-text`,
    })),
    { done: value.promises.length === 2, text: 'Both promises', target: 'promises' },
  ];
}

/** The first support that is asked for and has no line; staff awake stand for staff sleeping in. */
function unpricedOf({ lines }: BidValue, needs: Needs): PriceLineKind | undefined {
  const given = new Set(lines.map(({ kind }) => kind));
  return [...askedOf(needs).keys()].find(
    (kind) => !given.has(kind) && !(kind === 'SleepIn' && given.has('WakingNight')),
  );
}

function priceTask(over: number, unpriced: PriceLineKind | undefined): string {
  if (unpriced) return `Price for a week: add ${lineTitle(unpriced).toLowerCase()}`;
  return over > 0 ? `Price for a week: ${formatMoney(over)} above the limit` : 'Price for a week';
}

/** The first field of the price that is empty or holds what cannot be used. */
function unusablePrice({ lines, setUp }: BidValue): string | undefined {
  const bad = (text: string, problem: string | undefined): boolean => text.trim() === '' || problem !== undefined;
  for (const [index, { kind, weekly, quantity, rate }] of lines.entries()) {
    if (kind === 'Accommodation') {
      if (bad(weekly, poundsProblem(weekly, MOST_WEEKLY_PENCE)) || parsePounds(weekly) === 0) {
        return `lines.${index}.weekly`;
      }
      continue;
    }
    if (bad(quantity, quantityProblem(kind, quantity))) return `lines.${index}.quantity`;
    if (bad(rate, poundsProblem(rate, MOST_RATE_PENCE))) return `lines.${index}.rate`;
  }
  return poundsProblem(setUp, MOST_SET_UP_PENCE) ? 'setUp' : undefined;
}

/** Which line of the price a field belongs to: said in a list of errors, where the line is not seen. */
export function priceNameOf(path: string, lines: readonly { kind: PriceLineKind }[]): string | undefined {
  const [list, index, field] = path.split('.');
  const kind = list === 'lines' ? lines[Number(index)]?.kind : undefined;
  if (!kind || (field !== 'quantity' && field !== 'rate')) return undefined;
  return `${lineTitle(kind)}, ${(field === 'quantity' ? quantityLabel(kind) : rateLabel(kind)).toLowerCase()}`;
}

export const lineTitle = (kind: PriceLineKind): string => PRICE_LINES[kind];
export const quantityLabel = (kind: PriceLineKind): string => (isByNight(kind) ? 'Nights a week' : 'Hours a week');
export const rateLabel = (kind: PriceLineKind): string => (isByNight(kind) ? 'Pounds a night' : 'Pounds an hour');
