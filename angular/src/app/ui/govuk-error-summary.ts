import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
} from '@angular/core';
import { PageTitle } from '../core/page-title';
import { Problem } from '../core/problem';
import { ErrorLine, FormContext } from './govuk-form';

/** Stands at the top of the page, above the heading. Takes the focus whenever a submission was refused. */
@Component({
  selector: 'govuk-error-summary',
  template: `
    @if (lines().length > 0) {
      <div class="govuk-error-summary" tabindex="-1">
        <div role="alert">
          <h2 class="govuk-error-summary__title">There is a problem</h2>
          <ul class="govuk-list govuk-error-summary__list">
            @for (line of lines(); track $index) {
              <li>
                @if (line.target) {
                  <a [href]="'#' + line.target" (click)="go($event, line.target)">{{ line.text }}</a>
                } @else {
                  {{ line.text }}
                }
              </li>
            }
          </ul>
        </div>
      </div>
    }
  `,
})
export class GovukErrorSummary {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly title = inject(PageTitle);

  readonly form = input<FormContext>();
  /** A refusal without a form: the answer to a button. */
  readonly problem = input<Problem>();

  protected readonly lines = computed<readonly ErrorLine[]>(() => [
    ...(this.form()?.lines() ?? []),
    ...this.problemLines(),
  ]);

  private readonly problemLines = computed<readonly ErrorLine[]>(() => {
    const problem = this.problem();
    if (!problem) return [];

    const texts = Object.values(problem.errors).flat();
    return (texts.length > 0 ? texts : [problem.detail]).map((text) => ({ text }));
  });

  constructor() {
    effect(() => this.title.markError(this.lines().length > 0));
    effect(() => {
      const refused = (this.form()?.attempts() ?? 0) > 0 || this.problem() !== undefined;
      if (refused) afterNextRender(() => this.focus(), { injector: this.injector });
    });
    inject(DestroyRef).onDestroy(() => this.title.markError(false));
  }

  protected go(event: Event, target: string): void {
    event.preventDefault();
    const control = this.host.nativeElement.ownerDocument.getElementById(target);
    const group = control?.closest('.govuk-form-group') ?? control;
    group?.scrollIntoView();
    control?.focus({ preventScroll: true });
  }

  private focus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('.govuk-error-summary')?.focus();
  }
}
