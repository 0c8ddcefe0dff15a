import { inject, Injectable } from '@angular/core';
import { Api } from '../proxy/api';
import {
  referralCancel,
  referralCreate,
  referralCreateDraft,
  referralGet,
  referralGetList,
  referralGetOutcomes,
  referralSaveDraft,
  referralUpdate,
  schemeGet,
  schemeGetList,
} from '../proxy/functions';
import {
  LotDto,
  PagedResultOfReferralListItemDto,
  ReferralCancelReason,
  ReferralDto,
  ReferralOutcomesDto,
  SaveReferralDraftDto,
  SaveReferralDto,
  SchemeDto,
} from '../proxy/models';

export const PAGE_SIZE = 20;

/** A lot with the scheme it belongs to. */
export interface SchemeLot {
  readonly lot: LotDto;
  readonly scheme: SchemeDto;
}

/** Needs of young people, inside the placing authority only. */
@Injectable({ providedIn: 'root' })
export class Referrals {
  private readonly api = inject(Api);

  list(page: number): Promise<PagedResultOfReferralListItemDto> {
    return this.api.invoke(referralGetList, { Page: page, PageSize: PAGE_SIZE });
  }

  get(id: string): Promise<ReferralDto> {
    return this.api.invoke(referralGet, { id });
  }

  /** Creates without an id, updates with one. */
  save(id: string | undefined, body: SaveReferralDto): Promise<ReferralDto> {
    return id ? this.api.invoke(referralUpdate, { id, body }) : this.api.invoke(referralCreate, { body });
  }

  saveDraft(id: string | undefined, body: SaveReferralDraftDto): Promise<ReferralDto> {
    return id ? this.api.invoke(referralSaveDraft, { id, body }) : this.api.invoke(referralCreateDraft, { body });
  }

  cancel(id: string, reason: ReferralCancelReason, version: number): Promise<ReferralDto> {
    return this.api.invoke(referralCancel, { id, body: { reason, version } });
  }

  /** Days `YYYY-MM-DD`; the last twelve months without them. */
  outcomes(from?: string, to?: string): Promise<ReferralOutcomesDto> {
    return this.api.invoke(referralGetOutcomes, { From: from, To: to });
  }

  /** Lots of the schemes that the authority may buy through on a day `YYYY-MM-DD`. */
  async lots(authorityId: string, today: string): Promise<SchemeLot[]> {
    const schemes = await this.api.invoke(schemeGetList, {});
    const running = schemes.filter((scheme) => scheme.endsOn >= today);
    const details = await Promise.all(running.map(({ id }) => this.api.invoke(schemeGet, { id })));
    return details
      .filter((scheme) => scheme.memberAuthorities.some((member) => member.authorityId === authorityId))
      .flatMap((scheme) => scheme.lots.map((lot) => ({ lot, scheme })));
  }
}
