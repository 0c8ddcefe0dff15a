import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { News } from '../../core/news';
import { PageTitle } from '../../core/page-title';
import { Problem, problemOf } from '../../core/problem';
import { atField } from '../../core/refusals';
import { ServerClock } from '../../core/server-clock';
import { ServerSession } from '../../core/server-session';
import { EndReason, PlacementDto, PlacementState, PriceChangeReason } from '../../proxy/models';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { isoDateOf, noDate } from '../../ui/dates';
import { FactStrip } from '../../ui/fact-strip';
import { realDate, rule } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukSelect } from '../../ui/govuk-select';
import { History } from '../../ui/history';
import { Loading } from '../../ui/loading';
import { formatMoney, parsePounds, poundsText } from '../../ui/money';
import { NewerVersion } from '../../ui/newer-version';
import { PageHeader } from '../../ui/page-header';
import { wasTakenBack } from '../../ui/proposal-return';
import { ReturnedNote } from '../../ui/returned-note';
import { Status } from '../../ui/status';
import { dayOf, priceOn, stayInWords } from '../nights';
import { Placements } from '../placements';
import { boughtInWords, choicesOf, END_REASONS, historyEvents, PRICE_REASONS } from '../words';
import { BeforeFirstNight } from './before-first-night';
import { ExtendStay } from './extend-stay';
import { factsOf } from './facts';
import { HomeCard } from './home-card';
import { PriceCard } from './price-card';
import { ProposedExtension } from './proposed-extension';
import { ProposedPrice } from './proposed-price';
import { TakeBackEnd } from './take-back-end';

/** What a change has led to, for whoever cannot see the page change. */
const SAID: Readonly<Record<PlacementState, string>> = {
  Agreed: 'Saved. This is how the placement stands now.',
  PriceProposed: 'Proposed. The new price waits for a second person.',
  ExtensionProposed: 'Proposed. The later end waits for a second person.',
  Ended: 'Saved. The end is recorded.',
};

/** Nothing came of what waited. */
const isSentBack = (before: PlacementDto | undefined, after: PlacementDto): boolean =>
  ['PriceProposed', 'ExtensionProposed'].includes(before?.state ?? '') &&
  after.state === 'Agreed' &&
  after.plannedEndOn === before?.plannedEndOn &&
  JSON.stringify(after.prices) === JSON.stringify(before.prices);

const AMOUNTS = ['accommodation', 'coreSupport', 'additionalSupport', 'other'] as const;

/** One agreement: what it costs, until when, and how both came about. */
@Component({
  selector: 'dps-placement-page',
  imports: [
    BeforeFirstNight,
    Breadcrumbs,
    ExtendStay,
    FactStrip,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukRadios,
    GovukSelect,
    History,
    HomeCard,
    Loading,
    NewerVersion,
    PageHeader,
    PriceCard,
    ProposedExtension,
    ProposedPrice,
    ReturnedNote,
    RouterLink,
    Status,
    TakeBackEnd,
  ],
  host: { class: 'dps-page', '[class.dps-page--officer]': 'isCouncil' },
  templateUrl: './placement-page.html',
  styleUrl: './placement-page.scss',
})
export class PlacementPage {
  private readonly placements = inject(Placements);
  private readonly title = inject(PageTitle);
  private readonly session = inject(ServerSession);

  private readonly injector = inject(Injector);
  private readonly work = viewChild<ElementRef<HTMLElement>>('work');

  readonly id = input.required<string>();

