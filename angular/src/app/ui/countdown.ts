import { Component, computed, inject, input, output, effect } from '@angular/core';
import { ServerClock } from '../core/server-clock';
import { counted } from './counted';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** As on the wall: without the seconds of the last five minutes. */
export const roughTimeLeft = (milliseconds: number): string | undefined =>
  milliseconds > 0 && milliseconds < 5 * MINUTE
    ? counted(Math.ceil(milliseconds / MINUTE), 'minute')
    : timeLeft(milliseconds);

/** Days, then hours and minutes, and seconds only in the last five minutes. Nothing is left: undefined. */
export function timeLeft(milliseconds: number): string | undefined {
  if (milliseconds <= 0) return undefined;
  if (milliseconds >= 2 * DAY) {
    const rest = Math.floor((milliseconds % DAY) / HOUR);
    const days = counted(Math.floor(milliseconds / DAY), 'day');
    return rest === 0 ? days : `${days} ${counted(rest, 'hour')}`;
  }

  const hours = Math.floor(milliseconds / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (hours > 0)
    return minutes === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(minutes, 'minute')}`;
  if (milliseconds >= 5 * MINUTE) return counted(minutes, 'minute');

  const seconds = Math.floor((milliseconds % MINUTE) / 1000);
  return minutes === 0 ? counted(seconds, 'second') : `${counted(minutes, 'minute')} ${counted(seconds, 'second')}`;
}

/** The time left until an instant, by the portal's clock. Text only; deliberately no live region. */
@Component({ selector: 'dps-countdown', template: `{{ text() ?? over() }}` })
export class Countdown {
  private readonly clock = inject(ServerClock);

  /** UTC instant. */
  readonly until = input.required<string>();
  /** The words once nothing is left. */
  readonly over = input('Closed');
  /** Once, when nothing is left any more. */
  readonly reached = output<void>();

  protected readonly text = computed(() => timeLeft(Date.parse(this.until()) - this.clock.now()));
  private readonly isOver = computed(() => this.text() === undefined);

  constructor() {
    let wasRunning = false;
    effect(() => {
      if (this.isOver() && wasRunning) this.reached.emit();
      wasRunning = !this.isOver();
    });
  }
}
