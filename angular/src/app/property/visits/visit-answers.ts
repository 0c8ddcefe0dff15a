import { HttpErrorResponse } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { Api } from '../../proxy/api';
import { visitGet, visitSaveAnswers } from '../../proxy/functions';
import { VisitAnswerDto, VisitDto, VisitItemDto, VisitItemResult, VisitPhotoDto } from '../../proxy/models';
import { parseDecimal } from '../../ui/money';
import { formatTime } from '../../ui/uk-date-time';

/** What stands on a card: what the server has, or what was tapped since. */
export interface CardAnswer {
  readonly result: VisitItemResult | null;
  readonly note: string;
  /** As typed. */
  readonly area: string;
  readonly photos: readonly VisitPhotoDto[];
}

export const keyOf = (item: VisitItemDto): string => `${item.id}|${item.placeId ?? ''}`;

const needsNote = (result: VisitItemResult | null): boolean => result === 'Advisory' || result === 'Fail';

/** How long typing must rest before it is sent, and how long to wait after the network failed. */
const REST = 600;
const RETRIES = [2_000, 5_000, 15_000];

/**
 * Sends answers as they are tapped, one save at a time, each with a higher revision. What cannot be sent stays here and
 * is tried again. A card that still misses its note or its area is sent too: a Fail is on the server the moment it is
 * tapped, and the visit is finished only once the rest is there.
 */
@Injectable()
export class VisitAnswers {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  private readonly visit = signal<VisitDto | undefined>(undefined);
  private readonly changed = signal<ReadonlyMap<string, CardAnswer>>(new Map());
  /** Changes the server has, though the card shows more than it could take, such as an area that is no number yet. */
  private readonly taken = signal<ReadonlyMap<string, CardAnswer>>(new Map());
  private readonly sending = signal(false);
  private readonly failures = signal(0);
  private readonly sentAt = signal<number | undefined>(undefined);
  private readonly refusal = signal<Problem | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> | undefined;

  readonly current = this.visit.asReadonly();
  /** The server said no, and trying again would not help. */
  readonly problem = this.refusal.asReadonly();

  readonly items = computed(() => (this.visit()?.sections ?? []).flatMap((section) => section.items));
  readonly answered = computed(() => this.items().filter((item) => this.isComplete(item)).length);
  /** Cards tapped that still need a note or an area. */
  readonly waiting = computed(
    () => this.items().filter((item) => this.answerOf(item).result && !this.isComplete(item)).length,
  );
  private readonly unsent = computed(() =>
    this.items().filter((item) => {
      const answer = this.changed().get(keyOf(item));
      return answer?.result && this.taken().get(keyOf(item)) !== answer;
    }),
  );
  readonly hasUnsent = computed(() => this.unsent().length > 0);

  /** Where the answers are, in words. */
  readonly state = computed<{ text: string; tone: 'ok' | 'busy' | 'trouble' }>(() => {
    const unsent = this.unsent().length;
    const answers = unsent === 1 ? '1 answer' : `${unsent} answers`;
    if (this.refusal()) return { text: 'Not saved: see the message above', tone: 'trouble' };
    if (this.failures() > 0) return { text: `No connection. ${answers} kept here, trying again`, tone: 'trouble' };
    if (unsent > 0 || this.sending()) return { text: 'Saving', tone: 'busy' };
    if (this.waiting() > 0) {
      const what = this.waiting() === 1 ? '1 answer still needs' : `${this.waiting()} answers still need`;
      return { text: `Saved. ${what} a note or an area`, tone: 'busy' };
    }
    const at = this.sentAt();
    if (this.answered() === 0) return { text: 'Nothing answered yet', tone: 'ok' };
    return { text: at ? `All answers saved at ${formatTime(at)}` : 'All answers saved', tone: 'ok' };
  });

  constructor() {
    effect(() => {
      const visit = this.visit();
      if (visit) keep(this.copyOf(visit), this.changed());
    });
    const again = (): void => {
      if (this.failures() > 0) this.schedule(0);
    };
    window.addEventListener('online', again);
    const warn = (event: BeforeUnloadEvent): void => {
      if (this.hasUnsent()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', warn);
      clearTimeout(this.timer);
    });
  }

  start(visit: VisitDto): void {
    // What could not be sent before a reload, or is no answer yet, stands on the page again.
    if (!untracked(this.visit)) {
      const known = new Set(visit.sections.flatMap(({ items }) => items.map(keyOf)));
      this.changed.set(new Map([...keptAt(this.copyOf(visit))].filter(([key]) => known.has(key))));
    }
    this.visit.set(visit);
    if (untracked(() => this.unsent().length > 0)) this.schedule(0);
  }

  /** Answers of a cancelled or completed visit are worth nothing more. */
  forget(): void {
    this.changed.set(new Map());
    this.keepSummary('');
  }

  /** What was typed and is sent only when the visit is completed, in this tab; empty where nothing was. */
  keptSummary(): string {
    const visit = untracked(this.visit);
    try {
      return (visit && sessionStorage.getItem(this.summaryOf(visit))) ?? '';
    } catch {
      return '';
    }
  }

  /** Full or forbidden storage must not stop a visit. */
  keepSummary(text: string): void {
    const visit = untracked(this.visit);
    if (!visit) return;

    try {
      if (text.trim()) sessionStorage.setItem(this.summaryOf(visit), text);
      else sessionStorage.removeItem(this.summaryOf(visit));
    } catch {
      return;
    }
  }

