import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { CanDeactivateFn } from '@angular/router';

/** Asks before typed text is lost: the browser asks on a reload or when the window is closed, we on the way to another page. */
@Injectable({ providedIn: 'root' })
export class UnsavedWork {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly checks = new Set<() => boolean>();

  constructor() {
    this.window?.addEventListener('beforeunload', (event) => {
      if (this.isThere()) event.preventDefault();
    });
  }

  /** As long as the caller, a component, is on the page. Call within an injection context. */
  watch(isTyped: () => boolean): void {
    this.checks.add(isTyped);
    inject(DestroyRef).onDestroy(() => this.checks.delete(isTyped));
  }

  mayLeave(): boolean {
    return (
      !this.isThere() ||
      (this.window?.confirm('What you typed is not saved. If you leave this page now, it is lost. Leave?') ?? true)
    );
  }

  private isThere(): boolean {
    return [...this.checks].some((isTyped) => isTyped());
  }
}

/** For pages on which something is typed that is sent by a button only. */
export const askIfUnsaved: CanDeactivateFn<unknown> = () => inject(UnsavedWork).mayLeave();
