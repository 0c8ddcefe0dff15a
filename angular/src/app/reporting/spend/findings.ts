import { SpendMonthDto, SpendShareDto } from '../../proxy/models';
import { Days, daysInMonth, lastDayOf, monthName } from './period';

/** Up to one part in so many of the first, a change of the daily spend is called steady: 5%. */
const STEADY_PARTS = 20;

const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });

/** Short enough for a chart: `£3.67m`, `£186k`, `£940`. */
export function shortMoney(pence: number): string {
  const pounds = pence / 100;
  if (Math.abs(pounds) >= 999_500) return `£${(pounds / 1_000_000).toFixed(2)}m`;
  return Math.abs(pounds) >= 9_950 ? `£${Math.round(pounds / 1000)}k` : POUNDS.format(pounds);
}

export function percentOf(part: number, whole: number): string {
  if (whole === 0) return '0%';
  const percent = (100 * part) / whole;
  return percent > 0 && percent < 0.5 ? 'under 1%' : `${Math.round(percent)}%`;
}

/** False for a month that the period cuts: its total says nothing beside whole months. */
export const isWhole = (month: SpendMonthDto, { from, to }: Days): boolean =>
  month.month >= from && lastDayOf(month.month) <= to;

/**
 * The chart's headline: what happened from the first whole month to the last, a day's spend compared with a day's. It
 * rises or falls only where the months show it too: the last is then the highest or the lowest of them.
 */
export function trendOf(months: readonly SpendMonthDto[], days: Days, lots: readonly SpendShareDto[]): string {
  const whole = months.filter((month) => isWhole(month, days));
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last || first === last || first.totalPence === 0) return largestOf(lots);

  // Whole numbers, so that exactly 5% is exactly 5%.
  const before = first.totalPence * daysInMonth(last.month);
  const change = last.totalPence * daysInMonth(first.month) - before;
  if (STEADY_PARTS * Math.abs(change) <= before) return 'Monthly spend is steady';

  const direction = Math.sign(change);
  const furthest = Math.max(...whole.map((month) => direction * month.totalPence));
  if (direction * last.totalPence < furthest) return 'Monthly spend goes up and down';

  const moved = lots
    .map(({ name }) => ({ name, by: aDay(last, penceOf(last, name)) - aDay(first, penceOf(first, name)) }))
    .sort((a, b) => (b.by - a.by) * Math.sign(change))[0];
  const where = moved && lots.length > 1 ? `, mostly in ${lowerFirst(moved.name)}` : '';
  return `Monthly spend is ${change > 0 ? 'rising' : 'falling'}${where}`;
}

/** `£268k in April, £352k in October`: the figures behind the headline. */
export function trendFigures(months: readonly SpendMonthDto[], days: Days): string {
  const whole = months.filter((month) => isWhole(month, days));
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last || first === last) return '';
  return [first, last].map((it) => `${shortMoney(it.totalPence)} in ${monthName(it.month)}`).join(', ');
}

export function largestOf(lots: readonly SpendShareDto[]): string {
  const total = lots.reduce((sum, { pence }) => sum + pence, 0);
  const most = lots[0];
  return most && total > 0 ? `${most.name}: ${percentOf(most.pence, total)} of spend` : 'Nothing was spent';
}

/** `Age 16 to 17 takes 46% of spend`, or those together whose shares read the same. Largest first. */
export function leadOf(
  rows: readonly Pick<SpendShareDto, 'name' | 'pence'>[],
  totalPence: number,
  nobody: string,
): string {
  const [first, second] = rows;
  if (!first) return nobody;
  if (!second) return `All of it: ${first.name}`;

  const percent = percentOf(first.pence, totalPence);
  const names = rows.filter(({ pence }) => percentOf(pence, totalPence) === percent).map(({ name }) => name);
  return names.length === 1
    ? `${first.name} takes ${percent} of spend`
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} take ${percent} of spend each`;
}

export const penceOf = (month: SpendMonthDto, lot: string): number =>
  month.lots.find(({ name }) => name === lot)?.pence ?? 0;

const aDay = (month: SpendMonthDto, pence: number): number => pence / daysInMonth(month.month);

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]+ ?[^\d]*$/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
