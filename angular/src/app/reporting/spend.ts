import { inject, Injectable } from '@angular/core';
import { Api } from '../proxy/api';
import { spendGetRunRate, spendGetSummary } from '../proxy/functions';
import { RunRateDto, SpendSummaryDto } from '../proxy/models';
import { Days } from './spend/period';

/** What the caller's authority spends. */
@Injectable({ providedIn: 'root' })
export class Spend {
  private readonly api = inject(Api);

  summary({ from, to }: Days): Promise<SpendSummaryDto> {
    return this.api.invoke(spendGetSummary, { from, to });
  }

  runRate(on: string): Promise<RunRateDto> {
    return this.api.invoke(spendGetRunRate, { on });
  }

  /** A plain link: the browser keeps the file itself, however long it is. */
  fileLink({ from, to }: Days, format: 'csv' | 'xlsx'): string {
    return `/api/spend/report?${new URLSearchParams({ from, to, format }).toString()}`;
  }
}
