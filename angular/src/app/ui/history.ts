import { Component, computed, input } from '@angular/core';
import { linesOf } from './history-lines';
import { HistoryEvent } from './parts';
import { UkDateTime } from './uk-date-time';

/** The audit trail of one object, newest first: when, who, what and why. */
@Component({
  selector: 'dps-history',
  imports: [UkDateTime],
  template: `
    <section class="dps-card">
      <h2 class="dps-card__heading">{{ heading() }}</h2>
      @if (events().length === 0) {
        <p class="dps-meta">Nothing has happened yet.</p>
      } @else {
        <ol class="dps-history">
          @for (event of lines(); track $index) {
            <li [class]="'dps-history__event dps-history__event--' + (event.tone ?? 'done')">
              <p class="dps-history__when">
                <time [attr.datetime]="event.at">{{ event.at | ukDateTime }}</time> · {{ event.who }}
              </p>
              <p class="dps-history__what">
                {{ event.what }}
                @if (event.times > 1) {
                  <span class="dps-meta">{{ event.times }} times since {{ event.since | ukDateTime }}</span>
                }
              </p>
              @if (event.reason) {
                <p class="dps-history__reason">{{ event.reason }}</p>
              }
            </li>
          }
        </ol>
      }
      <ng-content />
    </section>
  `,
})
export class History {
  readonly events = input.required<readonly HistoryEvent[]>();
  readonly heading = input('History');
  protected readonly lines = computed(() => linesOf(this.events()));
}
