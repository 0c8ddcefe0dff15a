import { computed, Injectable, OnDestroy, signal } from '@angular/core';

/**
 * The portal's clock. The offset of this device comes from the answer with the shortest round trip, half of which is
 * taken as the time the answer travelled. Only for display: the server alone decides what is late.
 */
@Injectable({ providedIn: 'root' })
export class ServerClock implements OnDestroy {
  private readonly offset = signal(0);
  private readonly tick = signal(Date.now());
  private bestRoundTrip = Number.POSITIVE_INFINITY;
  private readonly timer = setInterval(() => this.tick.set(Date.now()), 1000);

  /** Milliseconds since 1970 UTC, by the server; changes once a second. */
  readonly now = computed(() => this.tick() + this.offset());

  sample(serverTime: string, sent: number, received: number): void {
    const server = Date.parse(serverTime);
    const roundTrip = received - sent;
    if (Number.isNaN(server) || roundTrip > this.bestRoundTrip) return;

    this.bestRoundTrip = roundTrip;
    this.offset.set(server + roundTrip / 2 - received);
    this.tick.set(Date.now());
  }

  ngOnDestroy(): void {
    clearInterval(this.timer);
  }
}
