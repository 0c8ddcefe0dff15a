import { booleanAttribute, Component, input } from '@angular/core';

/** Caption, heading and lead of a page. A status or buttons are projected: `<dps-status headerStatus/>`, `headerActions`. */
@Component({
  selector: 'dps-page-header',
  host: { class: 'dps-page-header' },
  template: `
    <div class="dps-page-header__text">
      <ng-content select="dps-breadcrumbs" />
      @if (caption()) {
        <p class="dps-caption">{{ caption() }}</p>
      }
      <div class="dps-page-header__title">
        <h1 [class]="officer() ? 'govuk-heading-l' : 'govuk-heading-xl'">{{ heading() }}</h1>
        <ng-content select="dps-status" />
      </div>
      @if (lead()) {
        <p class="dps-lead">{{ lead() }}</p>
      }
    </div>
    <div class="dps-page-header__actions"><ng-content /></div>
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly caption = input<string>();
  readonly lead = input<string>();
  /** Officers' pages have the smaller heading. */
  readonly officer = input(false, { transform: booleanAttribute });
}
