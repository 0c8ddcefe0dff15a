import { Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ServerSession } from '../../core/server-session';
import { UkDate } from '../../ui/uk-date';
import { CallOffs } from '../call-offs';

/** The placement that came of an awarded call-off. */
@Component({
  selector: 'dps-placement-link',
  imports: [RouterLink, UkDate],
  template: `
    @if (mayRead) {
      <p>
        @if (placement.hasValue()) {
          <a class="govuk-link dps-whole" [routerLink]="['/placements', placement.value().id]"
            >Placement {{ placement.value().reference }}</a
          >, from {{ placement.value().startsOn | ukDate }}
        } @else if (placement.isLoading()) {
          <span class="dps-meta">The placement is being made</span>
        } @else {
          <a class="govuk-link" routerLink="/placements">Placements</a>
        }
      </p>
    }
  `,
})
export class PlacementLink {
  private readonly callOffs = inject(CallOffs);

  readonly callOffId = input.required<string>();

  protected readonly mayRead = inject(ServerSession).may('Placements.View');
  /** The outbox makes it within seconds; after that the list has it. */
  protected readonly placement = resource({
    params: () => (this.mayRead ? this.callOffId() : undefined),
    loader: async ({ params, abortSignal }) => {
      for (let tries = 0; tries < 12 && !abortSignal.aborted; tries++) {
        const found = await this.callOffs.placementOf(params);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
      return undefined;
    },
  });
}
