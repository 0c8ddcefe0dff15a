import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ServerSession } from '../core/server-session';
import { NAVIGATION } from '../navigation';
import { PageHeader } from '../ui/page-header';

/** The first page after signing in: what this person can do here. */
@Component({
  selector: 'dps-home',
  imports: [PageHeader, RouterLink],
  host: { class: 'dps-page' },
  template: `
    <dps-page-header [caption]="organisation()?.name" [heading]="'Hello, ' + user()?.name" />
    @if (links().length > 0) {
      <h2 class="govuk-heading-m">What you can do</h2>
      <ul class="govuk-list govuk-list--spaced">
        @for (link of links(); track link.path) {
          <li>
            <a class="govuk-link" [routerLink]="link.path">{{ link.label }}</a>
          </li>
        }
      </ul>
    } @else {
      <p class="govuk-body">
        Your account has no role yet. Ask the administrator of your organisation to give you one.
      </p>
    }
  `,
})
export class Home {
  private readonly session = inject(ServerSession);

  protected readonly user = this.session.user;
  protected readonly organisation = this.session.organisation;
  protected readonly links = computed(() =>
    NAVIGATION.filter((link) => link.anyOf.some((name) => this.session.may(name))),
  );
}
