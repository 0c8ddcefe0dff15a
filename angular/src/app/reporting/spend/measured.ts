import { afterNextRender, DestroyRef, ElementRef, inject, Signal, signal } from '@angular/core';

/** The width of the component in CSS pixels, so that a chart is drawn at its size and its words stay legible. */
export function measuredWidth(before: number): Signal<number> {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  const width = signal(before);
  afterNextRender(() => {
    if (typeof ResizeObserver === 'undefined') return;

    const observer = new ResizeObserver(([entry]) => {
      const inner = Math.floor(entry?.contentRect.width ?? 0);
      if (inner > 0) width.set(inner);
    });
    observer.observe(host);
    destroyed.onDestroy(() => observer.disconnect());
  });
  return width.asReadonly();
}
