import { HttpErrorResponse } from '@angular/common/http';
import {
  afterNextRender,
  computed,
  DestroyRef,
  DOCUMENT,
  ErrorHandler,
  inject,
  Injectable,
  Injector,
  Signal,
  signal,
  untracked,
  WritableSignal,
} from '@angular/core';
import { FieldTree, form, SchemaFn } from '@angular/forms/signals';
import { Problem, problemOf } from '../core/problem';
import { phraseOf } from './phrase';

/** One line of the error summary; the same text stands at the field, there without the name of the field’s group. */
export interface ErrorLine {
  readonly text: string;
  /** Id of the control to focus; absent for problems of the form as a whole. */
  readonly target?: string;
}

/** What the controls and the summary need of a form, whatever it edits. */
export interface FormContext {
  readonly lines: Signal<readonly ErrorLine[]>;
  /** Rises with every refused submission, so that the summary takes the focus again. */
  readonly attempts: Signal<number>;
  readonly busy: Signal<boolean>;
  errorAt(path: string): string | undefined;
  idOf(path: string): string;
  submit(): Promise<void>;
  /** A file that is still being sent belongs to what is saved: a submission waits, and goes on only with true. */
  waitFor(upload: Promise<boolean>): void;
  /** Somebody works in this form: the errors of another one no longer concern them. */
  use(): void;
}

export interface GovukFormOptions<T> {
  /** Sends the form. A rejected call becomes errors at the fields and in the summary; the typed text stays. */
  readonly save: (value: T) => Promise<unknown>;
  /**
   * What the server has to say of a form that the page itself finds wrong, by field of the model, so that somebody reads
   * all of it at once.
   */
  readonly whenInvalid?: () => Promise<Problem['errors']>;
  /** Where the server's name of a field differs from the model's: `{ 'premises.postcode': 'postcode' }`, or a rule. */
  readonly fieldNames?: Readonly<Record<string, string>> | ((serverName: string) => string);
  /** Which of several alike a field belongs to, `Action 2`: said before its error in the summary, where no legend is. */
  readonly nameOf?: (path: string) => string | undefined;
  /** Needed only with two forms on a page, so that ids stay unique. */
  readonly idPrefix?: string;
}

/** The form whose errors the page shows. Of several on a page only the one in use speaks. */
@Injectable({ providedIn: 'root' })
class FormInUse {
  current?: { quiet(): void };
}

interface ServerError {
  readonly path: string;
  readonly text: string;
  /** The refused value: the error is gone as soon as the field holds another. */
  readonly refused: string;
}

/**
 * A signal form with the rules of the portal: nothing is shown before the first submission, client and server errors
 * appear in the same place, a second click during a submission does nothing. Call within an injection context.
 */
export function govukForm<T extends object>(
  model: WritableSignal<T>,
  schema: SchemaFn<T>,
  options: GovukFormOptions<T>,
): GovukForm<T> {
  return new GovukForm(model, schema, options);
}

export class GovukForm<T extends object> implements FormContext {
  private readonly document = inject(DOCUMENT);
  private readonly errorHandler = inject(ErrorHandler);
  private readonly serverErrors = signal<readonly ServerError[]>([]);
  private readonly formProblem = signal<Problem | undefined>(undefined);
  private readonly submissions = signal(0);
  private readonly saving = signal(false);
  private readonly uploads = new Set<Promise<boolean>>();
  private readonly injector = inject(Injector);
  private readonly inUse = inject(FormInUse);
  /** Paths that were wrong at the last submission: a question that appears afterwards says nothing before the next. */
  private readonly refused = signal<ReadonlySet<string>>(new Set());
  /** Paths of list items added since the last submission: nothing is said of them before the next. */
  private readonly fresh = signal<readonly string[]>([]);

  readonly tree: FieldTree<T>;
  readonly attempts = this.submissions.asReadonly();
  readonly busy = this.saving.asReadonly();
  /** The last refusal, for pages that act on its code. */
  readonly problem = this.formProblem.asReadonly();

  private readonly errors = computed(() => {
    const byPath = new Map<string, string>();
    if (this.submissions() === 0) return byPath;

    for (const error of this.tree().errorSummary()) {
      const path = pathOf(error.fieldTree().name());
      const told = this.refused().has(path) && !this.isFresh(path);
      if (error.message && told && !byPath.has(path)) byPath.set(path, error.message);
    }
    for (const { path, text, refused } of this.serverErrors()) {
      if (!byPath.has(path) && textAt(this.model(), path) === refused) byPath.set(path, text);
    }
    return byPath;
  });

  readonly lines = computed<readonly ErrorLine[]>(() => {
    const found: { line: ErrorLine; element: HTMLElement | null }[] = [];
    for (const [path, error] of this.errors()) {
      const name = this.options.nameOf?.(path);
      const text = name ? `${name}: ${error}` : error;
      const target = this.idOf(path);
      const element = this.document.getElementById(target);
      found.push({ line: element ? { text, target } : { text }, element });
    }
    found.sort((a, b) => inPageOrder(a.element, b.element));

    const problem = this.formProblem();
    const general = problem && Object.keys(problem.errors).length === 0 ? [{ text: problem.detail }] : [];
    return [...general, ...found.map(({ line }) => line)];
  });

