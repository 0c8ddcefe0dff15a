import { inject, Injectable } from '@angular/core';
import { Api } from '../proxy/api';
import { todayRead } from '../proxy/functions';

/** What the organisation has read leaves its first page. */
@Injectable({ providedIn: 'root' })
export class News {
  private readonly api = inject(Api);

  /** A reader is never held up: what could not be marked stays on the first page. */
  read(
    kind: 'Application.ReadLetter' | 'Bid.ReadLetter' | 'Bid.ReadCancelled' | 'Placement.SentBack' | 'Visit.Cancelled',
    id: string,
  ): void {
    this.api.invoke(todayRead, { body: { kind, id } }).catch(() => undefined);
  }
}
