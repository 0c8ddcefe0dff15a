import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { applyWhen, required, validate } from '@angular/forms/signals';
import { problemOf } from '../../core/problem';
import { UnsavedWork } from '../../core/unsaved-work';
import { CallOffDto, QuestionDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { formatDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NewerVersion } from '../parts/newer-version';
import { instantTyped } from './call-off-value';
import { errorOf, extensionError, extensionFrom } from './extension-value';

const LONGEST_ANSWER = 2000;

let forms = 0;

/** What everybody who was invited is answered, and the later deadline that goes with a material answer. */
@Component({
  selector: 'dps-answer-question',
  imports: [
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukRadios,
    GovukTextarea,
    NewerVersion,
  ],
  template: `
    <govuk-error-summary [form]="form" />
    <dps-newer-version
      [problem]="form.problem()"
      text="Somebody changed something meanwhile. Your answer stays."
      (loadNewer)="form.clear(); overtaken.emit()"
    />
    <form [govukForm]="form">
      <govuk-textarea
        [field]="form.tree.answer"
        label="Answer to everybody invited"
        hint="All of them read it with the question. Nothing about the young person beyond the need."
        [rows]="4"
      />
      <govuk-radios
        [field]="form.tree.material"
        legend="Does the answer change what bids would say?"
        layout="small"
        [choices]="choices()"
      />
      @if (form.model().material === 'yes') {
        <div class="when">
          <govuk-date-input [field]="form.tree.date" legend="New deadline" />
          <govuk-input [field]="form.tree.time" label="Time" hint="24-hour clock, London" [width]="5" />
        </div>
      }
      <div class="govuk-button-group">
        <button type="submit" govukButton [busy]="form.busy()">Send the answer</button>
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
export class AnswerQuestion {
  private readonly callOffs = inject(CallOffs);
  private readonly document = inject(DOCUMENT);

  readonly callOff = input.required<CallOffDto>();
  readonly question = input.required<QuestionDto>();
  readonly answered = output<CallOffDto>();
  readonly closed = output<void>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  private readonly earliest = computed(() => this.callOff().earliestExtension ?? this.callOff().deadline);
  protected readonly choices = computed(() => [
    { value: 'no', label: 'No', hint: 'The deadline stays.' },
    {
      value: 'yes',
      label: 'Yes',
      hint: `Bidders get more time: a new deadline, ${formatDateTime(this.earliest())} or later.`,
    },
  ]);

  protected readonly form = govukForm(
    signal({ answer: '', material: '', ...extensionFrom(new Date(0).toISOString()) }),
    (path) => {
      needed(path.answer, 'Enter your answer', LONGEST_ANSWER);
      required(path.material, { message: 'Say whether it changes what bids would say' });
      applyWhen(
        path,
        ({ valueOf }) => valueOf(path.material) === 'yes',
        (material) => {
          validate(material.date, ({ value, valueOf }) => this.at('date', value(), valueOf(path.time)));
          validate(material.time, ({ value, valueOf }) => this.at('time', valueOf(path.date), value()));
        },
      );
    },
    {
      idPrefix: `answer-${++forms}`,
      fieldNames: { deadline: 'date' },
      save: async ({ answer, material, date, time }) => {
        try {
          this.answered.emit(
            await this.callOffs.answerQuestion(this.callOff().id, this.question().id, {
              answer: answer.trim(),
              material: material === 'yes',
              deadline: material === 'yes' ? instantTyped({ date, time }) : null,
              version: this.question().version,
            }),
          );
        } catch (error) {
          if (isOvertaken(problemOf(error))) this.overtaken.emit();
          throw error;
        }
      },
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().answer.trim() !== '');
    afterNextRender(() => {
      const start = extensionFrom(untracked(this.earliest));
      this.form.model.update((value) => ({ ...value, ...start }));
      // The button that opened the form is gone, and the focus with it.
      this.document.getElementById(this.form.idOf('answer'))?.focus();
    });
  }

  private at(field: 'date' | 'time', date: Parameters<typeof extensionError>[0]['date'], time: string) {
    const words = `Choose ${formatDateTime(this.earliest())} or later`;
    return errorOf(extensionError({ date, time }, this.earliest(), words), field);
  }
}
