import { inject, Injectable } from '@angular/core';
import { Api } from '../../proxy/api';
import {
  premisesCreate,
  premisesGet,
  premisesGetList,
  premisesUpdate,
  schemeGet,
  schemeGetList,
  visitGetCancelled,
} from '../../proxy/functions';
import { PremisesDto, SavePremisesDto } from '../../proxy/models';

/** The provider's own homes. */
@Injectable({ providedIn: 'root' })
export class Homes {
  private readonly api = inject(Api);

  readonly list = () => this.api.invoke(premisesGetList);
  readonly cancelledVisits = (id: string) => this.api.invoke(visitGetCancelled, { id });
  readonly get = (id: string) => this.api.invoke(premisesGet, { id });

  readonly save = (id: string | undefined, body: SavePremisesDto): Promise<PremisesDto> =>
    id ? this.api.invoke(premisesUpdate, { id, body }) : this.api.invoke(premisesCreate, { body });

  /** The councils that buy through any scheme, by name. */
  async authorities(): Promise<string[]> {
    const schemes = await this.api.invoke(schemeGetList);
    const details = await Promise.all(schemes.map(({ id }) => this.api.invoke(schemeGet, { id })));
    const names = details.flatMap(({ memberAuthorities }) => memberAuthorities.map(({ name }) => name));
    return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en-GB'));
  }
}
