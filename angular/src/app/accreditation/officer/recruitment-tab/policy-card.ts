import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { policyGetOfApplication } from '../../../proxy/functions';
import { EmptyState } from '../../../ui/empty-state';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { namesOf, policyFactsOf } from '../../staff/policy-words';
import { PolicyTable } from '../../staff/policy-table/policy-table';

/** What the provider’s list of policies shows by itself to be wrong; each policy on demand. */
@Component({
  selector: 'dps-policy-card',
  imports: [EmptyState, FactStrip, GovukErrorSummary, Loading, PolicyTable],
  template: `
    <section class="dps-card policy-card" aria-labelledby="policies-heading">
      <h2 class="dps-card__heading" id="policies-heading">Policies</h2>
      @if (loaded.error(); as error) {
        <govuk-error-summary [problem]="problemOf(error)" />
      } @else if (list(); as read) {
        @if (none()) {
          <dps-empty-state heading="The provider has listed no policy yet">
            <p>Once it lists them, you see here who answers for each and which review is overdue.</p>
          </dps-empty-state>
        } @else {
          <dps-fact-strip [facts]="facts()" />
          <ul class="dps-list-plain policy-card__findings">
            @if (overdue().length > 0) {
              <li><strong>Review overdue:</strong> {{ overdue().join(', ') }}</li>
            }
            @if (missing().length > 0) {
              <li><strong>Not listed:</strong> {{ missing().join(', ') }}</li>
            }
            @if (overdue().length + missing().length === 0) {
              <li class="dps-meta">Every policy has an owner, and no review is overdue.</li>
            }
          </ul>
          <details class="govuk-details policy-card__all" (toggle)="opened.set(true)">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Every policy with its owner</span>
            </summary>
            @if (opened()) {
              <dps-policy-table [items]="read.items" />
            }
          </details>
        }
      } @else {
        <dps-loading text="Loading the policies" />
      }
    </section>
  `,
  styles: `
    .policy-card {
      min-height: 200px; // As tall as its start, so that the checklist below stays where it is.
      margin-bottom: 24px;
    }

    .policy-card__findings {
      margin-top: 16px;

      li + li {
        margin-top: 4px;
      }
    }

    .policy-card__all {
      margin: 12px 0 0;
    }

    dps-policy-table {
      display: block;
      margin-top: 12px;
    }
  `,
})
export class PolicyCard {
  private readonly api = inject(Api);

  readonly applicationId = input.required<string>();

  protected readonly problemOf = problemOf;
  protected readonly loaded = resource({
    params: () => this.applicationId(),
    loader: ({ params }) => this.api.invoke(policyGetOfApplication, { id: params }),
  });
  protected readonly list = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly none = computed(() => this.list()!.items.every(({ owner }) => owner === null));
  protected readonly facts = computed(() => policyFactsOf(this.list()!));
  protected readonly overdue = computed(() => namesOf(this.list()!.items, 'Overdue'));
  protected readonly missing = computed(() => namesOf(this.list()!.items, 'NotListed'));
  /** Twenty-five lines: drawn once somebody wants to see them. */
  protected readonly opened = signal(false);
}
