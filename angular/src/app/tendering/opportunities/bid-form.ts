import { HttpErrorResponse } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { applyEach, validate } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { BidDto, OpportunityDto, PriceLineKind } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { Countdown } from '../../ui/countdown';
import { isBlankDate, isoDateOf } from '../../ui/dates';
import { rule } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukCheckboxes } from '../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukTextarea, wordsOf } from '../../ui/govuk-textarea';
import { Loading } from '../../ui/loading';
import { Money } from '../../ui/money';
import { Choice } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { CALL_OFF_NOT_OPEN, DEADLINE_PASSED, isConcurrency } from '../errors';
import { Opportunities } from '../opportunities';
import { NewerVersion } from '../parts/newer-version';
import {
  MOST_RATE_PENCE,
  MOST_SET_UP_PENCE,
  MOST_WEEKLY_PENCE,
  poundsProblem,
  priceOf,
  quantityProblem,
} from '../pricing';
import { weeksInWords } from '../words';
import { Autosave } from './autosave';
import { BidCopies } from './bid-copies';
import { BidContent, BidCopy } from './bid-copy';
import {
  askedText,
  atBidFields,
  BidValue,
  bidValueOf,
  isBidValue,
  lineTitle,
  LONGEST_ANSWER,
  noBid,
  NO_COLLUSION,
  NO_CONFLICT,
  priceNameOf,
  quantityLabel,
  rateLabel,
  rateLimitOf,
  refusalsOf,
  saveBidOf,
  startingLine,
  tasksOf,
  hasUnsentChanges,
} from './bid-value';
import { KeptBids } from './kept-bids';
import { lateStart } from './late-start';
import { OpenCopy } from './open-copy';
import { roomChoices } from './room-choices';

const KINDS: readonly PriceLineKind[] = ['Accommodation', 'Core', 'Additional', 'WakingNight', 'SleepIn'];
/** Milliseconds until a save that did not arrive is sent again. */
const RETRY = 5000;
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The bid on one page: it saves itself every few seconds and is sent from the page that checks it. */
@Component({
  selector: 'dps-bid-form',
  imports: [
    Countdown,
    GovukButton,
    GovukCheckboxes,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukNotificationBanner,
    GovukRadios,
    GovukTextarea,
    Loading,
    Money,
    NewerVersion,
    OpenCopy,
    RouterLink,
  ],
  host: { class: 'dps-page', '(window:beforeunload)': 'leave($event)' },
  templateUrl: './bid-form.html',
  styleUrl: './bid-form.scss',
})
export class BidForm {
  private readonly opportunities = inject(Opportunities);
  private readonly router = inject(Router);
  private readonly copies = inject(BidCopies);
  private readonly kept = inject(KeptBids);
  private readonly route = inject(ActivatedRoute);
  private readonly injector = inject(Injector);

  readonly id = input.required<string>();

  protected readonly need = resource({
    params: () => this.id(),
    loader: ({ params }) => this.opportunities.get(params),
  });
  private readonly homes = resource({ loader: () => this.opportunities.homes() });
  protected readonly loadProblem = computed(() => {
    const error = this.need.error() ?? this.homes.error();
    return error ? problemOf(error) : undefined;
  });

  protected readonly bid = signal<BidDto | undefined>(undefined);
  /** Why the last automatic save was refused. */
  protected readonly refusal = signal<Problem | undefined>(undefined);
  protected readonly restored = signal(false);
  /** `choosing`: there is neither a draft nor a copy of what was sent, and the person says what to begin with. */
  protected readonly stage = signal<'loading' | 'choosing' | 'filled'>('loading');
  private filled: BidValue | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly model = signal(noBid());

  protected readonly form = govukForm(
    this.model,
    (path) => {
      validate(path.from, ({ value }) =>
        isBlankDate(value()) || isoDateOf(value())
          ? undefined
          : { kind: 'date', message: 'Enter a real date, like 24 11 2026' },
      );
      applyEach(path.lines, (line) => {
        rule(line.weekly, (text) => poundsProblem(text, MOST_WEEKLY_PENCE, 'for the accommodation'));
        rule(line.rate, (text) => poundsProblem(text, MOST_RATE_PENCE));
        validate(line.quantity, ({ value, valueOf }) => {
          const message = quantityProblem(valueOf(line.kind), value());
          return message ? { kind: 'quantity', message } : undefined;
        });
      });
      rule(path.setUp, (text) => poundsProblem(text, MOST_SET_UP_PENCE, 'for setting up'));
      applyEach(path.answers, (answer) => {
        validate(answer.text, ({ value }) => {
          const over = value().length - LONGEST_ANSWER;
          return over > 0
            ? { kind: 'long', message: `Shorten this answer by ${counted(over, 'character')}. Nothing is cut` }
            : undefined;
        });
      });
    },
    {
      save: () => this.check(),
      whenInvalid: async () => {
        await this.autosave.flush();
        return this.serverErrors();
      },
      nameOf: (path) => priceNameOf(path, this.model().lines),
    },
  );

