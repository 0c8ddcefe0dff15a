import { booleanAttribute, Component, computed, input } from '@angular/core';
import { StageStep } from './parts';

/** The stages of an application. Full: numbered discs on a line. Compact: five short bars for a table row. */
@Component({
  selector: 'dps-stages',
  template: `
    @if (compact()) {
      <span class="dps-stage-bars" aria-hidden="true">
        @for (step of steps(); track step.name) {
          <span [class]="'dps-stage-bar dps-stage-bar--' + step.state"></span>
        }
      </span>
      <span class="govuk-visually-hidden">{{ summary() }}</span>
    } @else {
      <ol class="dps-stages">
        @for (step of steps(); track step.name; let index = $index) {
          <li
            [class]="'dps-stage dps-stage--' + step.state"
            [attr.aria-current]="step.state === 'current' ? 'step' : null"
          >
            <span class="dps-stage__disc" aria-hidden="true">{{ step.state === 'done' ? '✓' : index + 1 }}</span>
            <span class="dps-stage__name">{{ step.name }}</span>
            <span class="dps-stage__note">{{ step.note }}</span>
          </li>
        }
      </ol>
    }
  `,
})
export class Stages {
  readonly steps = input.required<readonly StageStep[]>();
  readonly compact = input(false, { transform: booleanAttribute });

  protected readonly summary = computed(() => {
    const index = this.steps().findIndex((step) => step.state === 'current');
    return index < 0 ? 'All stages done' : `Stage ${index + 1} of ${this.steps().length}`;
  });
}
