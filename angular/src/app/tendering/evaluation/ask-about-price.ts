import { afterNextRender, Component, inject, input, output, signal, untracked } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { UnsavedWork } from '../../core/unsaved-work';
import { EvaluationDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NewerVersion } from '../parts/newer-version';
import { instantTyped } from '../call-offs/call-off-value';
import { errorOf } from '../call-offs/extension-value';
import { answerByError, AskValue, LONGEST_QUESTION, newAsk } from './price-question-value';

let forms = 0;

/** What an officer asks one bidder about its price, and by when it is to answer. */
@Component({
  selector: 'dps-ask-about-price',
  imports: [
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukTextarea,
    NewerVersion,
  ],
  template: `
    <govuk-error-summary [form]="form" />
    <dps-newer-version
      [problem]="form.problem()"
      text="Somebody changed something meanwhile. Your question stays."
      (loadNewer)="form.clear(); overtaken.emit()"
    />
    <form [govukForm]="form">
      <govuk-textarea
        [field]="form.tree.question"
        label="What do you ask about this price?"
        hint="Only this bidder reads it. Nothing about the young person or other bids."
        [rows]="3"
      />
      <div class="when">
        <govuk-date-input [field]="form.tree.date" legend="Answer by" />
        <govuk-input [field]="form.tree.time" label="Time" hint="24-hour clock, like 12:00" [width]="5" />
      </div>
      <p class="dps-meta govuk-!-margin-bottom-3">London time, at least an hour from now and within 14 days.</p>
      <div class="govuk-button-group">
        <button type="submit" govukButton [busy]="form.busy()">Send the question</button>
        <button type="button" govukButton="secondary" (click)="closed.emit()">Not now</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 44rem;
      margin-top: 12px;
    }

    .when {
      display: flex;
      flex-wrap: wrap;
      gap: 0 32px;
      align-items: end;
    }
  `,
})
export class AskAboutPrice {
  private readonly callOffs = inject(CallOffs);

  readonly evaluation = input.required<EvaluationDto>();
  readonly bidId = input.required<string>();
  readonly asked = output<EvaluationDto>();
  readonly closed = output<void>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly form = govukForm(
    signal<AskValue>(newAsk(untracked(inject(ServerClock).now))),
    (path) => {
      needed(path.question, 'Enter your question', LONGEST_QUESTION);
      validate(path.date, ({ value, valueOf }) => errorOf(answerByError(value(), valueOf(path.time)), 'date'));
      validate(path.time, ({ value, valueOf }) => errorOf(answerByError(valueOf(path.date), value()), 'time'));
    },
    {
      idPrefix: `price-question-${++forms}`,
      fieldNames: { answerBy: 'date' },
      save: async (value) => {
        const { callOffId, version } = this.evaluation();
        try {
          this.asked.emit(
            await this.callOffs.askAboutPrice(
              callOffId,
              this.bidId(),
              value.question.trim(),
              instantTyped(value) ?? '',
              version,
            ),
          );
        } catch (error) {
          if (isOvertaken(problemOf(error))) this.overtaken.emit();
          throw error;
        }
      },
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().question.trim() !== '');
    // The button that opened the form is gone, and the focus with it.
    afterNextRender(() => document.getElementById(this.form.idOf('question'))?.focus());
  }
}
