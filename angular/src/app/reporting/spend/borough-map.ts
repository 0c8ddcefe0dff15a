import { Component, computed, input, signal } from '@angular/core';
import { SpendShareDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { formatMoney, Money } from '../../ui/money';
import { ScrollX } from '../../ui/scroll-x';
import { BOROUGH_SHAPES, MAP_SIZE } from './borough-shapes';
import { byBorough, shadeOf, stepOf } from './borough-spend';
import { percentOf, shortMoney } from './findings';

/** Numbered on the map and named beside it; the table has them all. */
const MOST_NAMED = 8;

/** Where the homes are that the money goes to: London's boroughs by colour, or as a table. */
@Component({
  selector: 'dps-borough-map',
  imports: [GovukButton, Money, ScrollX],
  templateUrl: './borough-map.html',
  styleUrls: ['./charts.scss', './borough-map.scss'],
})
export class BoroughMap {
  /** By outward code, all of them. */
  readonly areas = input.required<readonly SpendShareDto[]>();
  readonly totalPence = input.required<number>();

  protected readonly asTable = signal(false);
  protected readonly viewBox = `0 0 ${MAP_SIZE.join(' ')}`;

  private readonly spend = computed(() => byBorough(this.areas()));
  private readonly step = computed(() => stepOf(this.spend().boroughs[0]?.pence ?? 0));

  protected readonly rows = computed(() =>
    this.spend().boroughs.map((borough, i) => ({
      ...borough,
      number: i + 1,
      codesText: borough.codes.join(', '),
      nightsText: borough.nights.toLocaleString('en-GB'),
      percent: percentOf(borough.pence, this.totalPence()),
      text: `${shortMoney(borough.pence)}, ${percentOf(borough.pence, this.totalPence())}`,
    })),
  );
  protected readonly named = computed(() => this.rows().slice(0, MOST_NAMED));
  protected readonly shapes = computed(() => {
    const of = new Map(this.rows().map((row) => [row.name, row]));
    return BOROUGH_SHAPES.map((shape) => {
      const row = of.get(shape.name);
      return {
        ...shape,
        shade: row && row.pence > 0 ? shadeOf(row.pence, this.step()) : 0,
        number: row && row.number <= MOST_NAMED ? row.number : undefined,
      };
    });
  });
  protected readonly legend = computed(() => {
    const step = this.step();
    const money = (times: number): string => shortMoney(times * step);
    const words = [`up to ${money(1)}`, `${money(1)} to ${money(2)}`, `${money(2)} to ${money(4)}`, `over ${money(4)}`];
    // A band that no borough is in stands there too: without it the ones around it would seem to touch.
    return words.map((text, i) => ({ text, shade: i + 1 }));
  });
  protected readonly finding = computed(() => {
    const [first] = this.rows();
    return first ? `${first.percent} of spend is in ${first.name}` : 'Nothing was spent in London';
  });
  protected readonly elsewhere = computed(() => {
    const { elsewhere, elsewherePence } = this.spend();
    if (elsewhere.length === 0) return 'Every home is in London.';
    const names = elsewhere.map(({ name, pence }) => `${name} ${formatMoney(pence)}`).join(', ');
    return `Not on the map, outside London: ${formatMoney(elsewherePence)} (${names}).`;
  });
  protected readonly title = computed(() => {
    const named = this.named().map(({ name, text }) => `${name} ${text}`);
    return `${this.finding()}. Map of London boroughs by spend: ${named.join('; ')}.`;
  });
}