  protected readonly autosave = new Autosave(() => this.save());
  protected readonly isShut = computed(() => {
    const code = this.refusal()?.code;
    return code === DEADLINE_PASSED || code === CALL_OFF_NOT_OPEN || (this.need.hasValue() && !this.need.value().open);
  });
  /** Nothing stands here beside what was sent. */
  protected readonly isOnlySent = computed(
    () => !!this.sent() && !this.bid()?.hasDraft && !this.restored() && !this.autosave.unsaved(),
  );
  protected readonly isStale = computed(() => isConcurrency(this.refusal()));
  /** The receipt of the bid that counts as long as no other is sent. */
  protected readonly sent = computed(() => {
    const bid = this.bid();
    return bid?.state === 'Submitted' ? (bid.lastReceipt ?? undefined) : undefined;
  });
  /** It counts no longer, and nothing does until it is sent again. */
  protected readonly withdrawn = computed(() => {
    const bid = this.bid();
    return bid?.state === 'Withdrawn' ? (bid.lastReceipt ?? undefined) : undefined;
  });
  protected readonly isChanged = computed(() => hasUnsentChanges(this.bid()));
  protected readonly savedAt = computed(() => {
    const at = this.bid()?.hasDraft && this.bid()?.savedAt;
    return at ? TIME.format(new Date(at)) : undefined;
  });
  protected readonly price = computed(() =>
    priceOf(this.model().lines, this.model().setUp, this.need.hasValue() ? this.need.value().needs.expectedWeeks : 0),
  );
  protected readonly tasks = computed(() =>
    this.need.hasValue()
      ? tasksOf(this.model(), this.need.value(), this.price().totalWeeklyPence, Object.keys(this.refusedFields()))
      : [],
  );
  /** What the last save found wrong, at the fields of the form. */
  private readonly refusedFields = computed(() => {
    const bid = this.bid();
    return bid ? atBidFields(refusalsOf({ ...bid, missing: [] }), bid.lines.length, this.criteria()) : {};
  });
  protected readonly refusalTexts = computed(() => Object.values(this.refusal()?.errors ?? {}).flat());
  protected readonly left = computed(() => this.tasks().filter((task) => !task.done).length);
  protected readonly places = computed<readonly Choice[]>(() => {
    return this.homes.hasValue() && this.need.hasValue() ? roomChoices(this.homes.value(), this.need.value()) : [];
  });
  protected readonly lateFrom = computed(() =>
    this.need.hasValue() ? lateStart(isoDateOf(this.model().from), this.need.value().needs.moveInBy) : [],
  );
  protected readonly otherKinds = computed(() =>
    KINDS.filter((kind) => !this.model().lines.some((line) => line.kind === kind)),
  );

  protected readonly promises: readonly Choice[] = [
    { value: NO_COLLUSION, label: 'We set this price alone. We shared it with no other bidder.' },
    { value: NO_CONFLICT, label: 'No one here has a personal or money link with the council’s team.' },
  ];
  protected readonly lineTitle = lineTitle;
  protected readonly askedText = askedText;
  protected readonly quantityLabel = quantityLabel;
  protected readonly rateLabel = rateLabel;
  protected readonly words = wordsOf;
  protected readonly counted = counted;
  protected readonly weeks = weeksInWords;
  protected readonly closes = (deadline: string): string =>
    `${formatDate(deadline, 'weekday')} at ${formatTime(deadline)}`;

