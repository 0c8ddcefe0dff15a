import { inject, Injectable } from '@angular/core';
import { Api } from '../../proxy/api';
import { policyGetOwnList, policySave } from '../../proxy/functions';
import { PolicyDto, PolicyKind, SavePolicyDto } from '../../proxy/models';

/** The provider's own list of policies. */
@Injectable({ providedIn: 'root' })
export class Policies {
  private readonly api = inject(Api);

  readonly list = () => this.api.invoke(policyGetOwnList);

  async find(kind: string): Promise<PolicyDto | undefined> {
    return (await this.list()).items.find((policy) => policy.kind === kind);
  }

  readonly save = (kind: PolicyKind, body: SavePolicyDto): Promise<PolicyDto> =>
    this.api.invoke(policySave, { kind, body });
}
