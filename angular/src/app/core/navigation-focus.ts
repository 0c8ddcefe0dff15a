import { DOCUMENT, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** After each change of page the new heading takes the focus, so that a screen reader says where it has arrived. */
@Injectable({ providedIn: 'root' })
export class NavigationFocus {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private path: string | undefined;

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
      const path = event.urlAfterRedirects.split(/[?#]/)[0];
      const arrived = this.path !== undefined && this.path !== path;
      this.path = path;
      if (arrived) setTimeout(() => this.focusHeading());
    });
  }

  focusHeading(): void {
    const target =
      this.document.querySelector<HTMLElement>('main h1') ?? this.document.querySelector<HTMLElement>('main');
    if (!target) return;

    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
  }
}
