import { RouterLink } from '@angular/router';
import { Component, computed, DestroyRef, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { CallOffDto } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { GovukButton } from '../../ui/govuk-button';
import { formatDate } from '../../ui/uk-date';
import { formatTime, UkDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { SignedRoot } from '../parts/signed-root';
import { NO_BID_REASONS } from '../words';

/** How often a page that waits for the second officer looks, in milliseconds. */
const LOOK_EVERY = 10_000;

/** From publication to opening: the time left, who may open, who declined. Nothing about bids: the server sends nothing. */
@Component({
  selector: 'dps-sealed-view',
  imports: [Countdown, GovukButton, RouterLink, SignedRoot, UkDateTime],
  templateUrl: './sealed-view.html',
  styleUrl: './views.scss',
})
export class SealedView {
  private readonly callOffs = inject(CallOffs);
  private readonly session = inject(ServerSession);

  readonly callOff = input.required<CallOffDto>();
  readonly changed = output<CallOffDto>();
  readonly refused = output<Problem>();
  /** The deadline has come. */
  readonly reached = output<void>();

  protected readonly busy = signal(false);
  protected readonly first = computed(() => this.callOff().openers[0]);
  protected readonly isFirst = computed(() => this.first()?.userId === this.session.user()?.id);
  protected readonly mayOpen = computed(() => this.callOff().permittedTriggers.includes('Open'));
  protected readonly me = computed(() => this.session.user()?.name ?? '');
  protected readonly reasons = NO_BID_REASONS;
  protected readonly closes = computed(() => {
    const at = this.callOff().deadline;
    return `${formatTime(at)}, ${formatDate(at, 'weekday')} ${at.slice(0, 4)}`;
  });

  constructor() {
    const document = inject(DOCUMENT);
    const timer = setInterval(() => {
      if (this.callOff().state === 'Closed' && document.visibilityState === 'visible') void this.look();
    }, LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Whether a colleague has asked to open, or opened, meanwhile. A failure is no news: the next look tells. */
  private async look(): Promise<void> {
    const now = await this.callOffs.get(this.callOff().id).catch(() => undefined);
    if (now && now.version !== this.callOff().version) this.changed.emit(now);
  }

  protected async open(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    try {
      this.changed.emit(await this.callOffs.open(this.callOff().id, this.callOff().version));
    } catch (error) {
      this.refused.emit(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
