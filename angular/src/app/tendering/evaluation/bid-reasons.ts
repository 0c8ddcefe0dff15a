import { Component, computed, input } from '@angular/core';
import { EvaluationDto } from '../../proxy/models';
import { GovukDetails } from '../../ui/details';
import { scoresOf } from './scores';

/** By criterion what each bidder answered and why it was scored so: for whoever words or approves an award. */
@Component({
  selector: 'dps-bid-reasons',
  imports: [GovukDetails],
  template: `
    <section class="dps-section" aria-labelledby="bid-reasons">
      <h2 class="govuk-heading-m" id="bid-reasons">Answers and reasons</h2>
      @for (criterion of criteria(); track criterion.id) {
        <govuk-details [summary]="criterion.name">
          @for (bid of criterion.bids; track bid.id) {
            <h3 class="govuk-heading-s">{{ bid.name }}</h3>
            <p class="govuk-body dps-typed">{{ bid.answer || 'No answer' }}</p>
            @if (bid.score; as score) {
              <p class="govuk-body dps-typed">
                <strong>Scored {{ score.score }}:</strong> {{ score.reason }}
                <span class="dps-meta">{{ score.scoredByName }}</span>
              </p>
            }
            @if (bid.alone) {
              <p class="govuk-body dps-meta">Alone: {{ bid.alone }}</p>
            }
          }
        </govuk-details>
      }
    </section>
  `,
})
export class BidReasons {
  readonly evaluation = input.required<EvaluationDto>();

  private readonly ranked = computed(() =>
    [...this.evaluation().bids].sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity)),
  );
  protected readonly criteria = computed(() =>
    this.evaluation().criteria.map(({ id, name }) => ({
      id,
      name,
      bids: this.ranked().map((bid) => ({
        id: bid.bidId,
        name: bid.providerName ?? bid.label,
        answer: bid.answers.find(({ criterionId }) => criterionId === id)?.text,
        score: bid.scores.find(({ criterionId }) => criterionId === id),
        alone: scoresOf(bid, { id })
          .map(({ evaluatorName, score }) => `${evaluatorName} ${score}`)
          .join(', '),
      })),
    })),
  );
}
