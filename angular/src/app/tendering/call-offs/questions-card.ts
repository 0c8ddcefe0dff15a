import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { ServerClock } from '../../core/server-clock';
import { CallOffDto, QuestionDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { Status } from '../../ui/status';
import { UkDateTime } from '../../ui/uk-date-time';
import { AnswerQuestion } from './answer-question';

/** What bidders asked, by nobody in particular, and what everybody was answered. */
@Component({
  selector: 'dps-questions-card',
  imports: [AnswerQuestion, GovukButton, Status, UkDateTime],
  template: `
    @let it = callOff();
    <section class="dps-card" aria-labelledby="questions" tabindex="-1">
      <div class="head">
        <h2 class="dps-card__heading" id="questions">Questions from bidders</h2>
        <span class="dps-meta">Everybody invited reads each answer. Nobody is told who asked.</span>
      </div>
      @if (it.questionsUntil; as until) {
        @if (it.state === 'Published') {
          <p class="dps-meta">
            {{ isPast(until) ? 'Questions could be asked until' : 'Questions are taken until' }}
            {{ until | ukDateTime }}.
          </p>
        }
      }
      <ul>
        @for (question of it.questions; track question.id) {
          <li>
            <p class="asked">{{ question.text }}</p>
            @if (question.answer) {
              <p class="answer">{{ question.answer }}</p>
              <p class="dps-meta">
                {{ question.answeredByName }} answered on {{ question.answeredAt | ukDateTime
                }}{{ question.material ? ' and moved the deadline' : '' }}
              </p>
            } @else {
              <p class="dps-meta">
                Asked on {{ question.askedAt | ukDateTime }}
                @if (!mayAnswer(question)) {
                  <dps-status
                    [text]="it.state === 'Published' ? 'Waits for an answer' : 'Not answered before the deadline'"
                    tone="warn"
                  />
                }
              </p>
              @if (answering() === question.id) {
                <dps-answer-question
                  [callOff]="it"
                  [question]="question"
                  (answered)="settle($event)"
                  (closed)="answering.set(undefined)"
                  (overtaken)="overtaken.emit()"
                />
              } @else if (mayAnswer(question)) {
                <button type="button" govukButton="secondary" small (click)="answering.set(question.id)">
                  Answer<span class="govuk-visually-hidden"> this question: {{ question.text }}</span>
                </button>
              }
            }
          </li>
        } @empty {
          <li>Nobody has asked anything.</li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 16px;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: baseline;

      h2 {
        margin: 0;
      }
    }

    ul {
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }

    li {
      padding: 12px 0;
      border-top: 1px solid var(--line);
    }

    li:last-child {
      padding-bottom: 0;
    }

    p {
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
export class QuestionsCard {
  private readonly clock = inject(ServerClock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly callOff = input.required<CallOffDto>();
  readonly changed = output<CallOffDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly answering = signal<string | undefined>(undefined);
  protected readonly mayAnswer = ({ permittedTriggers }: QuestionDto): boolean => permittedTriggers.includes('Answer');

  protected settle(callOff: CallOffDto): void {
    this.answering.set(undefined);
    this.changed.emit(callOff);
    this.host.nativeElement.querySelector<HTMLElement>('section')?.focus();
  }

  protected isPast(at: string): boolean {
    return Date.parse(at) <= this.clock.now();
  }
}
