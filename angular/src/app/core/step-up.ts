import { Injectable, signal } from '@angular/core';

/** The code of a refusal that a fresh proof of who one is would lift. */
export const STEP_UP_REQUIRED = 'Organisations:StepUpRequired';

/** The code of a refusal that only setting up a second step lifts. */
export const SECOND_FACTOR_REQUIRED = 'Organisations:SecondFactorRequired';

/** Lets a refused call wait while the person proves again who they are; the dialog of the application asks. */
@Injectable({ providedIn: 'root' })
export class StepUp {
  private waiting: ((proved: boolean) => void)[] = [];
  private readonly open = signal(false);

  readonly isAsked = this.open.asReadonly();

  /** True once the server has taken the proof; false when the person gave up. */
  ask(): Promise<boolean> {
    this.open.set(true);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  answer(proved: boolean): void {
    this.open.set(false);
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((resolve) => resolve(proved));
  }
}
