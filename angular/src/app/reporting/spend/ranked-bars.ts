import { Component, computed, input, signal } from '@angular/core';
import { SpendShareDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { Money } from '../../ui/money';
import { ScrollX } from '../../ui/scroll-x';
import { leadOf, percentOf, shortMoney } from './findings';
import { measuredWidth } from './measured';

const ROW = 46;
const MOST_BARS = 5;

/** Shares of the spend, largest first, as bars with their words or as a table. */
@Component({
  selector: 'dps-ranked-bars',
  imports: [GovukButton, Money, ScrollX],
  templateUrl: './ranked-bars.html',
  styleUrl: './charts.scss',
})
export class RankedBars {
  /** `By provider` */
  readonly heading = input.required<string>();
  /** Column of the names: `Provider` */
  readonly column = input.required<string>();
  readonly shares = input.required<readonly SpendShareDto[]>();
  /** Of everything, also of what is not among the shares. */
  readonly totalPence = input.required<number>();
  /** How many there are in all, where only the largest were sent. */
  readonly outOf = input<number>();
  readonly words = input<Readonly<Record<string, string>>>({});

  protected readonly asTable = signal(false);
  private readonly width = measuredWidth(480);

  protected readonly rows = computed(() =>
    this.shares().map((share) => ({
      ...share,
      name: this.words()[share.name] ?? share.name,
      nightsText: share.nights.toLocaleString('en-GB'),
      percent: percentOf(share.pence, this.totalPence()),
      text: `${shortMoney(share.pence)} · ${percentOf(share.pence, this.totalPence())}`,
    })),
  );
  protected readonly drawing = computed(() => {
    const width = Math.max(200, this.width() - 46);
    // Of the total, as the words say: 13 % is 13 % of the track.
    const total = Math.max(this.totalPence(), 1);
    const bars = this.rows()
      .slice(0, MOST_BARS)
      .map((row, i) => ({ ...row, y: i * ROW, width: Math.max(row.pence > 0 ? 2 : 0, (row.pence / total) * width) }));
    return { width, height: bars.length * ROW, bars };
  });
  protected readonly finding = computed(() => leadOf(this.rows(), this.totalPence(), this.heading()));
  protected readonly note = computed(() => {
    const shown = this.drawing().bars.length;
    const all = this.outOf() ?? this.shares().length;
    return shown < all ? `${this.heading()}, the ${shown} largest of ${all}` : this.heading();
  });
  protected readonly title = computed(
    () =>
      `${this.finding()}. ${this.note()}: ${this.drawing()
        .bars.map((bar) => `${bar.name} ${bar.text}`)
        .join(', ')}.`,
  );
}
