import { inject, Injectable } from '@angular/core';
import { Api } from '../../proxy/api';
import {
  applicationGetOwnList,
  evidenceAdd,
  evidenceAddVersion,
  evidenceGetList,
  evidenceRequestAnswer,
  evidenceRequestGetList,
} from '../../proxy/functions';
import { AddEvidenceDto, ApplicationListItemDto, EvidenceVersionInputDto, MembershipState } from '../../proxy/models';

const ENDED: readonly MembershipState[] = ['Rejected', 'Withdrawn', 'Removed', 'Left'];

/** The provider's evidence and who asks for it. */
@Injectable({ providedIn: 'root' })
export class Vault {
  private readonly api = inject(Api);

  /** The applications that the documents are for. */
  async applications(): Promise<ApplicationListItemDto[]> {
    return (await this.api.invoke(applicationGetOwnList)).filter(({ membership }) => !ENDED.includes(membership));
  }

  readonly list = () => this.api.invoke(evidenceGetList);
  readonly add = (body: AddEvidenceDto) => this.api.invoke(evidenceAdd, { body });
  readonly addVersion = (id: string, body: EvidenceVersionInputDto) =>
    this.api.invoke(evidenceAddVersion, { id, body });
  readonly requests = () => this.api.invoke(evidenceRequestGetList);
  readonly answer = (id: string) => this.api.invoke(evidenceRequestAnswer, { id });
}
