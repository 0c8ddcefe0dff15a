import { Component, computed, inject } from '@angular/core';
import { LotRateDto } from '../../../proxy/models';
import { Money } from '../../../ui/money';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { GovukSummaryList } from '../../../ui/summary-list';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { OpenApplication } from '../open-application';
import { ReferencesCard } from './references-card';
import {
  declarationRows,
  exclusionRows,
  lotsRows,
  ofstedRows,
  organisationRows,
  peopleRows,
} from './questionnaire-rows';
import { CATEGORIES, INSURANCES } from '../../provider/words';
import { SameAnswers } from '../same-answers';

/** What the provider answered, as it was submitted. */
@Component({
  selector: 'dps-questionnaire-tab',
  imports: [SameAnswers, GovukSummaryList, Money, ReferencesCard, ScrollX, Status, UkDate, UkDateTime],
  templateUrl: './questionnaire-tab.html',
  styleUrl: './questionnaire-tab.scss',
})
export class QuestionnaireTab {
  protected readonly open = inject(OpenApplication);
  private readonly answers = computed(() => this.open.application().answers);

  protected readonly categories = CATEGORIES;
  protected readonly policies = INSURANCES;

  protected readonly before = computed(() => [
    { heading: 'Organisation', rows: organisationRows(this.answers()) },
    { heading: 'Ofsted registration', rows: ofstedRows(this.answers()) },
    { heading: 'People', rows: peopleRows(this.answers()) },
    { heading: 'Exclusion grounds', rows: exclusionRows(this.answers()) },
  ]);
  protected readonly after = computed(() => [
    { heading: 'Lots and areas', rows: lotsRows(this.open.application()) },
    { heading: 'Declaration', rows: declarationRows(this.answers()) },
  ]);
  protected readonly insurance = computed(() => this.answers().insurance?.policies ?? []);
  protected readonly rates = computed(() =>
    (this.answers().rateCard?.rates ?? []).map((rate) => ({ rate, lot: this.lotOf(rate) })),
  );

  private lotOf(rate: LotRateDto): string {
    const lot = this.open.application().lots.find((each) => each.lotId === rate.lotId);
    return lot ? `${lot.number}. ${lot.name}` : 'Another lot';
  }
}
