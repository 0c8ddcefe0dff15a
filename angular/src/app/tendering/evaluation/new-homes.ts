import { Component, computed, input, output } from '@angular/core';
import { EvaluationDto } from '../../proxy/models';
import { NewHome } from './new-home';

/** Homes that the council has not used as far as the portal knows, and those that it says it has. */
@Component({
  selector: 'dps-new-homes',
  imports: [NewHome],
  template: `
    @if (bids().length > 0) {
      <section class="dps-card" aria-labelledby="new-homes">
        <h2 class="dps-card__heading" id="new-homes">Homes new to your council</h2>
        <p class="dps-meta">
          An award for a home that you have not used needs references from two other authorities, none older than 12
          months.
          @if (evaluation().permittedTriggers.includes('RecordEarlierUse')) {
            If you used it before this portal, record that: whoever approves the award confirms it.
          }
        </p>
        <ul class="homes">
          @for (bid of bids(); track bid.bidId) {
            <li>
              <dps-new-home
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
  `,
  styles: `
    :host {
      display: block;
      margin-top: 16px;

      &:empty {
        display: none;
      }
    }

    .homes {
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
export class NewHomes {
  readonly evaluation = input.required<EvaluationDto>();
  readonly changed = output<EvaluationDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly bids = computed(() =>
    this.evaluation().bids.filter(({ homeNeedsReferences, earlierUse }) => homeNeedsReferences || earlierUse),
  );
}
