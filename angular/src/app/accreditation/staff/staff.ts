import { inject, Injectable } from '@angular/core';
import { Api } from '../../proxy/api';
import { staffCreate, staffGetOwnList, staffGetOwnTraining, staffImport, staffUpdate } from '../../proxy/functions';
import { SaveStaffMemberDto, StaffImportDto, StaffMemberDto } from '../../proxy/models';

/** The provider's own single central record. */
@Injectable({ providedIn: 'root' })
export class Staff {
  private readonly api = inject(Api);

  readonly list = () => this.api.invoke(staffGetOwnList);

  readonly training = () => this.api.invoke(staffGetOwnTraining);

  async find(id: string): Promise<StaffMemberDto | undefined> {
    return (await this.list()).items.find((person) => person.id === id);
  }

  readonly save = (id: string | undefined, body: SaveStaffMemberDto): Promise<StaffMemberDto> =>
    id ? this.api.invoke(staffUpdate, { id, body }) : this.api.invoke(staffCreate, { body });

  /** @param apply false to look only. */
  readonly import = (file: File, apply: boolean): Promise<StaffImportDto> =>
    this.api.invoke(staffImport, { apply, body: { file } });
}
