import { SpendMonthDto, SpendShareDto } from '../../proxy/models';
import { isWhole, penceOf, percentOf, shortMoney } from './findings';
import { Days, daysInMonth, monthName } from './period';

const MOST_SERIES = 5;
const REST = 'Other lots';
const HEIGHT = 300;
const TOP = 30;
const FOOT = 40;
const LEFT = 54;
const LABELS = 228;
/** Room for the figure over the last bar, where no labels stand beside it. */
const EDGE = 10;
const LABEL_HEIGHT = 40;

/** Colours in the order of size; each is told apart by its label too. */
const FILLS = ['one', 'two', 'three', 'four', 'five', 'six'] as const;

export interface Series {
  readonly name: string;
  readonly pence: number;
  readonly fill: string;
  readonly share: string;
}

interface Segment {
  readonly y: number;
  readonly height: number;
  readonly fill: string;
}

/** Everything that the drawing needs, in its own pixels. */
export interface Bars {
  readonly width: number;
  readonly height: number;
  readonly base: number;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly bars: readonly {
    readonly x: number;
    readonly width: number;
    readonly middle: number;
    readonly top: number;
    readonly total: string;
    readonly month: string;
    readonly note: string;
    readonly segments: readonly Segment[];
  }[];
  /** At the right of the last bar; empty where the drawing is too narrow for them. */
  readonly labels: readonly { readonly y: number; readonly series: Series }[];
}

/** The largest lots by name; what is beyond five is one series together. */
export function seriesOf(lots: readonly SpendShareDto[]): Series[] {
  const total = lots.reduce((sum, { pence }) => sum + pence, 0);
  const own = lots.length > MOST_SERIES + 1 ? lots.slice(0, MOST_SERIES) : lots;
  const rest = lots.slice(own.length).reduce((sum, { pence }) => sum + pence, 0);
  return [...own, ...(own.length < lots.length ? [{ name: REST, pence: rest }] : [])].map(({ name, pence }, i) => ({
    name,
    pence,
    fill: FILLS[i] ?? 'six',
    share: percentOf(pence, total),
  }));
}

export function penceOfSeries(month: SpendMonthDto, series: readonly Series[], name: string): number {
  if (name !== REST) return penceOf(month, name);
  return series.filter((it) => it.name !== REST).reduce((left, it) => left - penceOf(month, it.name), month.totalPence);
}

/** Where bars stand close they do not say their totals: they would touch; the table has them. */
export function layOut(months: readonly SpendMonthDto[], series: readonly Series[], days: Days, width: number): Bars {
  const withLabels = width >= 600;
  const right = withLabels ? width - LABELS : width - EDGE;
  const base = HEIGHT - FOOT;
  const step = niceStep(Math.max(...months.map((month) => month.totalPence), 1));
  const highest = Math.max(...months.map((month) => month.totalPence), step);
  const top = Math.max(step, Math.ceil(highest / step) * step);
  const y = (pence: number): number => base - (pence / top) * (base - TOP);
  const slot = (right - LEFT) / Math.max(1, months.length);
  const barWidth = Math.min(64, slot * 0.7);
  const every = Math.ceil(38 / slot);

  const bars = months.map((month, i) => {
    const middle = LEFT + slot * (i + 0.5);
    let below = 0;
    const segments = series.map(({ name, fill }) => {
      const [from, to] = [y(below), y((below += penceOfSeries(month, series, name)))];
      return { y: to, height: Math.max(0, from - to - 1), fill };
    });
    const shown = (months.length - 1 - i) % every === 0;
    return {
      x: middle - barWidth / 2,
      width: barWidth,
      middle,
      top: y(month.totalPence),
      total: slot >= 46 ? shortMoney(month.totalPence) : '',
      month: shown ? monthName(month.month, 'short') : '',
      note: shown ? noteOf(month, i, months, days) : '',
      segments,
    };
  });

  return {
    width,
    height: HEIGHT,
    base,
    left: LEFT,
    right,
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, i) => ({
      y: y(i * step),
      text: i === 0 ? '0' : shortMoney(i * step),
    })),
    bars,
    labels: withLabels ? labelsOf(bars.at(-1)?.segments ?? [], series, base) : [],
  };
}

/** `to 24` under a month that the period cuts, the year under the first of each. */
function noteOf(month: SpendMonthDto, index: number, months: readonly SpendMonthDto[], days: Days): string {
  if (!isWhole(month, days)) {
    const cutAtEnd = month.month.slice(0, 7) === days.to.slice(0, 7) && Number(days.to.slice(8)) < daysInMonth(days.to);
    return cutAtEnd ? `to ${Number(days.to.slice(8))}` : `from ${Number(days.from.slice(8))}`;
  }
  const year = month.month.slice(0, 4);
  return index === 0 || months[index - 1]?.month.slice(0, 4) !== year ? year : '';
}

/** Beside its segment, pushed apart where two would touch, and never below the axis. */
function labelsOf(segments: readonly Segment[], series: readonly Series[], base: number): Bars['labels'] {
  const places = segments.map((segment) => segment.y + segment.height / 2);
  let limit = base - LABEL_HEIGHT / 2 + 6;
  const lifted = places.map((place) => {
    const y = Math.min(place, limit);
    limit = y - LABEL_HEIGHT;
    return y;
  });
  return series.map((it, i) => ({ y: lifted[i] ?? base, series: it }));
}

/** 1, 2 or 5 times a power of ten: three to six lines. */
function niceStep(most: number): number {
  const raw = most / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const times = [1, 2, 5, 10].find((n) => n * power >= raw) ?? 10;
  return Math.max(100, times * power);
}
