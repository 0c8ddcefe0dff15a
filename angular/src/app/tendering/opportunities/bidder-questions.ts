import {
  afterNextRender,
  Component,
  DOCUMENT,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { problemOf } from '../../core/problem';
import { UnsavedWork } from '../../core/unsaved-work';
import { OpportunityDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { UkDateTime } from '../../ui/uk-date-time';
import { isOvertaken } from '../errors';
import { Opportunities } from '../opportunities';

const LONGEST_QUESTION = 1000;

/** What bidders asked and everybody was answered, and a question of one's own. */
@Component({
  selector: 'dps-bidder-questions',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, UkDateTime],
  template: `
    @let it = need();
    <h2 class="govuk-heading-m" tabindex="-1">Questions and answers</h2>
    <p>Everybody invited reads each question with its answer. Nobody, the council included, is told who asked.</p>
    @if (it.questions.length > 0) {
      <ul>
        @for (question of it.questions; track question.id) {
          <li>
            <p class="asked">{{ question.text }}</p>
            @if (question.answer) {
              <p class="answer">{{ question.answer }}</p>
              <p class="dps-meta">
                Answered on {{ question.answeredAt | ukDateTime }}{{ question.material ? '. The deadline moved' : '' }}
              </p>
            } @else {
              <p class="dps-meta">
                You asked on {{ question.askedAt | ukDateTime }}.
                {{ it.open ? 'Not answered yet' : 'It was not answered before the deadline' }}
              </p>
            }
          </li>
        }
      </ul>
    }
    @if (asking() && it.open) {
      <govuk-error-summary [form]="form" />
      <form [govukForm]="form">
        <govuk-textarea
          [field]="form.tree.text"
          label="Your question"
          hint="Do not name your organisation or a home, and do not ask who the young person is."
          [rows]="3"
        />
        <div class="govuk-button-group">
          <button type="submit" govukButton [busy]="form.busy()">Send the question</button>
          <button type="button" govukButton="secondary" (click)="asking.set(false)">Not now</button>
        </div>
      </form>
    } @else if (it.mayAsk) {
      <button type="button" govukButton="secondary" small (click)="begin()">Ask a question</button>
      <p class="dps-meta govuk-!-margin-top-1">Until {{ it.questionsUntil | ukDateTime }}.</p>
    } @else if (it.open) {
      <p class="dps-meta">Questions could be asked until {{ it.questionsUntil | ukDateTime }}.</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    ul {
      margin: 0 0 16px;
      padding: 0;
      list-style: none;
    }

    li {
      padding: 12px 0;
      border-top: 1px solid var(--line);
    }

    li p {
      margin: 0 0 4px;
      overflow-wrap: anywhere;
    }

    .asked {
      font-weight: 650;
      white-space: pre-line;
    }

    .answer {
      white-space: pre-line;
    }
  `,
})
export class BidderQuestions {
  private readonly opportunities = inject(Opportunities);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly need = input.required<OpportunityDto>();
  readonly asked = output<OpportunityDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly asking = signal(false);
  protected readonly form = govukForm(
    signal({ text: '' }),
    (path) => needed(path.text, 'Enter your question', LONGEST_QUESTION),
    {
      idPrefix: 'question',
      save: async ({ text }) => {
        try {
          const need = await this.opportunities.ask(this.need().callOffId, text.trim());
          this.form.model.set({ text: '' });
          this.asking.set(false);
          this.asked.emit(need);
          this.host.nativeElement.querySelector('h2')?.focus();
        } catch (error) {
          if (isOvertaken(problemOf(error))) this.overtaken.emit();
          throw error;
        }
      },
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().text.trim() !== '');
  }

  protected begin(): void {
    this.asking.set(true);
    afterNextRender(() => this.document.getElementById(this.form.idOf('text'))?.focus(), { injector: this.injector });
  }
}
