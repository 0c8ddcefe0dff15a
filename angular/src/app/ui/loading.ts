import { Component, input } from '@angular/core';

/** Says that something is on its way; appears only after a moment, so that quick answers do not flicker. */
@Component({
  selector: 'dps-loading',
  host: { class: 'dps-loading', role: 'status' },
  template: `<span class="dps-loading__dots" aria-hidden="true"></span><span>{{ text() }}</span>`,
})
export class Loading {
  readonly text = input('Loading');
}