  constructor(
    readonly model: WritableSignal<T>,
    schema: SchemaFn<T>,
    private readonly options: GovukFormOptions<T>,
  ) {
    this.tree = form(model, schema, { name: options.idPrefix ?? 'form' });
    inject(DestroyRef).onDestroy(() => {
      if (this.inUse.current === this) this.inUse.current = undefined;
    });
  }

  errorAt(path: string): string | undefined {
    return this.errors().get(path);
  }

  idOf(path: string): string {
    const id = path === '' ? 'form' : path.replaceAll('.', '-');
    return this.options.idPrefix ? `${this.options.idPrefix}-${id}` : id;
  }

  async submit(): Promise<void> {
    if (this.saving()) return;

    this.use();
    this.clear();
    this.fresh.set([]);
    if (this.uploads.size > 0 && !(await this.uploadsReceived())) return;

    this.submissions.update((count) => count + 1);
    this.refused.set(untracked(() => this.wrongPaths()));
    if (untracked(() => this.tree().invalid())) return this.addServerErrors();

    this.saving.set(true);
    try {
      await this.options.save(untracked(this.model));
      this.submissions.set(0);
    } catch (error) {
      if (!(error instanceof HttpErrorResponse)) this.errorHandler.handleError(error);
      this.show(problemOf(error));
    } finally {
      this.saving.set(false);
    }
  }

  waitFor(upload: Promise<boolean>): void {
    this.uploads.add(upload);
    void upload.finally(() => this.uploads.delete(upload));
  }

  use(): void {
    if (this.inUse.current !== this) this.inUse.current?.quiet();
    this.inUse.current = this;
  }

  /** Takes the errors away and keeps what was typed. */
  quiet(): void {
    this.clear();
    this.submissions.set(0);
  }

  /** Call after adding an item: its first control takes the focus and shows no error yet. */
  added(list: string, index: number, first: string): void {
    const path = `${list}.${index}`;
    this.fresh.update((paths) => [...paths, path]);
    afterNextRender(() => this.document.getElementById(this.idOf(`${path}.${first}`))?.focus(), {
      injector: this.injector,
    });
  }

  /** Call after removing an item: those behind it have moved up. */
  removed(list: string, index: number): void {
    const movedUp = (path: string): string[] => {
      const [at, ...rest] = path.startsWith(`${list}.`) ? path.slice(list.length + 1).split('.') : ['-1'];
      if (Number(at) < index) return [path];
      return Number(at) === index ? [] : [[list, Number(at) - 1, ...rest].join('.')];
    };
    this.fresh.update((paths) => paths.flatMap(movedUp));
    this.refused.update((paths) => new Set([...paths].flatMap(movedUp)));
  }

  /** Shows a refusal that came from elsewhere than `save`, such as a second button of the page. */
  show(problem: Problem): void {
    const value = untracked(this.model);
    const texts = new Map<string, string[]>();
    for (const [name, said] of Object.entries(problem.errors)) {
      const path = this.pathOfServerName(name);
      texts.set(path, [...(texts.get(path) ?? []), ...(said.length > 0 ? said : [problem.detail])]);
    }
    // Two fields of the server may be one here, and each has something to say.
    const errors = [...texts].map(([path, all]) => ({ path, text: together(all), refused: textAt(value, path) }));
    this.use();
    this.serverErrors.set(errors);
    this.formProblem.set(problem);
    this.submissions.update((count) => count + 1);
  }

  private async uploadsReceived(): Promise<boolean> {
    this.saving.set(true);
    try {
      return !(await Promise.all(this.uploads)).includes(false);
    } finally {
      this.saving.set(false);
    }
  }

  private async addServerErrors(): Promise<void> {
    if (!this.options.whenInvalid) return;

    this.saving.set(true);
    try {
      const errors = await this.options.whenInvalid();
      if (Object.keys(errors).length > 0) this.show({ status: 400, detail: '', errors });
    } finally {
      this.saving.set(false);
    }
  }

  private wrongPaths(): ReadonlySet<string> {
    return new Set(
      this.tree()
        .errorSummary()
        .map((error) => pathOf(error.fieldTree().name())),
    );
  }

  private isFresh(path: string): boolean {
    return this.fresh().some((each) => path === each || path.startsWith(`${each}.`));
  }

  private pathOfServerName(name: string): string {
    const names = this.options.fieldNames;
    return typeof names === 'function' ? names(name) : (names?.[name] ?? name);
  }

  clear(): void {
    this.serverErrors.set([]);
    this.formProblem.set(undefined);
  }
}

/** `form.prices.0.rate` without the name of the form. */
export const pathOf = (name: string): string => name.split('.').slice(1).join('.');

/** One error is a phrase; of several each is a sentence. */
const together = (texts: readonly string[]): string =>
  texts.length === 1 ? phraseOf(texts[0] ?? '') : texts.map((text) => text.replace(/\.?$/, '.')).join(' ');

function textAt(model: unknown, path: string): string {
  let value = model;
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return JSON.stringify(value) ?? '';
}

function inPageOrder(a: HTMLElement | null, b: HTMLElement | null): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