  protected readonly today = dayOf(untracked(inject(ServerClock).now));
  protected readonly placement = resource({
    params: () => this.id(),
    loader: ({ params }) => this.placements.get(params),
  });
  private readonly history = resource({
    params: () => (this.placement.hasValue() ? { id: this.id(), version: this.placement.value().version } : undefined),
    loader: ({ params }) => this.placements.history(params.id),
  });
  protected readonly problem = linkedSignal<Problem | undefined>(() =>
    this.placement.error() ? problemOf(this.placement.error()) : undefined,
  );
  protected readonly events = computed(() =>
    historyEvents([...(this.history.hasValue() ? this.history.value() : [])].reverse()),
  );
  private readonly done = computed(() =>
    (this.history.hasValue() ? this.history.value() : []).filter(({ refused }) => !refused),
  );
  /** What was proposed last came back: said until something else happens. */
  protected readonly returned = computed(() => {
    const last = this.done().at(-1);
    return last?.action.includes('SendBack') ? last : undefined;
  });
  protected readonly takenBack = computed(() => {
    const back = this.returned();
    return !!back && wasTakenBack(this.done(), back);
  });
  protected readonly facts = computed(() =>
    this.placement.hasValue() ? factsOf(this.placement.value(), this.today) : [],
  );
  /** As wide as the header above it. */
  protected readonly isCouncil = this.session.organisation()?.kind === 'Authority';
  /** The later end that came back, as the audit trail has it: `until 2027-06-30`. */
  protected readonly offered = computed(() => {
    const back = this.returned();
    return back?.action.endsWith('Extension') ? /\d{4}-\d\d-\d\d/.exec(back.before ?? '')?.[0] : undefined;
  });
  protected readonly bids = this.session.may('Bids.View');
  protected readonly seesCallOff = this.session.may('CallOffs.View');
  protected readonly open = signal<'price' | 'end' | 'extend' | 'take-back' | undefined>(undefined);
  protected readonly said = signal('');
  protected readonly bought = boughtInWords;
  protected readonly priceReasons = choicesOf(PRICE_REASONS);
  protected readonly endReasons = choicesOf(END_REASONS);
  protected readonly yesOrNo = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No, it ended otherwise' },
  ];

  protected readonly price = govukForm(
    signal({ from: noDate(), accommodation: '', coreSupport: '', additionalSupport: '', other: '', reason: '' }),
    (path) => {
      realDate(path.from, 'The date', 'Enter the first night at the new price');
      for (const key of AMOUNTS) {
        rule(path[key], (text) => parsePounds(text) === undefined && 'Enter an amount in pounds, like 420.00');
      }
      required(path.reason, { message: 'Choose why the price changes' });
    },
    {
      idPrefix: 'price',
      fieldNames: {
        accommodationPence: 'accommodation',
        coreSupportPence: 'coreSupport',
        additionalSupportPence: 'additionalSupport',
        otherPence: 'other',
      },
      save: async (typed) => {
        const pence = (text: string): number => parsePounds(text) ?? 0;
        await this.move(
          this.placements.proposePrice(this.id(), {
            from: isoDateOf(typed.from) ?? '',
            accommodationPence: pence(typed.accommodation),
            coreSupportPence: pence(typed.coreSupport),
            additionalSupportPence: pence(typed.additionalSupport),
            otherPence: pence(typed.other),
            reason: typed.reason as PriceChangeReason,
            version: this.version(),
          }),
          {
            'Placements:PriceBeforeStart': 'from',
            'Placements:PriceAfterEnd': 'from',
            'Placements:PriceDateTaken': 'from',
            'Placements:NotSixteenOrSeventeen': 'reason',
          },
        );
      },
    },
  );
  protected readonly newTotal = computed(() => {
    const typed = this.price.model();
    const pence = AMOUNTS.map((key) => parsePounds(typed[key]));
    return pence.includes(undefined) ? '' : formatMoney(pence.reduce((sum: number, each) => sum + (each ?? 0), 0));
  });

  protected readonly end = govukForm(
    signal({ endsOn: noDate(), reason: '', asPlanned: '' }),
    (path) => {
      realDate(path.endsOn, 'The day of leaving', 'Enter the day of leaving');
      required(path.reason, { message: 'Choose why it ends' });
      required(path.asPlanned, { message: 'Choose whether it ends as planned' });
    },
    {
      idPrefix: 'end',
      save: async ({ endsOn, reason, asPlanned }) => {
        await this.move(
          this.placements.end(this.id(), {
            endsOn: isoDateOf(endsOn) ?? '',
            reason: reason as EndReason,
            asPlanned: asPlanned === 'yes',
            version: this.version(),
          }),
          {
            'Placements:EndBeforeStart': 'endsOn',
            'Placements:EndTooLate': 'endsOn',
            'Property:PlacePromisedNext': 'endsOn',
          },
        );
      },
    },
  );

  constructor() {
    effect(() => {
      if (this.placement.hasValue()) this.title.set(`Placement ${this.placement.value().reference}`);
    });
    const news = inject(News);
    effect(() => {
      if (this.returned()) news.read('Placement.SentBack', this.id());
    });
  }

  protected heading({ providerName, authorityName, premisesArea }: PlacementDto): string {
    const partner = providerName === this.session.organisation()?.name ? authorityName : providerName;
    return `${partner}, ${premisesArea}`;
  }

  protected readonly stay = (it: PlacementDto): ReturnType<typeof stayInWords> => stayInWords(it, this.today);

  /** The amounts of tonight are in the form already: mostly one of them changes. */
  protected changePrice(it: PlacementDto): void {
    const now = priceOn(it.prices, this.today);
    this.price.model.update((typed) => ({
      ...typed,
      accommodation: typed.accommodation || poundsText(now?.accommodationPence),
      coreSupport: typed.coreSupport || poundsText(now?.coreSupportPence),
      additionalSupport: typed.additionalSupport || poundsText(now?.additionalSupportPence),
      other: typed.other || poundsText(now?.otherPence),
    }));
    this.show('price');
  }

  protected show(form: 'price' | 'end' | 'extend' | 'take-back'): void {
    this.said.set('');
    this.open.set(form);
    this.focusOn('h2');
  }

  protected decided(placement: PlacementDto): void {
    this.problem.set(undefined);
    this.open.set(undefined);
    const before = this.placement.hasValue() ? this.placement.value() : undefined;
    this.placement.set(placement);
    this.said.set(isSentBack(before, placement) ? 'Sent back. The placement is as it was.' : SAID[placement.state]);
    this.focusOn('[role=status]');
  }

  protected keep(): void {
    this.price.clear();
    this.end.clear();
    this.open.set(undefined);
  }

  protected reload(): void {
    this.price.clear();
    this.end.clear();
    this.placement.reload();
  }

  /** The button that was pressed is gone, and the focus with it. */
  private focusOn(selector: string): void {
    afterNextRender(
      () => {
        const found = this.work()?.nativeElement.querySelector<HTMLElement>(selector);
        found?.setAttribute('tabindex', '-1');
        found?.focus();
      },
      { injector: this.injector },
    );
  }

  private version(): number {
    return this.placement.hasValue() ? this.placement.value().version : 0;
  }

  private async move(sent: Promise<PlacementDto>, fieldOfCode: Readonly<Record<string, string>>): Promise<void> {
    try {
      this.decided(await sent);
      this.price.model.update((typed) => ({ ...typed, from: noDate(), reason: '' }));
    } catch (error) {
      throw atField(error, fieldOfCode);
    }
  }
}
