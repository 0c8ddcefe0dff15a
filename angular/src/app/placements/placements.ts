import { inject, Injectable } from '@angular/core';
import { Api } from '../proxy/api';
import {
  placementChangePrice,
  placementEnd,
  placementGet,
  placementGetHistory,
  placementGetList,
} from '../proxy/functions';
import {
  AuditEventDto,
  ChangePriceDto,
  EndPlacementDto,
  PagedResultOfPlacementListItemDto,
  PlacementDto,
} from '../proxy/models';

export const PAGE_SIZE = 20;

/** Agreements of the caller's organisation, which either pays or has the home. */
@Injectable({ providedIn: 'root' })
export class Placements {
  private readonly api = inject(Api);

  list(search: string, activeOnly: boolean, page: number): Promise<PagedResultOfPlacementListItemDto> {
    return this.api.invoke(placementGetList, {
      Search: search || undefined,
      ActiveOnly: activeOnly || undefined,
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

  changePrice(id: string, body: ChangePriceDto): Promise<PlacementDto> {
    return this.api.invoke(placementChangePrice, { id, body });
  }

  end(id: string, body: EndPlacementDto): Promise<PlacementDto> {
    return this.api.invoke(placementEnd, { id, body });
  }
}
