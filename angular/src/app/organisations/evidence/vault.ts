import { inject, Injectable } from '@angular/core';
import { Api } from '../../proxy/api';
import {
  evidenceAdd,
  evidenceAddVersion,
  evidenceGetList,
  evidenceRequestAnswer,
  evidenceRequestGetList,
} from '../../proxy/functions';
import { AddEvidenceDto, EvidenceVersionInputDto } from '../../proxy/models';

/** The provider's evidence and who asks for it. */
@Injectable({ providedIn: 'root' })
export class Vault {
  private readonly api = inject(Api);

  readonly list = () => this.api.invoke(evidenceGetList);
  readonly add = (body: AddEvidenceDto) => this.api.invoke(evidenceAdd, { body });
  readonly addVersion = (id: string, body: EvidenceVersionInputDto) =>
    this.api.invoke(evidenceAddVersion, { id, body });
  readonly requests = () => this.api.invoke(evidenceRequestGetList);
  readonly answer = (id: string) => this.api.invoke(evidenceRequestAnswer, { id });
}
