import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { referenceGetList } from '../../../proxy/functions';
import { ReferenceDto, ReferencesDto } from '../../../proxy/models';
import { counted } from '../../../ui/counted';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { SummaryRow } from '../../../ui/parts';
import { Status } from '../../../ui/status';
import { GovukSummaryList } from '../../../ui/summary-list';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { referenceStatus } from '../../provider/references';
import { OpenApplication } from '../open-application';
import { CheckReference } from './check-reference';
import { checkWords, verdictsOn } from './reference-doubts';

/** What other authorities say of the provider; officers of the host authority alone read it. */
@Component({
  selector: 'dps-references-card',
  imports: [CheckReference, GovukButton, GovukErrorSummary, GovukSummaryList, Loading, Status, UkDate, UkDateTime],
  templateUrl: './references-card.html',
  styles: `
    :host {
      display: block;
    }

    .reference {
      padding: 16px 0;
      border-top: 1px solid var(--line);
    }

    .reference__head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: baseline;
      justify-content: space-between;
    }
  `,
})
export class ReferencesCard {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);

  protected readonly loaded = resource({
    params: () => this.open.application().id,
    loader: ({ params }) => this.api.invoke(referenceGetList, { id: params }),
  });
  protected readonly references = linkedSignal<ReferencesDto | undefined>(() =>
    this.loaded.hasValue() ? this.loaded.value() : undefined,
  );
  protected readonly problem = computed(() => (this.loaded.error() ? problemOf(this.loaded.error()) : undefined));
  /** The reference that is being checked. */
  protected readonly checking = signal<string | undefined>(undefined);
  protected readonly message = signal('');
  protected readonly statusOf = referenceStatus;
  protected readonly checkWords = checkWords;

  protected settle(references: ReferencesDto): void {
    this.references.set(references);
    this.checking.set(undefined);
    this.message.set('Saved.');
  }

  protected mayCheck(reference: ReferenceDto): boolean {
    return verdictsOn(reference).length > 0;
  }

  protected rowsOf({ answers }: ReferenceDto): SummaryRow[] {
    if (!answers) return [];

    const { years, placements } = answers;
    return [
      { key: 'Has used the provider', value: years === 0 ? 'Less than a year' : counted(years, 'year') },
      { key: 'Has placed', value: counted(placements, 'young person', 'young people') },
      { key: 'Would place again', value: answers.wouldPlaceAgain ? 'Yes' : 'No' },
      { key: 'Concerns', value: answers.hasConcerns ? (answers.concerns ?? 'Yes') : 'None' },
      ...(answers.comments ? [{ key: 'Also says', value: answers.comments }] : []),
      { key: 'Given by', value: `${answers.givenByName}, ${answers.givenByRole}` },
    ];
  }
}
