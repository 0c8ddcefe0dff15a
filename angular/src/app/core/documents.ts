import { inject, Injectable } from '@angular/core';
import { Api } from '../proxy/api';
import { documentGet, documentUpload } from '../proxy/functions';
import { DocumentDto } from '../proxy/models';

/** In bytes; the server says the same and alone decides. Known here so that nobody waits for a hopeless upload. */
export const LARGEST_FILE = 26_214_400;

/** Files of the signed-in organisation. A file is sent once and referred to by its id from then on. */
@Injectable({ providedIn: 'root' })
export class Documents {
  private readonly api = inject(Api);

  readonly get = (id: string): Promise<DocumentDto> => this.api.invoke(documentGet, { id });
  readonly upload = (file: File): Promise<DocumentDto> => this.api.invoke(documentUpload, { body: { file } });
}
