import { inject, Injectable } from '@angular/core';
import { CanActivateFn } from '@angular/router';
import { ServerSession } from '../../core/server-session';
import { Api } from '../../proxy/api';
import { applicationGetQueue } from '../../proxy/functions';
import { ApplicationQueueDto } from '../../proxy/models';

export const PAGE_SIZE = 20;

type Asked = NonNullable<Parameters<typeof applicationGetQueue>[2]>;

/** The queue as its address asks for it. */
export const askedBy = (address: Partial<Record<'whose' | 'search' | 'sort' | 'page', string>>): Asked => ({
  AssignedToMe: address.whose === 'mine',
  Search: address.search || undefined,
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
