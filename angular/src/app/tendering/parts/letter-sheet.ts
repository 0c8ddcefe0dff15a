import { Component, computed, input } from '@angular/core';
import { LetterDto } from '../../proxy/models';
import { ScrollX } from '../../ui/scroll-x';
import { formatDate } from '../../ui/uk-date';

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A letter as it was issued, on its sheet: paragraphs, and a table of scores that becomes blocks on a phone. */
@Component({
  selector: 'dps-letter-sheet',
  imports: [ScrollX],
  templateUrl: './letter-sheet.html',
  styleUrl: './letter-sheet.scss',
})
export class LetterSheet {
  readonly letter = input.required<LetterDto>();
  /** Who sends it. */
  readonly from = input.required<string>();
  readonly reference = input<string>();
  /** Level 2 where several letters stand on one page. */
  readonly headingLevel = input<1 | 2>(1);

  /** Shown before the award is approved. */
  readonly isDraft = input(false);

  protected readonly signature = computed(() => this.letter().signature);
  protected readonly sent = computed(() => {
    const at = this.letter().issuedAt;
    return `${formatDate(at, 'weekday')} ${at.slice(0, 4)}, ${TIME.format(new Date(at))} UK time`;
  });
  protected readonly heading = computed(() => this.letter().rows[0] ?? []);
  protected readonly body = computed(() => this.letter().rows.slice(1));
  /** The last column holds sentences when any of its cells is long. */
  protected readonly hasReasons = computed(() => this.body().some((row) => (row.at(-1) ?? '').length > 30));
  protected readonly columns = computed(() => (this.hasReasons() ? this.heading().slice(0, -1) : this.heading()));
  protected readonly reasons = computed(() =>
    this.hasReasons()
      ? this.body()
          .filter((row) => row.at(-1))
          .map((row) => ({ name: row[0] ?? '', text: row.at(-1) ?? '', score: row[2] ?? '' }))
      : [],
  );

  protected isTotal(row: readonly string[]): boolean {
    return row[0] === 'Total';
  }
}
