import { Component, input } from '@angular/core';
import { Tone } from './parts';

/** A state in a word, with its shape and its tint. `plain` is for "Completed" and "Cannot start yet": text alone. */
@Component({
  selector: 'dps-status',
  host: { '[class]': "'dps-status dps-status--' + tone()" },
  template: `
    @switch (tone()) {
      @case ('ok') {
        <svg viewBox="0 0 12 12" aria-hidden="true"><path class="dps-stroke" d="m1.5 6.5 3 3 6-7" /></svg>
      }
      @case ('warn') {
        <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M5 1h2l-.3 6.5H5.3zM5 9h2v2H5z" /></svg>
      }
      @case ('bad') {
        <svg viewBox="0 0 12 12" aria-hidden="true"><path class="dps-stroke" d="m2 2 8 8m0-8-8 8" /></svg>
      }
      @case ('info') {
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle class="dps-stroke dps-stroke--thin" cx="6" cy="6" r="5" />
          <path d="M6 1a5 5 0 0 1 0 10z" />
        </svg>
      }
    }
    <span>{{ text() }}</span>
  `,
})
export class Status {
  readonly text = input.required<string>();
  readonly tone = input<Tone>('neutral');
}
