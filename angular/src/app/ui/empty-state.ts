import { Component, input } from '@angular/core';

/** A list with nothing in it: what would be here, and what to do. */
@Component({
  selector: 'dps-empty-state',
  host: { class: 'dps-empty' },
  template: `
    <p class="dps-empty__heading">{{ heading() }}</p>
    <div class="dps-meta"><ng-content /></div>
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}