  constructor() {
    effect(() => {
      const need = this.need.hasValue() && !this.need.isLoading() ? this.need.value() : undefined;
      if (need && !this.filled) untracked(() => void this.fill(need));
    });
    effect(() => {
      const value = this.model();
      if (!this.filled || value === this.filled || this.isShut()) return;

      untracked(() => this.changed(value));
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.retry);
      void this.autosave.flush();
    });
  }

  protected limit(kind: PriceLineKind, need: OpportunityDto): number | undefined {
    return rateLimitOf(kind, need);
  }

  protected addLine(kind: PriceLineKind, need: OpportunityDto): void {
    this.model.update((value) => ({ ...value, lines: [...value.lines, startingLine(kind, need)] }));
    this.form.added('lines', this.model().lines.length - 1, kind === 'Accommodation' ? 'weekly' : 'quantity');
  }

  protected removeLine(index: number): void {
    this.model.update((value) => ({ ...value, lines: value.lines.filter((_, each) => each !== index) }));
    this.form.removed('lines', index);
    afterNextRender(() => document.getElementById('price-heading')?.focus(), { injector: this.injector });
  }

  protected go(event: Event, target: string): void {
    event.preventDefault();
    this.focus(target);
  }

  private focus(target: string): void {
    const control = document.getElementById(target);
    (control?.closest('.govuk-form-group') ?? control)?.scrollIntoView();
    control?.focus({ preventScroll: true });
  }

  /** Replaces what is typed by what the server has. */
  protected async loadNewer(): Promise<void> {
    this.copies.forget(this.id());
    this.refusal.set(undefined);
    this.form.clear();
    this.filled = undefined;
    this.need.reload();
  }

  protected leave(event: BeforeUnloadEvent): void {
    if (this.autosave.unsaved() && !this.isShut()) event.preventDefault();
  }

  /** A draft is erased when it is sent: the bid to change is then in the bidder's own copy alone. */
  private async fill(need: OpportunityDto): Promise<void> {
    this.bid.set(need.bid ?? undefined);
    const receipt = need.bid?.hasDraft ? undefined : need.bid?.lastReceipt;
    const copy = receipt ? await this.kept.find(receipt) : undefined;
    const isTyped = isBidValue(this.copies.read(this.id()), bidValueOf(need));
    if (receipt && !copy && !isTyped && need.open) this.stage.set('choosing');
    else this.begin(copy?.bid);
  }

  protected beginWith(copy: BidCopy): void {
    const version = this.bid()?.lastReceipt?.bidVersion;
    if (version) this.kept.keep(this.id(), version, copy.file);
    this.begin(copy.bid);
  }

  /** What is only filled in is not saved: that waits for the first change, or for the check. */
  protected begin(copy?: BidContent): void {
    const typed = this.copies.read(this.id());
    this.filled = bidValueOf(this.need.value() as OpportunityDto, copy);
    this.model.set(this.filled);
    if (isBidValue(typed, this.filled)) {
      this.restored.set(true);
      this.model.set(typed);
    }
    this.stage.set('filled');
    const target = this.route.snapshot.fragment;
    if (target) afterNextRender(() => this.focus(target), { injector: this.injector });
  }

  private changed(value: BidValue): void {
    this.copies.write(this.id(), value);
    if (!this.isStale()) this.autosave.changed();
  }

  private async save(): Promise<boolean> {
    const sent = this.model();
    clearTimeout(this.retry);
    try {
      const bid = await this.opportunities.save(this.id(), saveBidOf(sent, this.bid()?.version));
      this.bid.set(bid);
      this.filled = sent;
      this.refusal.set(undefined);
      if (Object.keys(refusalsOf(bid)).length === 0 && this.form.tree().valid()) this.form.quiet();
      if (this.model() === sent && this.form.tree().valid()) this.copies.forget(this.id());
      return true;
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set({ ...problem, errors: atBidFields(problem.errors, sent.lines.length, this.criteria()) });
      if (problem.status === 0) this.retry = setTimeout(() => this.autosave.changed(), RETRY);
      return false;
    }
  }

  /** Rejected, the form says at each field what keeps the bid from being sent, with a summary that leads there. */
  private async check(): Promise<void> {
    let saved = await this.autosave.flush();
    if (saved && this.sent() && !this.bid()?.hasDraft && this.model() === this.filled) {
      await this.router.navigate(['/opportunities', this.id(), 'receipt']);
      return;
    }
    if (saved && !this.bid()?.hasDraft) {
      this.autosave.changed();
      saved = await this.autosave.flush();
    }
    const bid = this.bid();
    if (!saved || !bid) throw refused(this.refusal()?.errors ?? {}, this.refusal()?.detail);

    const errors = this.serverErrors();
    if (Object.keys(errors).length > 0) throw refused(errors);
    await this.router.navigate(['/opportunities', this.id(), 'bid', 'check']);
  }

  /** All that keeps the bid, as last saved, from being sent. */
  private serverErrors(): Problem['errors'] {
    const bid = this.bid();
    return bid ? atBidFields(refusalsOf(bid), bid.lines.length, this.criteria()) : {};
  }

  private criteria(): readonly string[] {
    return this.model().answers.map(({ criterionId }) => criterionId);
  }
}

/** As the server would refuse it, so that the form treats both alike. */
const refused = (errors: Problem['errors'], detail?: string): HttpErrorResponse =>
  new HttpErrorResponse({ status: 400, error: { errors, detail } });
