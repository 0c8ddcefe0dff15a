import { Component, computed, input, output } from '@angular/core';
import { EvaluatedBidDto, EvaluationDto } from '../../proxy/models';
import { GovukDetails } from '../../ui/details';
import { PriceQuestion } from './price-question';

/** The prices that look low or were asked about; any other may be asked about as well. */
@Component({
  selector: 'dps-price-questions',
  imports: [GovukDetails, PriceQuestion],
  template: `
    @if (part() === 'seen' && shown().length > 0) {
      <section class="dps-card" aria-labelledby="low-prices">
        <h2 class="dps-card__heading" id="low-prices">{{ heading() }}</h2>
        @if (mayAsk()) {
          <p class="dps-meta">
            A hint that decides nothing. Ask the bidder first: once it has answered, or let the time pass, you may
            reject its price.
          </p>
        }
        <ul class="prices">
          @for (bid of shown(); track bid.bidId) {
            <li>
              <dps-price-question
                [evaluation]="evaluation()"
                [bid]="bid"
                (changed)="changed.emit($event)"
                (overtaken)="overtaken.emit()"
              />
            </li>
          }
        </ul>
      </section>
    }
    @if (part() === 'others' && mayAsk() && others().length > 0) {
      <govuk-details summary="Ask a bidder about its price">
        <p>
          For a price that looks too low to be kept, or mistaken. Nothing is awarded before the bidder has answered.
        </p>
        <ul class="prices">
          @for (bid of others(); track bid.bidId) {
            <li>
              <dps-price-question
                [evaluation]="evaluation()"
                [bid]="bid"
                (changed)="changed.emit($event)"
                (overtaken)="overtaken.emit()"
              />
            </li>
          }
        </ul>
      </govuk-details>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 16px;

      &:empty {
        display: none;
      }
    }

    govuk-details {
      display: block;
      margin-top: 16px;
    }

    .prices {
      margin: 12px 0 0;
      padding: 0;
      list-style: none;

      > li {
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }

      > li:last-child {
        padding-bottom: 0;
      }
    }
  `,
})
export class PriceQuestions {
  readonly evaluation = input.required<EvaluationDto>();
  /** The prices to look at before an award is begun, or all others. */
  readonly part = input.required<'seen' | 'others'>();
  readonly changed = output<EvaluationDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly mayAsk = computed(() => this.evaluation().permittedTriggers.includes('QuestionPrice'));
  protected readonly shown = computed(() => this.evaluation().bids.filter(isToBeSeen));
  protected readonly heading = computed(() =>
    this.shown().some(({ priceSign }) => priceSign) ? 'Prices that look low' : 'Prices that were asked about',
  );
  protected readonly others = computed(() =>
    this.evaluation().bids.filter((bid) => !isToBeSeen(bid) && bid.rank !== null && bid.rank !== undefined),
  );
}

const isToBeSeen = ({ priceSign, priceQuestion }: EvaluatedBidDto): boolean => !!priceSign || !!priceQuestion;
