import { afterNextRender, DestroyRef, ElementRef, inject, Signal, signal } from '@angular/core';

/** Pixels of the text size that browsers start with. */
const ORDINARY_TEXT = 16;

/**
 * The width of the component in sixteenths of the reader's text size, so that a chart is drawn at its size, its words
 * stay legible, and both grow with the text.
 */
export function measuredWidth(before: number): Signal<number> {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  const width = signal(before);
  afterNextRender(() => {
    if (typeof ResizeObserver === 'undefined') return;

    const observer = new ResizeObserver(([entry]) => {
      const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / ORDINARY_TEXT || 1;
      const inner = Math.floor((entry?.contentRect.width ?? 0) / scale);
      if (inner > 0) width.set(inner);
    });
    observer.observe(host);
    destroyed.onDestroy(() => observer.disconnect());
  });
  return width.asReadonly();
}
