import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { ServerSession } from '../../core/server-session';

/** Where a person goes who has set something up: on to their work if they had to, else back to the account. */
@Injectable({ providedIn: 'root' })
export class AfterAdding {
  private readonly session = inject(ServerSession);
  private readonly router = inject(Router);

  /** @returns whether the portal had asked for it. */
  async note(): Promise<boolean> {
    const hadTo = this.session.mustSetUpSecondFactor();
    await this.session.refresh();
    return hadTo;
  }

  goOn(hadTo: boolean): Promise<boolean> {
    return this.router.navigateByUrl(hadTo ? '/' : '/account');
  }
}
