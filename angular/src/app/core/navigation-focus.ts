import { DOCUMENT, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

const PARTS = 'h2, h3, section, li, tr';
/** Milliseconds: whoever has begun to read is not moved any more. */
const LONGEST_WAIT = 5000;

/** After each change of page the new heading takes the focus, so that a screen reader says where it has arrived. */
@Injectable({ providedIn: 'root' })
export class NavigationFocus {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private path: string | undefined;
  private waiting: MutationObserver | undefined;

  /** The path without query and fragment: a filter or a tab is not a new page. */
  readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );

  start(): void {
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe((event) => {
      const [path] = event.urlAfterRedirects.split(/[?#]/);
      const arrived = this.path !== undefined && this.path !== path;
      this.path = path;
      this.waiting?.disconnect();
      if (!arrived) return;

      const { fragment } = this.router.parseUrl(event.urlAfterRedirects);
      setTimeout(() => {
        this.focusHeading();
        if (fragment) this.awaitPart(fragment);
      });
    });
  }

  /** A part of the page that comes with its data; a field is left to the page that has it. */
  private awaitPart(id: string): void {
    const look = (): boolean => {
      const part = this.document.getElementById(id);
      if (!part) return false;

      if (part.matches(PARTS)) {
        part.setAttribute('tabindex', '-1');
        part.focus({ preventScroll: true });
        part.scrollIntoView();
      }
      return true;
    };
    if (look()) return;

    const waiting = new MutationObserver(() => {
      if (look()) waiting.disconnect();
    });
    waiting.observe(this.document.body, { childList: true, subtree: true });
    setTimeout(() => waiting.disconnect(), LONGEST_WAIT);
    this.waiting = waiting;
  }

  focusHeading(): void {
    const target =
      this.document.querySelector<HTMLElement>('main h1') ?? this.document.querySelector<HTMLElement>('main');
    if (!target) return;

    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
  }
}
