import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../proxy/api';
import {
  bidSave,
  bidSubmit,
  bidWithdraw,
  boxGet,
  opportunityAnswerPrice,
  opportunityAskQuestion,
  opportunityDecline,
  opportunityGet,
  opportunityGetLetter,
  opportunityGetList,
  placementGetList,
  premisesGetList,
} from '../proxy/functions';
import {
  BidDto,
  BidReceiptDto,
  BoxDto,
  LetterDto,
  NoBidReason,
  OpportunityDto,
  OpportunityPageDto,
  PlacementListItemDto,
  PremisesDto,
  SaveBidDto,
  SubmitBidDto,
} from '../proxy/models';

export const PAGE_SIZE = 20;

/** The provider's side of call-offs: what it is invited to, and its own bid on each. */
@Injectable({ providedIn: 'root' })
export class Opportunities {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);

  /** The soonest to close first, or of those that are over the latest. */
  list(closed: boolean, page: number): Promise<OpportunityPageDto> {
    return this.api.invoke(opportunityGetList, { Closed: closed, Page: page, PageSize: PAGE_SIZE });
  }

  get(id: string): Promise<OpportunityDto> {
    return this.api.invoke(opportunityGet, { id });
  }

  homes(): Promise<PremisesDto[]> {
    return this.api.invoke(premisesGetList, {});
  }

  decline(id: string, reason: NoBidReason): Promise<OpportunityDto> {
    return this.api.invoke(opportunityDecline, { id, body: { reason } });
  }

  /** Nobody is told who asked. */
  ask(id: string, text: string): Promise<OpportunityDto> {
    return this.api.invoke(opportunityAskQuestion, { id, body: { text } });
  }

  save(id: string, body: SaveBidDto): Promise<BidDto> {
    return this.api.invoke(bidSave, { id, body });
  }

  /** The same key gives the same receipt, however often it is sent. */
  submit(id: string, key: string, body: SubmitBidDto): Promise<BidReceiptDto> {
    return this.api.invoke(bidSubmit, { id, 'Idempotency-Key': key, body });
  }

  withdraw(id: string): Promise<OpportunityDto> {
    return this.api.invoke(bidWithdraw, { id });
  }

  /** The placement made from a won call-off; undefined until it is made, or when this person may not see it. */
  async placementOf(id: string): Promise<PlacementListItemDto | undefined> {
    const { items } = await this.api.invoke(placementGetList, { CallOffId: id });
    return items[0];
  }

  /** @param version Of the question that was read. */
  answerPrice(id: string, answer: string, version: number): Promise<OpportunityDto> {
    return this.api.invoke(opportunityAnswerPrice, { id, body: { answer, version } });
  }

  /** Signed, as the provider keeps it. */
  receiptFile(id: string, version: number): Promise<string> {
    const file = `/api/opportunities/${id}/bid/versions/${version}/receipt`;
    return firstValueFrom(this.http.get(file, { responseType: 'text' }));
  }

  /** What everybody may see of the closed box. */
  box(id: string): Promise<BoxDto> {
    return this.api.invoke(boxGet, { id });
  }

  letter(id: string): Promise<LetterDto> {
    return this.api.invoke(opportunityGetLetter, { id });
  }
}
