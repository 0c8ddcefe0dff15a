import { afterNextRender, Component, ElementRef, inject, input } from '@angular/core';
import { Tone } from './parts';

/** A message above the page's heading. `ok` and `bad` announce themselves; the content is projected. */
@Component({
  selector: 'govuk-notification-banner',
  template: `
    <div
      [class]="'dps-banner dps-banner--' + tone()"
      [attr.role]="tone() === 'ok' || tone() === 'bad' ? 'alert' : 'region'"
      [attr.aria-label]="tone() === 'ok' || tone() === 'bad' ? null : heading()"
    >
      <p class="dps-banner__heading">{{ heading() }}</p>
      <div class="dps-banner__body"><ng-content /></div>
    </div>
  `,
})
export class GovukNotificationBanner {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly heading = input.required<string>();
  readonly tone = input<Tone>('info');

  /** What has just been done is said at the top of the page; the button that did it may stand far below. */
  constructor() {
    afterNextRender(() => {
      if (this.tone() === 'ok') this.host.nativeElement.scrollIntoView({ block: 'nearest' });
    });
  }
}
