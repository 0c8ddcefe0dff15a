import { effect, inject, Injectable } from '@angular/core';
import { ServerSession } from '../../core/server-session';

const PREFIX = 'dps-bid:';

/**
 * What a person typed into a bid and the server does not have yet, in this tab only: a reload, a lost connection or a
 * session that ended loses nothing. Signing out forgets it, and nobody else's copy is ever read.
 */
@Injectable({ providedIn: 'root' })
export class BidCopies {
  private readonly session = inject(ServerSession);
  private lastUser: string | undefined;

  constructor() {
    effect(() => {
      const user = this.session.user()?.id;
      if (user === undefined && this.lastUser !== undefined) this.forgetAll();
      this.lastUser = user;
    });
  }

  read(callOffId: string): unknown {
    try {
      const text = sessionStorage.getItem(this.key(callOffId));
      return text ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Full or forbidden storage must not stop anybody from bidding. */
  write(callOffId: string, value: unknown): void {
    try {
      sessionStorage.setItem(this.key(callOffId), JSON.stringify(value));
    } catch {
      return;
    }
  }

  forget(callOffId: string): void {
    try {
      sessionStorage.removeItem(this.key(callOffId));
    } catch {
      return;
    }
  }

  private forgetAll(): void {
    try {
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith(PREFIX))
        .forEach((key) => sessionStorage.removeItem(key));
    } catch {
      return;
    }
  }

  private key(callOffId: string): string {
    return `${PREFIX}${this.session.user()?.id}:${callOffId}`;
  }
}
