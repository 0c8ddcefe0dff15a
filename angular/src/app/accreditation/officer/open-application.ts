import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, inject, Injectable, resource, signal } from '@angular/core';
import { Observable } from 'rxjs';
import { Problem, problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { applicationGet } from '../../proxy/functions';
import { ApplicationDto } from '../../proxy/models';
import { movedInWords } from './moved';
import { StrictHttpResponse } from '../../proxy/strict-http-response';

type Move<P> = (
  http: HttpClient,
  rootUrl: string,
  params: P,
  context?: HttpContext,
) => Observable<StrictHttpResponse<ApplicationDto>>;

interface WithBody<B> {
  id: string;
  body: B;
}

/**
 * The application on the page, shared by its tabs. Every move sends the version that was read, and what the server
 * answers becomes the page: buttons follow it.
 */
@Injectable()
export class OpenApplication {
  private readonly api = inject(Api);
  private readonly id = signal<string | undefined>(undefined);
  private readonly refusal = signal<Problem | undefined>(undefined);
  private readonly running = signal('');
  private readonly moved = signal('');

  private readonly loaded = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.invoke(applicationGet, { id: params }),
  });

  /** Undefined until it has come. */
  readonly current = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  readonly failure = computed(() => (this.loaded.error() ? problemOf(this.loaded.error()) : undefined));
  /** The answer to a button that stands in no form. */
  readonly problem = this.refusal.asReadonly();
  /** What the last move did, in words; empty after a move that leaves the application where it was. */
  readonly done = this.moved.asReadonly();
  /** The button whose call is under way. */
  readonly busy = this.running.asReadonly();

  open(id: string): void {
    this.moved.set('');
    this.id.set(id);
  }

  /** The last proposal that came back, told once for each time: what is typed meanwhile stays. */
  readonly returned = computed(() => this.current()?.returnedProposal ?? undefined, {
    equal: (one, other) => one?.proposedAt === other?.proposedAt,
  });

  /** For tabs, which are shown only once it is there. */
  readonly application = computed<ApplicationDto>(() => {
    const application = this.current();
    if (!application) throw new Error('The application has not come yet.');
    return application;
  });

  /** @throws HttpErrorResponse the refusal; the form that called shows it. */
  async send<P extends WithBody<{ version: number }>>(
    move: Move<P>,
    body: Omit<P['body'], 'version'>,
    more?: Omit<P, 'id' | 'body'>,
  ): Promise<void> {
    const before = this.application();
    const { id, version } = before;
    const params = { ...more, id, body: { ...body, version } } as unknown as P;
    const after = await this.api.invoke(move, params);
    this.loaded.set(after);
    this.moved.set(movedInWords(before, after));
    this.refusal.set(undefined);
  }

  /** What needs no version of the application: it changes nothing of it, or something with a version of its own. */
  async tell<P extends WithBody<unknown>>(
    move: Move<P>,
    body: P['body'],
    more?: Omit<P, 'id' | 'body'>,
  ): Promise<void> {
    const params = { ...more, id: this.application().id, body } as unknown as P;
    this.loaded.set(await this.api.invoke(move, params));
    this.refusal.set(undefined);
  }

  /** A button of its own: one call at a time, a refusal goes to the summary of the page. */
  press<P extends WithBody<{ version: number }>>(name: string, move: Move<P>): Promise<void> {
    return this.pressTo(name, () => this.send(move, {} as Omit<P['body'], 'version'>));
  }

  async pressTo(name: string, call: () => Promise<void>): Promise<void> {
    if (this.running()) return;

    this.running.set(name);
    this.refusal.set(undefined);
    try {
      await call();
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.running.set('');
    }
  }

  /** Reads it again; what is typed in a form stays. */
  reload(): void {
    this.refusal.set(undefined);
    this.loaded.reload();
  }
}
