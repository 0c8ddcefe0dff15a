import { PlacementDto } from '../../proxy/models';
import { formatMoney } from '../../ui/money';
import { Fact } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { endOf, nightsInWords, nightsOf, priceOn } from '../nights';

/** What a placement costs a week, has cost, will cost and costs altogether. */
export function factsOf(it: PlacementDto, today: string): Fact[] {
  const { sofar, left } = nightsOf(it, today);
  const now = priceOn(it.prices, today)?.totalWeeklyPence;
  const isOver = left === 0;
  return [
    {
      label: isOver ? 'Price of the last week' : today < it.startsOn ? 'Price a week at the start' : 'Price a week now',
      value: formatMoney(now),
      large: true,
    },
    { label: `Cost so far, ${nightsInWords(sofar)}`, value: formatMoney(it.costToDatePence), large: true },
    {
      label: `Still to come, ${nightsInWords(left)}`,
      value: formatMoney(it.committedPence - it.costToDatePence),
      large: true,
    },
    {
      label: 'Whole placement',
      value: formatMoney(it.committedPence),
      note: it.setUpPence > 0 ? `set-up ${formatMoney(it.setUpPence)} included` : undefined,
      large: true,
    },
    {
      label: it.endedOn ? 'Day of leaving' : 'Planned end',
      value: formatDate(endOf(it)),
      note: 'That night is not charged',
    },
  ];
}
