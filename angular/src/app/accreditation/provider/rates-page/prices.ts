import { LotRateDto } from '../../../proxy/models';
import { formatMoney, parsePounds } from '../../../ui/money';

export type Price = Exclude<keyof LotRateDto, 'lotId'>;

export interface PriceWords {
  readonly name: Price;
  readonly label: string;
  readonly suffix: string;
  /** Whole pence, as the server takes it. */
  readonly most: number;
}

export const PRICES: readonly PriceWords[] = [
  { name: 'accommodationWeeklyPence', label: 'Accommodation', suffix: 'a week', most: 10_000_000 },
  { name: 'coreHourPence', label: 'Core support', suffix: 'an hour', most: 100_000 },
  { name: 'additionalHourPence', label: 'One-to-one support', suffix: 'an hour', most: 100_000 },
  { name: 'wakingNightPence', label: 'Waking night', suffix: 'a night', most: 1_000_000 },
  { name: 'sleepInPence', label: 'Sleep-in', suffix: 'a night', most: 1_000_000 },
  { name: 'setUpPence', label: 'Setting up', suffix: 'once', most: 1_000_000 },
];

/** The message for a typed price, or nothing. Nought is a price, save for the accommodation. */
export function priceProblem(text: string, price: PriceWords): string | undefined {
  const subject = price.label.toLowerCase();
  const pence = parsePounds(text);
  if (text.trim() === '') {
    const orNought = price.name === 'accommodationWeeklyPence' ? '' : ', or 0 if there is none';
    return `Enter the price of ${subject}${orNought}`;
  }
  if (pence === undefined)
    return `Enter the price of ${subject} in pounds and pence, like ${price.name === 'accommodationWeeklyPence' ? '1067.50' : '28.50'}`;
  if (pence === 0 && price.name === 'accommodationWeeklyPence') return 'The price of accommodation must be above £0';
  return pence > price.most ? `The price of ${subject} must be ${formatMoney(price.most)} or less` : undefined;
}