  answerOf(item: VisitItemDto): CardAnswer {
    return (
      this.changed().get(keyOf(item)) ?? {
        result: item.result,
        note: item.note ?? '',
        area: item.measuredArea === null ? '' : String(item.measuredArea),
        photos: item.photos,
      }
    );
  }

  answer(item: VisitItemDto, change: Partial<CardAnswer>): void {
    const next = { ...this.answerOf(item), ...change };
    // A measured bedroom is judged by its area: typing it is the answer, unless the visitor says otherwise.
    const result = item.measuresArea && !next.result && areaOf(next) ? 'Pass' : next.result;
    this.changed.update((changed) => new Map(changed).set(keyOf(item), { ...next, result }));
    this.refusal.set(undefined);
    this.schedule(change.result ? 0 : REST);
  }

  /** What the card still needs before it counts; empty when complete. */
  missingOf(item: VisitItemDto): string {
    const answer = this.answerOf(item);
    if (item.measuresArea && (answer.result || answer.area) && !areaOf(answer))
      return 'Enter the area in m², like 7.25';
    if (needsNote(answer.result) && !answer.note.trim()) return 'Say what needs to change';
    return '';
  }

  isComplete(item: VisitItemDto): boolean {
    return !!this.answerOf(item).result && this.missingOf(item) === '';
  }

  /** Sends what is left and waits for it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.underWay;
    await this.send();
    return this.unsent().length === 0 && !this.refusal();
  }

  private copyOf(visit: VisitDto): string {
    return `dps-visit:${untracked(this.session.user)?.id ?? ''}:${visit.id}`;
  }

  private summaryOf(visit: VisitDto): string {
    return `${this.copyOf(visit)}:summary`;
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), wait);
  }

  private async send(): Promise<void> {
    if (this.sending()) return;

    this.underWay = this.sendOnce();
    await this.underWay;
  }

  private async sendOnce(): Promise<void> {
    const visit = this.visit();
    const unsent = this.unsent();
    if (!visit || unsent.length === 0) return;

    const sent = this.changed();
    const answers = unsent.map((item) => toDto(item, this.answerOf(item)));
    const revision = visit.revision + 1;
    this.sending.set(true);
    try {
      const saved = await this.api.invoke(visitSaveAnswers, { id: visit.id, body: { revision, answers } });
      this.visit.set(saved);
      this.failures.set(0);
      // Somebody else's save came first and ours changed nothing: it goes again, as the next revision.
      if (saved.revision !== revision) return;

      const acknowledged = new Set(
        unsent.filter((item) => this.changed().get(keyOf(item)) === sent.get(keyOf(item))).map(keyOf),
      );
      const stays = (answer: CardAnswer): boolean => answer.area.trim() !== '' && !areaOf(answer);
      this.taken.set(new Map([...sent].filter(([key]) => acknowledged.has(key) || this.taken().has(key))));
      this.changed.update(
        (changed) => new Map([...changed].filter(([key, answer]) => !acknowledged.has(key) || stays(answer))),
      );
      this.sentAt.set(Date.now());
    } catch (error) {
      await this.fail(error, visit.id);
    } finally {
      this.sending.set(false);
      if (this.unsent().length > 0 && this.failures() === 0 && !this.refusal()) this.schedule(0);
    }
  }

  private async fail(error: unknown, id: string): Promise<void> {
    const status = error instanceof HttpErrorResponse ? error.status : -1;
    if (status === 0 || status === 429 || status >= 500) {
      const wait = RETRIES[Math.min(this.failures(), RETRIES.length - 1)] ?? 0;
      this.failures.update((count) => count + 1);
      this.schedule(wait);
      return;
    }
    const problem = problemOf(error);
    const newer = problem.code === 'Property:StaleAnswers' ? await this.read(id) : undefined;
    if (newer) this.visit.set(newer);
    else this.refusal.set(problem);
  }

  private read(id: string): Promise<VisitDto | undefined> {
    return this.api.invoke(visitGet, { id }).catch(() => undefined);
  }
}

/** In this tab, as other answers that are not sent yet. Full or forbidden storage must not stop a visit. */
function keep(name: string, changed: ReadonlyMap<string, CardAnswer>): void {
  try {
    if (changed.size > 0) sessionStorage.setItem(name, JSON.stringify([...changed]));
    else sessionStorage.removeItem(name);
  } catch {
    return;
  }
}

function keptAt(name: string): ReadonlyMap<string, CardAnswer> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(name) ?? '[]') as [string, CardAnswer][]);
  } catch {
    return new Map();
  }
}

/** Square metres with at most two decimals. */
function areaOf({ area }: CardAnswer): number | undefined {
  const value = parseDecimal(area);
  return value !== undefined && value > 0 && value <= 200 ? value : undefined;
}

function toDto(item: VisitItemDto, answer: CardAnswer): VisitAnswerDto {
  return {
    itemId: item.id,
    placeId: item.placeId,
    result: answer.result ?? 'NotApplicable',
    note: answer.note.trim() || null,
    measuredArea: item.measuresArea ? (areaOf(answer) ?? null) : null,
    photoIds: answer.photos.map(({ documentId }) => documentId),
  };
}
