import { Component, input } from '@angular/core';

/** A wide table scrolls inside this, never the page; reachable by keyboard. */
@Component({
  selector: 'dps-scroll-x',
  host: { class: 'dps-scroll-x', tabindex: '0', role: 'region', '[attr.aria-label]': 'label()' },
  template: `<ng-content />`,
})
export class ScrollX {
  readonly label = input.required<string>();
}
