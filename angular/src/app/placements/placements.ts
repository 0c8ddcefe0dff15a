import { inject, Injectable } from '@angular/core';
import { Api } from '../proxy/api';
import {
  placementConfirmExtension,
  placementConfirmPrice,
  placementEnd,
  placementGet,
  placementGetHistory,
  placementGetList,
  placementProposeExtension,
  placementProposePrice,
  placementSendBackExtension,
  placementSendBackPrice,
  placementTakeBackEnd,
} from '../proxy/functions';
import {
  AuditEventDto,
  EndPlacementDto,
  ExtendPlacementDto,
  PagedResultOfPlacementListItemDto,
  PlacementDto,
  ProposePriceDto,
} from '../proxy/models';

export const PAGE_SIZE = 20;

/** Agreements of the caller's organisation, which either pays or has the home. */
@Injectable({ providedIn: 'root' })
export class Placements {
  private readonly api = inject(Api);

  list(search: string, currentOnly: boolean, page: number): Promise<PagedResultOfPlacementListItemDto> {
    return this.api.invoke(placementGetList, {
      Search: search || undefined,
      CurrentOnly: currentOnly || undefined,
      Page: page,
      PageSize: PAGE_SIZE,
    });
  }

  get(id: string): Promise<PlacementDto> {
    return this.api.invoke(placementGet, { id });
  }

  history(id: string): Promise<AuditEventDto[]> {
    return this.api.invoke(placementGetHistory, { id });
  }

  proposePrice(id: string, body: ProposePriceDto): Promise<PlacementDto> {
    return this.api.invoke(placementProposePrice, { id, body });
  }

  confirmPrice(id: string, version: number): Promise<PlacementDto> {
    return this.api.invoke(placementConfirmPrice, { id, body: { version } });
  }

  sendBackPrice(id: string, reason: string, version: number): Promise<PlacementDto> {
    return this.api.invoke(placementSendBackPrice, { id, body: { reason, version } });
  }

  end(id: string, body: EndPlacementDto): Promise<PlacementDto> {
    return this.api.invoke(placementEnd, { id, body });
  }

  proposeExtension(id: string, body: ExtendPlacementDto): Promise<PlacementDto> {
    return this.api.invoke(placementProposeExtension, { id, body });
  }

  confirmExtension(id: string, version: number): Promise<PlacementDto> {
    return this.api.invoke(placementConfirmExtension, { id, body: { version } });
  }

  sendBackExtension(id: string, reason: string, version: number): Promise<PlacementDto> {
    return this.api.invoke(placementSendBackExtension, { id, body: { reason, version } });
  }

  takeBackEnd(id: string, reason: string, version: number): Promise<PlacementDto> {
    return this.api.invoke(placementTakeBackEnd, { id, body: { reason, version } });
  }
}
