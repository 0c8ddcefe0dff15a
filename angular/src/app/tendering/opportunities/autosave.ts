import { signal } from '@angular/core';

/** Milliseconds from the first unsaved change to the call that saves it; further typing does not put it off. */
const DELAY = 2000;

/**
 * Saves a moment after a change, one call at a time. What changes during a call goes with the next one. A refused
 * call is not repeated by itself: the next change, or `flush`, tries again.
 */
export class Autosave {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | undefined;
  private isDirty = false;

  readonly saving = signal(false);
  readonly unsaved = signal(false);

  /** @param send Resolves to false when it was refused. Must not reject. */
  constructor(private readonly send: () => Promise<boolean>) {}

  changed(): void {
    this.isDirty = true;
    this.unsaved.set(true);
    this.schedule();
  }

  /** Saves at once what is unsaved; true when all is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.running && !(await this.running)) return false;

    return this.isDirty ? this.run() : true;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(): void {
    if (this.timer !== undefined || this.running) return;

    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, DELAY);
  }

  private run(): Promise<boolean> {
    this.isDirty = false;
    this.saving.set(true);
    this.running = this.send().then((saved) => {
      this.running = undefined;
      this.saving.set(false);
      if (saved && this.isDirty) this.schedule();
      if (!saved) this.isDirty = true;
      this.unsaved.set(this.isDirty);
      return saved;
    });
    return this.running;
  }
}
