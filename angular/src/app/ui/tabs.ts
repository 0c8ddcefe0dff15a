import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TabLink } from './parts';

/** Views of one list or one object, each with an address of its own. */
@Component({
  selector: 'dps-tabs',
  imports: [RouterLink],
  template: `
    <nav class="dps-tabs" [attr.aria-label]="label()">
      <ul>
        @for (tab of tabs(); track tab.label) {
          <li>
            <a [routerLink]="tab.link" [queryParams]="tab.query" [attr.aria-current]="tab.active ? 'page' : null">
              <span>{{ tab.label }}</span>
              @if (tab.count !== undefined) {
                <span class="dps-count">{{ tab.count }}</span>
              }
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
})
export class Tabs {
  readonly tabs = input.required<readonly TabLink[]>();
  readonly label = input.required<string>();
}
