import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TaskRow } from './parts';
import { Status } from './status';

/** A numbered section of tasks: link, hint, status. A row without a link cannot start yet. */
@Component({
  selector: 'govuk-task-list',
  imports: [RouterLink, Status],
  template: `
    <h2 class="dps-task-heading">
      @if (number()) {
        <span class="dps-task-heading__number">{{ number() }}</span>
      }
      {{ heading() }}
    </h2>
    <ul class="govuk-task-list dps-task-list">
      @for (row of rows(); track row.title; let index = $index) {
        @let id = listId() + '-' + index;
        <li class="govuk-task-list__item" [class.govuk-task-list__item--with-link]="row.link">
          <div class="govuk-task-list__name-and-hint">
            @if (row.link) {
              <a class="govuk-link govuk-task-list__link" [routerLink]="row.link" [attr.aria-describedby]="id">{{
                row.title
              }}</a>
            } @else {
              <div class="dps-task-waiting">{{ row.title }}</div>
            }
            @if (row.hint) {
              <div class="govuk-task-list__hint">{{ row.hint }}</div>
            }
          </div>
          <div class="govuk-task-list__status" [id]="id"><dps-status [text]="row.status" [tone]="row.tone" /></div>
        </li>
      }
    </ul>
  `,
})
export class GovukTaskList {
  readonly heading = input.required<string>();
  readonly rows = input.required<readonly TaskRow[]>();
  readonly number = input<number>();
  /** Unique on the page. */
  readonly listId = input.required<string>();
}
