import { OpportunityDto, PremisesDto } from '../../proxy/models';

export interface FitLine {
  readonly tone: 'ok' | 'warn' | 'bad';
  readonly text: string;
}

/** What the portal can say about the fit from the provider's own records. It never decides who may bid. */
export function fitOf(
  { needs, ceilingWeeklyPence, rateCard }: OpportunityDto,
  homes: readonly PremisesDto[],
): FitLine[] {
  const lines: FitLine[] = [];
  const right = homes.filter((home) => home.category === needs.categoryWanted);
  if (homes.length > 0 && right.length === 0) {
    return [{ tone: 'bad', text: 'None of your homes is of the kind asked for' }];
  }

  const near = right.filter((home) => needs.preferredAreas.includes(home.outwardCode));
  const away = right.filter((home) => needs.excludedAreas.includes(home.outwardCode));
  const usable = right.filter((home) => home.standing === 'Usable' && !away.includes(home));
  if (right.length > 0) lines.push({ tone: 'ok', text: `${namesOf(right)}: the kind of home asked for` });
  if (near.length > 0) lines.push({ tone: 'ok', text: `${namesOf(near)}: in an area they asked for` });
  else if (right.length > 0) lines.push({ tone: 'warn', text: 'None of these homes is in an area they asked for' });
  if (away.length > 0) lines.push({ tone: 'bad', text: `${namesOf(away)}: in an area to stay away from` });
  if (right.length > 0 && usable.length === 0)
    lines.push({ tone: 'bad', text: 'None of these homes can take anybody now' });
  if (needs.ageBand === 'From16To17' && usable.some((home) => !home.onOfstedList)) {
    lines.push({
      tone: 'warn',
      text: `${namesOf(usable.filter((home) => !home.onOfstedList))}: not on your Ofsted list`,
    });
  }
  if (ceilingWeeklyPence && rateCard && rateCard.accommodationWeeklyPence > ceilingWeeklyPence) {
    lines.push({ tone: 'warn', text: 'Your rate card is above the published price limit' });
  }
  if (right.length > 0) {
    lines.push({ tone: 'warn', text: 'Check yourself: how this would be for the people who live there now' });
  }
  return lines;
}

const namesOf = (homes: readonly PremisesDto[]): string => homes.map(({ name }) => name).join(', ');
