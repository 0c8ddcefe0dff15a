import { Component, effect, inject } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { nextStepOf } from './next-step';
import { OpenApplication } from './open-application';

/** An application without a tab in its address opens where its next step is done. */
@Component({ selector: 'dps-next-tab', template: '' })
export class NextTab {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly open = inject(OpenApplication);

  constructor() {
    effect(() => {
      const application = this.open.current();
      if (!application) return;

      const commands = ['..', nextStepOf(application).tab];
      void this.router.navigate(commands, { relativeTo: this.route, replaceUrl: true });
    });
  }
}
