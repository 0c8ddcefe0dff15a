import { booleanAttribute, Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TrainingMatrixDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { ScrollX } from '../../../ui/scroll-x';
import { UkDate } from '../../../ui/uk-date';
import { isBelowPass, periodOf, TOPICS, TRAINING_STATUSES } from '../topics';

/** People by topics, each cell a state and its day; on a phone a card for each person, first with what is missing. */
@Component({
  selector: 'dps-training-matrix',
  imports: [GovukButton, RouterLink, ScrollX, UkDate],
  templateUrl: './training-matrix.html',
  styleUrl: './training-matrix.scss',
})
export class TrainingMatrix {
  readonly matrix = input.required<TrainingMatrixDto>();
  /** Each name leads to the page where the provider changes the person. */
  readonly linked = input(false, { transform: booleanAttribute });

  /** Of the cards: sixteen topics a person are far to scroll. The table shows them all anyway. */
  protected readonly every = signal(false);
  protected readonly topics = TOPICS;
  protected readonly statuses = TRAINING_STATUSES;
  protected readonly periodOf = periodOf;
  protected readonly isBelowPass = isBelowPass;
}
