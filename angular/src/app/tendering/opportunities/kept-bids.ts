import { inject, Injectable } from '@angular/core';
import { ServerSession } from '../../core/server-session';
import { BidFile, bidFileOf, writeBidFile } from '../parts/bid-file';
import { BidCopy, openCopy, SentVersion } from './bid-copy';

const PREFIX = 'dps-bid-file:';

/** A bid on its way. */
export interface Sending {
  /** Of the press of the button: whatever is sent again under it is stored once. */
  readonly key: string;
  readonly salt: string;
  readonly text: string;
}

/**
 * The bids that were sent, as they were sealed: until the box is opened nobody else can read them, the portal included.
 * So they stay in this browser after signing out, too: losing the only copy is worse than its being found by whoever
 * uses the same computer, and the receipt's page has a button that forgets them. Shown to the same organisation only.
 */
@Injectable({ providedIn: 'root' })
export class KeptBids {
  private readonly session = inject(ServerSession);
  /** What the browser did not keep is here for as long as the page is open. */
  private readonly memory = new Map<string, string>();

  /** Before it is sent: if the answer is lost, the copy is not. */
  begin(callOffId: string, { key, salt, text }: Sending): void {
    this.write(this.sendingKey(callOffId, key), bidFileOf(salt, text));
  }

  /** It was refused. */
  drop(callOffId: string, key: string): void {
    this.remove(this.sendingKey(callOffId, key));
  }

  /** Near the limit of its storage a browser takes no second copy: then the one from before sending stays. */
  keep(callOffId: string, version: number, file: BidFile, key?: string): void {
    const own = this.keyOf(callOffId, version);
    this.write(own, file);
    if (key && this.stored(own) !== undefined) this.remove(this.sendingKey(callOffId, key));
  }

  /** Whether this browser keeps anything at all. */
  canKeep(): boolean {
    const probe = `${PREFIX}probe`;
    try {
      localStorage.setItem(probe, probe);
      localStorage.removeItem(probe);
      return true;
    } catch {
      return false;
    }
  }

  /** The copy of that version, and of no other; also that of a bid whose answer never came. */
  async find(sent: SentVersion): Promise<BidCopy | undefined> {
    const own = this.keyOf(sent.callOffId, sent.bidVersion);
    const found = await openCopy(this.read(own) ?? '', sent);
    if (typeof found !== 'string') return found;

    for (const key of this.keys(this.sendingKey(sent.callOffId, ''))) {
      const copy = await openCopy(this.read(key) ?? '', sent);
      if (typeof copy === 'string' || !copy.isChecked) continue;

      this.write(own, copy.file);
      if (this.stored(own) !== undefined) this.remove(key);
      return copy;
    }
    return undefined;
  }

  /** Whether it will still be here when the page is loaded again. */
  isKept({ callOffId, bidVersion }: SentVersion): boolean {
    return this.stored(this.keyOf(callOffId, bidVersion)) !== undefined;
  }

  /** All versions. */
  forget(callOffId: string): void {
    this.keys(this.keyOf(callOffId, '')).forEach((key) => this.remove(key));
  }

  private keyOf(callOffId: string, version: number | string): string {
    const owner = this.session.organisation()?.id ?? this.session.user()?.id;
    return `${PREFIX}${owner}:${callOffId}:${version}`;
  }

  private sendingKey(callOffId: string, key: string): string {
    return this.keyOf(callOffId, `sending-${key}`);
  }

  private read(key: string): string | undefined {
    return this.stored(key) ?? this.memory.get(key);
  }

  private stored(key: string): string | undefined {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Full or forbidden storage must not stop anybody from bidding. */
  private write(key: string, file: BidFile): void {
    const text = writeBidFile(file);
    try {
      localStorage.setItem(key, text);
      this.memory.delete(key);
    } catch {
      this.memory.set(key, text);
    }
  }

  private remove(key: string): void {
    this.memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      return;
    }
  }

  private keys(prefix: string): string[] {
    const inMemory = [...this.memory.keys()];
    try {
      return [...Object.keys(localStorage), ...inMemory].filter((key) => key.startsWith(prefix));
    } catch {
      return inMemory.filter((key) => key.startsWith(prefix));
    }
  }
}
