import {
  Component,
  computed,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { DocumentDto, Documents, LARGEST_FILE } from '../core/documents';
import { problemOf } from '../core/problem';
import { documentState, fileSize } from './document-field';
import { GovukButton } from './govuk-button';
import { GovukFileUpload } from './govuk-file-upload';
import { Progress } from './progress';
import { Status } from './status';

interface Upload {
  readonly key: number;
  readonly file: File;
  /** Bytes. */
  readonly sent: number;
  readonly state: 'sending' | 'lost' | 'refused' | 'received';
  readonly reason?: string;
  readonly document?: DocumentDto;
}

/**
 * Several files at once, each on its own: one that fails stops no other. What was cut off by a lost connection is sent
 * again when the connection is back, or by its button.
 */
@Component({
  selector: 'dps-upload-list',
  imports: [GovukButton, GovukFileUpload, Progress, Status],
  styleUrl: './upload-list.scss',
  template: `
    <govuk-file-upload
      [fieldId]="fieldId()"
      label="Add files"
      hint="PDF, DOCX, XLSX, JPG, PNG or CSV. Up to 25 MB each, as many as you like"
      multiple
      (chosen)="add($event)"
    />
    @switch (scanning()) {
      @case ('Off') {
        <p class="dps-meta">Files are checked, not scanned for viruses: this portal has no scanner.</p>
      }
      @case ('Down') {
        <p class="dps-meta">
          The virus scanner does not answer just now. Send your files all the same: they wait here until they are
          scanned.
        </p>
      }
    }
    @if (uploads().length > 0) {
      <ul class="dps-uploads" aria-label="Files you added">
        @for (upload of uploads(); track upload.key) {
          <li class="dps-upload">
            <div class="dps-upload__name">
              {{ upload.file.name }} <span class="dps-meta">{{ sizeOf(upload.file.size) }}</span>
            </div>
            <div class="dps-upload__state">
              @switch (upload.state) {
                @case ('sending') {
                  <dps-progress
                    [done]="upload.sent"
                    [total]="upload.file.size"
                    [label]="sizeOf(upload.sent) + ' of ' + sizeOf(upload.file.size) + ' sent'"
                    [labelId]="fieldId() + '-progress-' + upload.key"
                  />
                }
                @case ('received') {
                  @if (upload.document; as document) {
                    @let shown = stateOf(document.state, document.scan);
                    <dps-status [text]="shown.text" [tone]="shown.tone" />
                    @if (document.reason) {
                      <p class="dps-upload__reason">{{ document.reason }}</p>
                    }
                    @if (document.state === 'Checking') {
                      <p class="dps-meta">It is here. No one can open it until it is checked.</p>
                    }
                  }
                }
                @default {
                  <dps-status
                    [text]="upload.state === 'lost' ? 'Cut off' : 'Not taken'"
                    [tone]="upload.state === 'lost' ? 'warn' : 'bad'"
                  />
                  <p class="dps-upload__reason">{{ upload.reason }}</p>
                }
              }
            </div>
            <div class="dps-upload__action">
              @if (upload.state === 'lost') {
                <button type="button" govukButton="secondary" small (click)="send(upload.key)">
                  Send again<span class="govuk-visually-hidden"> {{ upload.file.name }}</span>
                </button>
              }
              @if (upload.state === 'received' && upload.document?.state !== 'Refused') {
                <button type="button" govukButton small (click)="use(upload)">
                  Say what it is<span class="govuk-visually-hidden">: {{ upload.file.name }}</span>
                </button>
              }
              @if (upload.state !== 'sending') {
                <button type="button" class="dps-link-button" (click)="remove(upload.key)">
                  Remove<span class="govuk-visually-hidden"> {{ upload.file.name }}</span>
                </button>
              }
            </div>
          </li>
        }
      </ul>
    }
    <p class="govuk-visually-hidden" role="status">{{ message() }}</p>
  `,
})
export class UploadList {
  private readonly documents = inject(Documents);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly fieldId = input.required<string>();
  /** A received file that its sender wants to name. */
  readonly chosen = output<DocumentDto>();

  protected readonly uploads = signal<readonly Upload[]>([]);
  /** Spoken. */
  protected readonly message = signal('');
  protected readonly sizeOf = fileSize;
  protected readonly stateOf = documentState;

  private readonly scanner = resource({ loader: () => this.documents.scanning() });
  protected readonly scanning = computed(() => (this.scanner.hasValue() ? this.scanner.value() : undefined));

  private next = 0;
  private whenChosen?: (names: readonly string[]) => void;

  constructor() {
    effect((onCleanup) => {
      const again = (): void => this.lost().forEach(({ key }) => void this.send(key));
      this.window?.addEventListener('online', again);
      onCleanup(() => this.window?.removeEventListener('online', again));
    });
    effect((onCleanup) => {
      const checking = this.uploads().filter(({ document }) => document?.state === 'Checking');
      if (checking.length === 0) return;

      const timer = this.window?.setTimeout(() => checking.forEach((upload) => void this.look(upload)), 2000);
      onCleanup(() => this.window?.clearTimeout(timer));
    });
  }

  protected add(files: readonly File[]): void {
    this.whenChosen?.(files.map(({ name }) => name));
    this.whenChosen = undefined;
    for (const file of files) {
      const key = this.next++;
      const tooLarge = file.size > LARGEST_FILE;
      const reason = tooLarge ? `${file.name} is larger than 25 MB. Files of up to 25 MB are allowed.` : undefined;
      this.uploads.update((all) => [...all, { key, file, sent: 0, state: tooLarge ? 'refused' : 'sending', reason }]);
      if (!tooLarge) void this.send(key);
    }
  }

  /** @param chosen told the names of the files of this one choice */
  open(chosen: (names: readonly string[]) => void): void {
    this.whenChosen = chosen;
    this.host.nativeElement.querySelector('input')?.click();
  }

  /** Names of the files that were sent and have no place yet. */
  readonly waiting = computed(() =>
    this.uploads()
      .filter(({ state, document }) => state !== 'refused' && document?.state !== 'Refused')
      .map(({ file }) => file.name),
  );

  /** Takes a file off the list once it has its place. */
  forget(documentId: string): void {
    this.uploads.update((all) => all.filter(({ document }) => document?.id !== documentId));
  }

  protected async send(key: number): Promise<void> {
    const upload = this.uploads().find((each) => each.key === key);
    if (!upload) return;

    this.change(key, { state: 'sending', sent: 0, reason: undefined });
    try {
      const document = await this.documents.upload(upload.file, (sent) =>
        this.change(key, { sent: Math.min(sent, upload.file.size) }),
      );
      this.change(key, { state: 'received', document });
      this.message.set(`${upload.file.name} was received.`);
    } catch (error) {
      const problem = problemOf(error);
      const lost = problem.status === 0 || problem.status >= 500;
      const reason = lost ? 'The connection was lost. It is sent again when the connection is back.' : problem.detail;
      this.change(key, { state: lost ? 'lost' : 'refused', reason });
      this.message.set(`${upload.file.name}: ${reason}`);
    }
  }

  protected use(upload: Upload): void {
    if (upload.document) this.chosen.emit(upload.document);
  }

  protected remove(key: number): void {
    this.uploads.update((all) => all.filter((each) => each.key !== key));
  }

  private async look(upload: Upload): Promise<void> {
    if (!upload.document) return;

    try {
      this.change(upload.key, { document: await this.documents.get(upload.document.id) });
    } catch {
      // Not reachable just now: the same state, looked at again in a while.
      this.change(upload.key, { document: { ...upload.document } });
    }
  }

  private lost(): readonly Upload[] {
    return this.uploads().filter(({ state }) => state === 'lost');
  }

  private change(key: number, change: Partial<Upload>): void {
    this.uploads.update((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }
}
