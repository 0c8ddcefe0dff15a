import { DOCUMENT, inject, Injectable } from '@angular/core';
import { ServerSession } from '../../core/server-session';

/**
 * What was typed and could not be saved yet, kept in this browser tab. A draft belongs to the person who typed it and
 * ends with the tab.
 */
@Injectable({ providedIn: 'root' })
export class SectionDrafts {
  private readonly storage = inject(DOCUMENT).defaultView?.sessionStorage;
  private readonly session = inject(ServerSession);

  read(name: string): unknown {
    const text = this.storage?.getItem(this.keyOf(name));
    return text ? (JSON.parse(text) as unknown) : undefined;
  }

  keep(name: string, value: unknown): void {
    this.storage?.setItem(this.keyOf(name), JSON.stringify(value));
  }

  drop(name: string): void {
    this.storage?.removeItem(this.keyOf(name));
  }

  private keyOf(name: string): string {
    return `dps.application.${this.session.user()?.id ?? ''}.${name}`;
  }
}
