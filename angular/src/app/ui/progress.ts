import { Component, computed, input } from '@angular/core';

/** So many done of so many. */
@Component({
  selector: 'dps-progress',
  template: `
    <p class="dps-progress__label" [id]="labelId()">{{ label() }}</p>
    <div
      class="dps-progress__track"
      role="progressbar"
      aria-valuemin="0"
      [attr.aria-valuemax]="total()"
      [attr.aria-valuenow]="done()"
      [attr.aria-valuetext]="label()"
      [attr.aria-labelledby]="labelId()"
    >
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect [attr.width]="width()" height="1" />
      </svg>
    </div>
  `,
})
export class Progress {
  readonly done = input.required<number>();
  readonly total = input.required<number>();
  /** `4 of 12 tasks complete` */
  readonly label = input.required<string>();
  readonly labelId = input('progress');

  protected readonly width = computed(() => (this.total() > 0 ? (this.done() / this.total()) * 100 : 0));
}
