import { inject, Injectable } from '@angular/core';
import { CanActivateFn } from '@angular/router';
import { ServerSession } from '../../core/server-session';
import { Api } from '../../proxy/api';
import { applicationGetQueue } from '../../proxy/functions';
import { AccreditationStage, ApplicationQueueDto, QueueDue, QueueOwner } from '../../proxy/models';
import { STAGES } from './words';

export const PAGE_SIZE = 20;

type Asked = NonNullable<Parameters<typeof applicationGetQueue>[2]>;

/** What narrows or orders the queue in its address. */
export const FILTERS = ['whose', 'search', 'stage', 'due', 'sort'] as const;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

export const OWNERS: Readonly<Record<string, QueueOwner>> = { mine: 'Me', nobody: 'Nobody' };
export const DUE: Readonly<Record<string, QueueDue>> = { overdue: 'Overdue', week: 'ThisWeek' };

const isStage = (text: string): text is AccreditationStage => text in STAGES;

/** The filter of an address as the server knows it; what it does not know filters nothing. */
export const filterOf = ({ whose = '', search, stage = '', due = '' }: Filters) => ({
  owner: OWNERS[whose],
  search: search || undefined,
  stage: isStage(stage) ? stage : undefined,
  due: DUE[due],
});

/** The queue as its address asks for it. */
export const askedBy = (address: Filters & { readonly page?: string }): Asked => ({
  ...Object.fromEntries(
    Object.entries(filterOf(address)).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  ),
  Sort: address.sort ?? 'due',
  Page: Math.max(1, Number(address.page) || 1),
  PageSize: PAGE_SIZE,
});

/** Reads the queue, and can begin before there is a page to show it. */
@Injectable({ providedIn: 'root' })
export class Queue {
  private readonly api = inject(Api);
  private ahead?: { readonly asked: string; readonly answer: Promise<ApplicationQueueDto> };

  begin(asked: Asked): void {
    const answer = this.read(asked);
    // Whoever takes it hears of its failure.
    answer.catch(() => undefined);
    this.ahead = { asked: JSON.stringify(asked), answer };
  }

  /** What was begun counts once, and only for the same question. */
  take(asked: Asked): Promise<ApplicationQueueDto> {
    const ahead = this.ahead;
    this.ahead = undefined;
    return ahead?.asked === JSON.stringify(asked) ? ahead.answer : this.read(asked);
  }

  private read(asked: Asked): Promise<ApplicationQueueDto> {
    return this.api.invoke(applicationGetQueue, asked);
  }
}

/** On a slow line the rows come while the code of the page is still on its way. */
export const beginQueue: CanActivateFn = ({ queryParams }) => {
  if (inject(ServerSession).may('Applications.Review')) inject(Queue).begin(askedBy(queryParams));
  return true;
};
