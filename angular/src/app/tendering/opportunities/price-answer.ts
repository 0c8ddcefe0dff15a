import { Component, ElementRef, Injector, afterNextRender, inject, input, output, signal } from '@angular/core';
import { problemOf } from '../../core/problem';
import { UnsavedWork } from '../../core/unsaved-work';
import { BidderPriceQuestionDto, OpportunityDto } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { UkDateTime } from '../../ui/uk-date-time';
import { isOvertaken } from '../errors';
import { Opportunities } from '../opportunities';
import { NewerVersion } from '../parts/newer-version';

const LONGEST_ANSWER = 4000;

/** What the council asks about the price of this provider's bid, and its answer, given once. */
@Component({
  selector: 'dps-price-answer',
  imports: [
    Countdown,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukNotificationBanner,
    GovukTextarea,
    NewerVersion,
    UkDateTime,
  ],
  // What was sent is read where the form stood.
  host: { tabindex: '-1' },
  templateUrl: './price-answer.html',
  styles: `
    :host {
      display: block;
      max-width: 60rem;
    }

    .quoted {
      margin: 4px 0 12px;
      padding-left: 14px;
      border-left: 4px solid var(--line-strong);
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class PriceAnswer {
  private readonly opportunities = inject(Opportunities);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  readonly callOffId = input.required<string>();
  readonly authority = input.required<string>();
  readonly question = input.required<BidderPriceQuestionDto>();
  readonly mayAnswer = input.required<boolean>();
  readonly answered = output<OpportunityDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly form = govukForm(
    signal({ answer: '' }),
    (path) => needed(path.answer, 'Enter your answer', LONGEST_ANSWER),
    {
      idPrefix: 'price',
      save: async ({ answer }) => {
        try {
          const need = await this.opportunities.answerPrice(this.callOffId(), answer.trim(), this.question().version);
          this.form.model.set({ answer: '' });
          this.answered.emit(need);
          afterNextRender(() => this.host.nativeElement.focus(), { injector: this.injector });
        } catch (error) {
          if (isOvertaken(problemOf(error))) this.overtaken.emit();
          throw error;
        }
      },
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().answer.trim() !== '');
  }
}
