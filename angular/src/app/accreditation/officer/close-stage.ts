import { HttpClient, HttpContext } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { Observable } from 'rxjs';
import { UnsavedWork } from '../../core/unsaved-work';
import { ApplicationDto, CloseStageDto } from '../../proxy/models';
import { StrictHttpResponse } from '../../proxy/strict-http-response';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { NewerVersion } from './newer-version';
import { OpenApplication } from './open-application';

type Close = (
  http: HttpClient,
  rootUrl: string,
  params: { id: string; body: CloseStageDto },
  context?: HttpContext,
) => Observable<StrictHttpResponse<ApplicationDto>>;

/** Passed or not, with reasons: the end of a stage. The provider is told. */
@Component({
  selector: 'dps-close-stage',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukRadios, GovukTextarea, NewerVersion],
  template: `
    <govuk-error-summary [form]="form" />
    <section class="dps-card dps-card--lead">
      <h2 class="dps-card__heading">{{ heading() }}</h2>
      <form [govukForm]="form">
        <govuk-radios [field]="form.tree.outcome" legend="Result of the stage" layout="cards" [choices]="choices()" />
        <govuk-textarea [field]="form.tree.reasons" label="Reasons, in the words the provider will read" [rows]="4" />
        <dps-newer-version [problem]="form.problem()" />
        <button type="submit" govukButton [busy]="form.busy()">Close the stage</button>
      </form>
    </section>
  `,
})
export class CloseStage {
  private readonly open = inject(OpenApplication);

  readonly heading = input.required<string>();
  readonly passed = input.required<string>();
  readonly failed = input.required<string>();
  readonly passedHint = input<string>();
  readonly failedHint = input<string>();
  readonly close = input.required<Close>();

  protected readonly choices = computed(() => [
    { value: 'passed', label: this.passed(), hint: this.passedHint() },
    { value: 'failed', label: this.failed(), hint: this.failedHint() },
  ]);

  protected readonly form = govukForm(
    signal({ outcome: '', reasons: '' }),
    (path) => {
      required(path.outcome, { message: 'Choose the result of the stage' });
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
    },
    {
      save: ({ outcome, reasons }) => this.open.send(this.close(), { passed: outcome === 'passed', reasons }),
      fieldNames: { passed: 'outcome' },
      idPrefix: 'close',
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().reasons.trim() !== '');
  }
}
