import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { lastValueFrom, tap } from 'rxjs';
import { Api } from '../proxy/api';
import { documentGet, documentGetScanning, evidenceGetList } from '../proxy/functions';
import { DocumentDto, EvidenceItemDto, Scanning } from '../proxy/models';

/** In bytes; the server says the same and alone decides. Known here so that nobody waits for a hopeless upload. */
export const LARGEST_FILE = 26_214_400;

/** Files of the signed-in organisation. A file is sent once and referred to by its id from then on. */
@Injectable({ providedIn: 'root' })
export class Documents {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);

  readonly get = (id: string): Promise<DocumentDto> => this.api.invoke(documentGet, { id });

  /** @param sent told how many bytes have gone up */
  async upload(file: File, sent: (bytes: number) => void = () => undefined): Promise<DocumentDto> {
    const body = new FormData();
    body.append('file', file);
    const events = this.http
      .post<DocumentDto>('/api/documents', body, { reportProgress: true, observe: 'events' })
      .pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress) sent(event.loaded);
        }),
      );
    const last = await lastValueFrom(events);
    if (last.type !== HttpEventType.Response || !last.body) throw new Error('The upload had no answer.');

    return last.body;
  }

  /** Whether files are scanned for viruses here, and whether the scanner answers. */
  async scanning(): Promise<Scanning> {
    return (await this.api.invoke(documentGetScanning)).state;
  }

  /** What the organisation's evidence holds; nothing for those who have none. */
  readonly evidence = (): Promise<EvidenceItemDto[]> => this.api.invoke(evidenceGetList);
}

export type {
  DocumentDto,
  DocumentScan,
  DocumentState,
  EvidenceItemDto,
  EvidenceKind,
  Scanning,
} from '../proxy/models';
