import { computed, Injectable, OnDestroy, signal } from '@angular/core';

/** Milliseconds: device clocks drift and are set, so an old sample gives way to a worse one. */
const SAMPLE_LASTS = 5 * 60_000;

/**
 * The portal's clock. The offset of this device comes from the answer with the shortest round trip, half of which is
 * taken as the time the answer travelled. Only for display: the server alone decides what is late.
 */
@Injectable({ providedIn: 'root' })
export class ServerClock implements OnDestroy {
  private readonly offset = signal(0);
  private readonly tick = signal(Date.now());
  private best = { roundTrip: Number.POSITIVE_INFINITY, taken: 0 };
  private readonly timer = setInterval(() => this.tick.set(Date.now()), 1000);

  /** Milliseconds since 1970 UTC, by the server; changes once a second. */
  readonly now = computed(() => this.tick() + this.offset());

  sample(serverTime: string, sent: number, received: number): void {
    const server = Date.parse(serverTime);
    const roundTrip = received - sent;
    const stale = received - this.best.taken > SAMPLE_LASTS;
    if (Number.isNaN(server) || (!stale && roundTrip > this.best.roundTrip)) return;

    this.best = { roundTrip, taken: received };
    this.offset.set(server + roundTrip / 2 - received);
    this.tick.set(Date.now());
  }

  /** True when the offset should be measured again. */
  isStale(): boolean {
    return Date.now() - this.best.taken > SAMPLE_LASTS;
  }

  ngOnDestroy(): void {
    clearInterval(this.timer);
  }
}
