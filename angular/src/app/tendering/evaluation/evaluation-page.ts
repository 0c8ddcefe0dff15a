import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../core/page-title';
import { Problem, problemOf } from '../../core/problem';
import { CallOffDto, EvaluationDto } from '../../proxy/models';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { FactStrip } from '../../ui/fact-strip';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Fact } from '../../ui/parts';
import { Status } from '../../ui/status';
import { formatDate } from '../../ui/uk-date';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { CALL_OFF_STATES, hoursInWords, needInWords, weeksInWords } from '../words';
import { AwardPanel } from './award-panel';
import { BidReasons } from './bid-reasons';
import { DraftLetters } from './draft-letters';
import { EvaluatorsCard } from './evaluators-card';
import { NewHomes } from './new-homes';
import { PriceQuestions } from './price-questions';
import { Ranking } from './ranking';
import { isAgreeing, scoreOf } from './scores';
import { Scoring } from './scoring';

const LOCKED = ['Moderated', 'AwardProposed', 'Awarded'];

/** From the declaration of conflicts to the award. Names and prices come only once quality is locked. */
@Component({
  selector: 'dps-evaluation-page',
  imports: [
    AwardPanel,
    BidReasons,
    Breadcrumbs,
    DraftLetters,
    EvaluatorsCard,
    FactStrip,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    Loading,
    NewHomes,
    PageHeader,
    PriceQuestions,
    Ranking,
    RouterLink,
    Scoring,
    Status,
  ],
  host: { class: 'dps-page dps-page--officer', '(window:focus)': 'look()' },
  templateUrl: './evaluation-page.html',
  styleUrl: './evaluation-page.scss',
})
export class EvaluationPage {
  private readonly callOffs = inject(CallOffs);
  private readonly title = inject(PageTitle);

  readonly id = input.required<string>();

  protected readonly callOff = resource({
    params: () => this.id(),
    loader: ({ params }) => this.callOffs.get(params),
  });
  protected readonly evaluation = resource({
    params: () => this.id(),
    loader: ({ params }) => this.callOffs.evaluation(params),
  });
  protected readonly problem = linkedSignal<Problem | undefined>(() => {
    const error = this.callOff.error() ?? this.evaluation.error();
    return error ? problemOf(error) : undefined;
  });
  protected readonly states = CALL_OFF_STATES;
  protected readonly isLocked = computed(
    () => this.evaluation.hasValue() && LOCKED.includes(this.evaluation.value().state),
  );
  protected readonly heading = computed(() => {
    const it = this.callOff.hasValue() ? this.callOff.value() : undefined;
    return it ? needInWords(it.needs.ageBand, it.needs.preferredAreas) : 'Evaluation';
  });
  protected readonly facts = computed<readonly Fact[]>(() =>
    this.evaluation.hasValue() && this.callOff.hasValue()
      ? factsOf(this.evaluation.value(), this.callOff.value(), this.isLocked())
      : [],
  );
  protected readonly answers = [
    { value: 'no', label: 'No, I have no conflict' },
    { value: 'yes', label: 'Yes, or I am not sure', hint: 'You then take no part in this call-off' },
  ];

  protected readonly declaration = govukForm(
    signal({ hasConflict: '', details: '' }),
    (path) => required(path.hasConflict, { message: 'Say whether you have a conflict of interest' }),
    {
      save: async ({ hasConflict, details }) => {
        this.evaluation.set(await this.callOffs.declare(this.id(), hasConflict === 'yes', details));
        // Who wins, and why, is told from now on.
        this.callOff.reload();
      },
    },
  );

  constructor() {
    effect(() => {
      if (this.callOff.hasValue()) this.title.set(`Evaluation of ${this.callOff.value().reference}`);
    });
  }

  protected changed(evaluation: EvaluationDto): void {
    const moved = this.evaluation.hasValue() && this.evaluation.value().state !== evaluation.state;
    this.problem.set(undefined);
    this.evaluation.set(evaluation);
    if (moved) this.callOff.reload();
  }

  protected refuse(problem: Problem): void {
    if (isOvertaken(problem)) this.reload();
    this.problem.set(problem);
  }

  /** Whoever comes back to the page while colleagues score or agree sees how far they are. */
  protected async look(): Promise<void> {
    if (this.isLocked() || !this.evaluation.hasValue() || this.evaluation.value().callerHasConflict !== false) return;

    const read = await this.callOffs.evaluation(this.id()).catch(() => undefined);
    const now = this.evaluation.value();
    if (read && read.version >= now.version && read.ownVersion >= now.ownVersion) this.changed(read);
  }

  /** After a decision on the award, or when somebody else was faster. */
  protected reload(): void {
    this.problem.set(undefined);
    this.callOff.reload();
    this.evaluation.reload();
  }
}

/** Whoever approves an award has no scores of their own. */
const isScoring = ({ evaluators, permittedTriggers }: EvaluationDto): boolean =>
  evaluators.some(({ isCaller }) => isCaller) || permittedTriggers.includes('Score');

function rankedInWords(ranked: number, all: number): string {
  if (ranked < all) return `${ranked} ranked, ${all - ranked} ruled out`;
  return all === 1 ? 'ranked' : 'all ranked';
}

function factsOf(evaluation: EvaluationDto, callOff: CallOffDto, isLocked: boolean): Fact[] {
  const { bids, criteria, priceWeight } = evaluation;
  const ranked = bids.filter(({ rank }) => rank !== null && rank !== undefined).length;
  const given = bids.reduce((sum, bid) => sum + criteria.filter((one) => scoreOf(evaluation, bid, one)).length, 0);
  const agreeing = isAgreeing(evaluation);
  const quality = Math.round(criteria.reduce((sum, { weight }) => sum + weight * 100, 0)) / 100;
  const { needs } = callOff;
  return [
    isLocked
      ? {
          label: 'Bids',
          value: String(bids.length),
          note: rankedInWords(ranked, bids.length),
          large: true,
        }
      : agreeing || isScoring(evaluation)
        ? {
            label: agreeing ? 'Agreed scores' : 'Your scores',
            value: String(given),
            note: `of ${bids.length * criteria.length}`,
            large: true,
          }
        : {
            label: 'Evaluators done',
            value: String(evaluation.evaluators.filter(({ lockedAt, setAside }) => lockedAt && !setAside).length),
            note: `of ${evaluation.evaluatorsNeeded} needed`,
            large: true,
          },
    { label: 'Weighting', value: `${quality}/${priceWeight}`, note: 'quality / price', large: true },
    isLocked
      ? { label: 'Bidders and prices', value: 'Visible', note: 'quality is locked' }
      : { label: 'Bidders and prices', value: 'Hidden', note: 'until quality is locked' },
    { label: 'Opened by', value: callOff.openers.map(({ name }) => name).join(', ') },
    {
      label: 'Need',
      value: `From ${formatDate(needs.moveInFrom, 'short')}`,
      note: `${weeksInWords(needs.expectedWeeks)}, ${hoursInWords(needs.coreHoursPerWeek + needs.additionalHoursPerWeek)} a week`,
    },
  ];
}
