import { Component, computed, inject, input } from '@angular/core';
import { ServerSession } from '../core/server-session';
import { UkDateTime } from './uk-date-time';

/** A proposal came back: by whom, when and why; what stands in it says how to go on. */
@Component({
  selector: 'dps-returned-note',
  imports: [UkDateTime],
  template: `
    @if (event(); as back) {
      <div class="dps-banner dps-banner--warn" role="region" aria-label="Sent back">
        <p class="dps-banner__heading">
          {{ isMine() ? 'You' : back.actorName }} {{ takenBack() ? 'took' : 'sent' }} {{ what() }} back on
          {{ back.at | ukDateTime }}
        </p>
        @if (back.reason) {
          <div class="dps-banner__body">
            <p class="dps-typed">{{ back.reason }}</p>
            <ng-content />
          </div>
        }
      </div>
    }
  `,
  styles: ':host:empty { display: none; }',
})
export class ReturnedNote {
  private readonly session = inject(ServerSession);

  readonly event = input.required<
    { readonly actorName: string; readonly at: string; readonly reason: string | null } | undefined
  >();

  /** What was proposed. */
  readonly what = input('the proposal');

  /** By whoever had made the proposal; `wasTakenBack` tells where the action does not. */
  readonly takenBack = input.required<boolean>();

  protected readonly isMine = computed(() => this.event()?.actorName === this.session.user()?.name);
}
