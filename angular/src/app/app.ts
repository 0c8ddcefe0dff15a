import { Component, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { NavigationFocus } from './core/navigation-focus';
import { ServerSession } from './core/server-session';
import { StepUp } from './core/step-up';
import { ALONE, NAVIGATION } from './navigation';
import { Shell } from './ui/shell';
import { StepUpDialog } from './ui/step-up-dialog';

@Component({
  selector: 'dps-root',
  imports: [RouterOutlet, Shell, StepUpDialog],
  template: `
    <dps-shell [navigation]="navigation" [alone]="alone" (signOut)="signOut()"><router-outlet /></dps-shell>
    @if (stepUp.isAsked()) {
      @defer (on immediate) {
        <dps-step-up-dialog />
      }
    }
  `,
})
export class App {
  private readonly session = inject(ServerSession);
  private readonly router = inject(Router);

  protected readonly stepUp = inject(StepUp);
  protected readonly navigation = NAVIGATION;
  protected readonly alone = ALONE;

  constructor() {
    inject(NavigationFocus).start();
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
