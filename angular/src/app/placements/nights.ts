import { PlacementDto, PriceRowDto } from '../proxy/models';
import { counted } from '../ui/counted';
import { formatDate } from '../ui/uk-date';

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const DAY = 86_400_000;

type Stay = Pick<PlacementDto, 'startsOn' | 'plannedEndOn'> & { readonly endedOn?: string | null };

/** The day it is in London at an instant given in milliseconds. */
export const dayOf = (instant: number): string => LONDON.format(instant);

/** The day whose night is the first not charged. */
export const endOf = (stay: Stay): string => stay.endedOn ?? stay.plannedEndOn;

export const nightsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));

/** Nights before a day, and those of that day and after. */
export function nightsOf(stay: Stay, today: string): { readonly sofar: number; readonly left: number } {
  const end = endOf(stay);
  const turn = today < stay.startsOn ? stay.startsOn : today < end ? today : end;
  return { sofar: nightsBetween(stay.startsOn, turn), left: nightsBetween(turn, end) };
}

/** The price of a night: before the first night the first, after the last the last. */
export function priceOn(prices: readonly PriceRowDto[], night: string): PriceRowDto | undefined {
  return prices.filter(({ from }) => from <= night).at(-1) ?? prices[0];
}

/** Where it stands on a day, with the date that matters then. */
export function stayInWords(stay: Stay, today: string): { text: string; tone: 'ok' | 'neutral' | 'info' } {
  const end = endOf(stay);
  if (end <= today) return { text: `Ended ${formatDate(end)}`, tone: 'neutral' };
  if (stay.startsOn > today) return { text: `Begins ${formatDate(stay.startsOn)}`, tone: 'info' };
  return { text: stay.endedOn ? `Ends ${formatDate(end)}` : `Active since ${formatDate(stay.startsOn)}`, tone: 'ok' };
}

export const nightsInWords = (nights: number): string => counted(nights, 'night');
