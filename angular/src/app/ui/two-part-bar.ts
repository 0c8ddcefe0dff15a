import { Component, computed, input } from '@angular/core';

/** Quality and price as parts of a total, petrol and ochre. The figures stand beside it, so it is hidden from readers. */
@Component({
  selector: 'dps-two-part-bar',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg class="dps-bar" viewBox="0 0 100 3" preserveAspectRatio="none">
      <rect class="dps-bar__track" width="100" height="3" />
      <rect class="dps-bar__quality" [attr.width]="qualityWidth()" height="3" />
      <rect class="dps-bar__price" [attr.x]="qualityWidth()" [attr.width]="priceWidth()" height="3" />
    </svg>
  `,
})
export class TwoPartBar {
  readonly quality = input.required<number>();
  readonly price = input.required<number>();
  readonly outOf = input(100);

  protected readonly qualityWidth = computed(() => this.percent(this.quality()));
  protected readonly priceWidth = computed(() => this.percent(this.price()));

  private readonly percent = (part: number): number => Math.max(0, Math.min(100, (part / this.outOf()) * 100));
}
