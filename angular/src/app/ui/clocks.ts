import { Component, input } from '@angular/core';
import { ClockFace } from './parts';

/** The clocks of an application side by side: the legal one, which nothing stops, and the promise for the stage. */
@Component({
  selector: 'dps-clocks',
  template: `
    <div class="dps-clocks">
      @for (face of faces(); track face.caption) {
        <section [class]="'dps-clock dps-clock--' + face.kind" [class.dps-clock--late]="face.late">
          <p class="dps-clock__caption">{{ face.caption }}</p>
          <p class="dps-clock__headline">{{ face.headline }}</p>
          @if (face.days) {
            <span class="dps-days" aria-hidden="true">
              @for (day of daysOf(face); track $index) {
                <span [class]="'dps-day dps-day--' + day"></span>
              }
            </span>
          }
          @if (face.position || face.note) {
            <p class="dps-clock__note">
              @if (face.position) {
                <strong>{{ face.position }}</strong>&ngsp;
              }
              <span>{{ face.note }}</span>
            </p>
          }
        </section>
      }
    </div>
  `,
})
export class Clocks {
  readonly faces = input.required<readonly ClockFace[]>();

  protected daysOf(face: ClockFace): readonly string[] {
    const days = face.days;
    if (!days) return [];

    return Array.from({ length: days.total }, (_, index) => {
      const day = index + 1;
      if (days.paused?.includes(day)) return 'paused';
      if (day > days.used) return 'ahead';
      return day === days.used ? 'today' : 'used';
    });
  }
}
