import { HttpClient } from '@angular/common/http';
import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ServerClock } from './server-clock';
import { ANONYMOUS, SecondStep, Session } from './session';

const ADDRESS = '/api/session';

/**
 * Who is signed in and what they may do. Signals change together, after each answer of `GET /api/session`, which also
 * renews the antiforgery cookie: a token from before sign-in or sign-out is refused by the server.
 */
@Injectable({ providedIn: 'root' })
export class ServerSession {
  private readonly http = inject(HttpClient);
  private readonly clock = inject(ServerClock);
  private readonly document = inject(DOCUMENT);
  private readonly current = signal<Omit<Session, 'serverTime'>>(ANONYMOUS);

  private isFirst = true;

  readonly user = computed(() => this.current().user);
  readonly organisation = computed(() => this.current().organisation);
  readonly organisations = computed(() => this.current().organisations ?? []);
  readonly roles = computed(() => this.current().roles);
  readonly permissions = computed(() => new Set(this.current().permissions));
  readonly mustSetUpSecondFactor = computed(() => this.current().mustSetUpSecondFactor === true);
  readonly isSignedIn = computed(() => this.current().user !== null);

  /** True when the portal did not answer at start; pages then say so instead of pretending that nobody is signed in. */
  readonly unreachable = signal(false);

  /** Never rejects: the application must be able to start and say what is wrong. */
  async start(): Promise<void> {
    this.document.addEventListener('visibilitychange', () => void this.resume());
    try {
      await this.refresh();
    } catch {
      this.unreachable.set(true);
    }
  }

  /** Back on this tab after a while: the clock is set again, and a session that ended elsewhere ends here. */
  private async resume(): Promise<void> {
    if (this.document.visibilityState !== 'visible' || !this.clock.isStale()) return;

    await this.refresh().catch(() => undefined);
  }

  async refresh(): Promise<void> {
    const asked = Date.now();
    const session = await firstValueFrom(this.http.get<Session>(ADDRESS));
    const { sent, received } = this.askedAhead() ?? { sent: asked, received: Date.now() };
    this.isFirst = false;
    this.clock.sample(session.serverTime, sent, received);
    this.current.set(session);
    this.unreachable.set(false);
  }

  /** When the first answer was under way, by the browser: `index.html` asks for it before any script runs. */
  private askedAhead(): { sent: number; received: number } | undefined {
    const performance = this.isFirst ? this.document.defaultView?.performance : undefined;
    const address = new URL(ADDRESS, this.document.baseURI).href;
    const [answer] = (performance?.getEntriesByName(address, 'resource') ?? []) as PerformanceResourceTiming[];
    if (!performance || !answer?.responseEnd) return undefined;

    return {
      sent: performance.timeOrigin + answer.requestStart,
      received: performance.timeOrigin + answer.responseEnd,
    };
  }

  /**
   * @returns how to take the second step; empty when the person is signed in.
   * @throws HttpErrorResponse 401 with the same body for every cause.
   */
  async signIn(email: string, password: string): Promise<readonly SecondStep[]> {
    const body = { email, password };
    const answer = await firstValueFrom(
      this.http.post<{ secondStep?: readonly SecondStep[] } | null>('/api/account/sign-in', body),
    );
    const next = answer?.secondStep ?? [];
    if (next.length === 0) await this.refresh();
    return next;
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post('/api/account/sign-out', {}));
    this.forget();
    await this.refresh();
  }

  /** The same person for another of their organisations; the server begins a new session. */
  async switchTo(organisationId: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/session/organisation', { id: organisationId }));
    await this.refresh();
  }

  /** After a 401: the server has ended the session. */
  forget(): void {
    this.current.set(ANONYMOUS);
  }

  may(permission: string): boolean {
    return this.permissions().has(permission);
  }
}
