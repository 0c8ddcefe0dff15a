import { Component, input, ViewEncapsulation } from '@angular/core';
import { ApplicationDto } from '../../proxy/models';
import { ProgressPage } from './progress-page/progress-page';
import { TaskListPage } from './task-list-page/task-list-page';

/** A draft is a list of tasks; after submission it is the way through the stages. */
@Component({
  selector: 'dps-application-page',
  imports: [ProgressPage, TaskListPage],
  styleUrl: './application-page.scss',
  encapsulation: ViewEncapsulation.None,
  template: `
    @if (application().membership === 'Draft') {
      <dps-task-list-page [application]="application()" />
    } @else {
      <dps-progress-page [application]="application()" />
    }
  `,
})
export class ApplicationPage {
  readonly application = input.required<ApplicationDto>();
}
