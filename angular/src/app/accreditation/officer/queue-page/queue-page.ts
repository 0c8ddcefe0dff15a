import { afterNextRender, Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { Api } from '../../../proxy/api';
import { queueTakeNext } from '../../../proxy/functions';
import { ApplicationListItemDto, ClockDto } from '../../../proxy/models';
import { londonDate } from '../../../ui/dates';
import { EmptyState } from '../../../ui/empty-state';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { PageHeader } from '../../../ui/page-header';
import { Pagination } from '../../../ui/pagination';
import { Choice, Fact } from '../../../ui/parts';
import { ScrollX } from '../../../ui/scroll-x';
import { Segmented } from '../../../ui/segmented';
import { SortHeader } from '../../../ui/sort-header';
import { Stages } from '../../../ui/stages';
import { formatDate, UkDate } from '../../../ui/uk-date';
import { dayInWords, isUndecided, nearness } from '../clock-faces';
import { nextStepOf } from '../next-step';
import { QueueActions } from '../queue-actions/queue-actions';
import { askedBy, Filters, PAGE_SIZE, Queue } from '../queue';
import { QueueViews } from '../queue-views/queue-views';
import { stageBars } from '../stage-steps';
import { MEMBERSHIP, STAGE_OF, STAGES } from '../words';

const SHORT_STAGES = ['Application', 'Fit and proper', 'Safer recruitment', 'Property visits', 'Accreditation'];

/** `YYYY-MM-DD` of the Sunday that ends the week of a day. */
function endOfWeek(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

/** What waits for the host authority, nearest date first. Filters, order and page live in the address. */
@Component({
  selector: 'dps-queue-page',
  imports: [
    EmptyState,
    FactStrip,
    GovukButton,
    GovukErrorSummary,
    GovukNotificationBanner,
    Loading,
    PageHeader,
    Pagination,
    QueueActions,
    QueueViews,
    RouterLink,
    ScrollX,
    Segmented,
    SortHeader,
    Stages,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.scss',
})
export class QueuePage {
  private readonly api = inject(Api);
  private readonly reader = inject(Queue);
  private readonly router = inject(Router);

  readonly whose = input<string>();
  readonly search = input<string>();
  readonly stage = input<string>();
  readonly due = input<string>();
  readonly sort = input<string>();
  readonly page = input<string>();

  /** The last day that the server counts as this week, London. */
  private readonly sunday = endOfWeek(londonDate(inject(ServerClock).now()));
  protected readonly size = PAGE_SIZE;
  protected readonly choices: readonly Choice[] = [
    { value: 'mine', label: 'Assigned to me' },
    { value: 'nobody', label: 'Nobody yet' },
    { value: 'everyone', label: 'Everyone' },
  ];
  protected readonly stages = Object.entries(STAGES).map(([value, label]) => ({ value, label }));
  protected readonly owner = computed(() => {
    const whose = this.whose();
    return whose === 'mine' || whose === 'nobody' ? whose : 'everyone';
  });
  protected readonly filters = computed<Filters>(() => ({
    whose: this.whose(),
    search: this.search(),
    stage: this.stage(),
    due: this.due(),
    sort: this.sort(),
  }));
  protected readonly isNarrowed = computed(() => !!(this.search() || this.stage() || this.due()));
  /** Ids of the rows that are ticked; other rows on the page begin without any. */
  protected readonly ticked = linkedSignal<unknown, ReadonlySet<string>>({
    source: () => [this.filters(), this.page()],
    computation: () => new Set(),
  });
  protected readonly chosen = computed(() => this.shown()?.items.filter(({ id }) => this.ticked().has(id)) ?? []);
  protected readonly order = computed(() => this.sort() ?? 'due');
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly words = linkedSignal(() => this.search() ?? '');
  protected readonly taking = signal(false);
  protected readonly nothingToTake = signal(false);
  private readonly refusal = signal<Problem | undefined>(undefined);
  /** The heading is painted before the filters and rows are made: on a slow telephone these take as long again. */
  protected readonly isPainted = signal(false);

  protected readonly queue = resource({
    params: () => askedBy({ ...this.filters(), page: this.page() }),
    loader: ({ params }) => this.reader.take(params),
  });
  /** The last answer stays on the page while the next one is under way. */
  protected readonly shown = linkedSignal<ReturnType<typeof this.value>, ReturnType<typeof this.value>>({
    source: () => this.value(),
    computation: (value, previous) => value ?? previous?.value,
  });
  protected readonly problem = computed(
    () => this.refusal() ?? (this.queue.error() ? problemOf(this.queue.error()) : undefined),
  );

  protected readonly facts = computed<readonly Fact[]>(() => {
    const queue = this.shown();
    // Before the first answer the strip keeps its room, so that nothing below it jumps.
    const text = (count: number | undefined): string => (count === undefined ? '–' : String(count));
    return [
      { label: this.isNarrowed() ? 'Found' : 'Open', value: text(queue?.totalCount), large: true },
      { label: 'Overdue', value: text(queue?.overdueCount), large: true, note: 'past a legal or promised date' },
      {
        label: 'Due this week',
        value: text(queue?.dueThisWeekCount),
        large: true,
        note: `until ${formatDate(this.sunday, 'weekday')}, not overdue yet`,
      },
    ];
  });

  protected readonly bars = stageBars;
  protected readonly dayOf = dayInWords;

  protected tabOf = (row: ApplicationListItemDto): string => nextStepOf(row).tab;

  protected lotsOf(row: ApplicationListItemDto): string {
    const lots = [...row.lotNumbers].sort((a, b) => a - b);
    if (lots.length === 0) return '';
    return lots.length === 1 ? `Lot ${lots[0]}` : `Lots ${lots.slice(0, -1).join(', ')} and ${lots.at(-1)}`;
  }

  protected concernOf({ lotsOfConcern }: ApplicationListItemDto): string {
    const lots = lotsOfConcern.length === 1 ? 'Lot' : 'Lots';
    return `${lots} ${lotsOfConcern.join(', ')}: registration or homes do not match`;
  }

  protected secondLineOf(row: ApplicationListItemDto): string {
    const [first, ...more] = row.areas;
    const areas = first && (more.length > 0 ? `${first} +${more.length}` : first);
    return [row.reference, this.lotsOf(row), areas].filter(Boolean).join(' · ');
  }

  protected stageOf(row: ApplicationListItemDto): string {
    return SHORT_STAGES[STAGE_OF[row.accreditation]] ?? 'Decided';
  }

  /** Undefined once membership is decided: the legal clock then stands still. */
  protected legalOf(row: ApplicationListItemDto): ClockDto | undefined {
    return isUndecided(row.membership) ? (row.membershipClock ?? undefined) : undefined;
  }

  protected membershipOf = (row: ApplicationListItemDto): string => MEMBERSHIP[row.membership].text;

  protected isLate(row: ApplicationListItemDto): boolean {
    return (this.legalOf(row)?.overdue ?? false) || (row.stageClock?.overdue ?? false);
  }

  protected toneOf = (clock: ClockDto): string => {
    const near = nearness(clock);
    return near && `dps-${near}`;
  };

  protected show(whose: string): void {
    this.go({ whose: whose === 'everyone' ? null : whose });
  }

  protected narrow(filter: 'stage' | 'due', { target }: Event): void {
    this.go({ [filter]: target instanceof HTMLSelectElement && target.value ? target.value : null });
  }

  protected tick(id: string): void {
    this.ticked.update((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  protected changed(): void {
    this.ticked.set(new Set());
    this.queue.reload();
  }

  protected find(event: Event, words: string): void {
    event.preventDefault();
    this.go({ search: words.trim() || null });
  }

  /** Takes what is due first and nobody has, and opens it: interests are declared there before it is begun. */
  protected async takeNext(): Promise<void> {
    if (this.taking()) return;

    this.taking.set(true);
    this.refusal.set(undefined);
    this.nothingToTake.set(false);
    try {
      const { applicationId } = await this.api.invoke(queueTakeNext);
      if (!applicationId) {
        this.nothingToTake.set(true);
        return;
      }
      await this.router.navigate(['/accreditation/applications', applicationId, 'membership']);
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.taking.set(false);
    }
  }

  constructor() {
    afterNextRender(() => setTimeout(() => this.isPainted.set(true)));
  }

  private value() {
    return this.queue.hasValue() ? this.queue.value() : undefined;
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: { ...queryParams, page: null }, queryParamsHandling: 'merge' });
  }
}
