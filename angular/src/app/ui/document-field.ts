import { Component, computed, DOCUMENT, effect, inject, input, output, resource, signal } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { Documents, LARGEST_FILE } from '../core/documents';
import { problemOf } from '../core/problem';
import { fieldParts } from './field-parts';
import { GovukFileUpload } from './govuk-file-upload';
import { Tone } from './parts';
import { Status } from './status';

const STATES: Readonly<Record<string, { text: string; tone: Tone }>> = {
  Checking: { text: 'Being checked', tone: 'info' },
  Ready: { text: 'Received', tone: 'ok' },
  Refused: { text: 'Not taken', tone: 'bad' },
};

/** In whole kilobytes or tenths of megabytes. */
export function fileSize(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/**
 * One file for one question; the field holds the document's id. A file is sent as soon as it is chosen. A refused file
 * leaves the one before it, and the rest of the form, as they were.
 */
@Component({
  selector: 'dps-document-field',
  imports: [GovukFileUpload, Status],
  styleUrl: './document-field.scss',
  template: `
    @if (known(); as file) {
      <div class="dps-file">
        <div class="dps-file__name">
          @if (file.state === 'Ready') {
            <a class="govuk-link" [href]="'/api/documents/' + file.id + '/content'">{{ file.name }}</a>
          } @else {
            {{ file.name }}
          }
          <span class="dps-meta">{{ sizeOf(file.size) }}</span>
        </div>
        <dps-status [text]="stateOf(file.state).text" [tone]="stateOf(file.state).tone" />
        @if (file.reason) {
          <p class="dps-file__reason">{{ file.reason }}</p>
        }
      </div>
    }
    <govuk-file-upload
      [fieldId]="parts.id()"
      [label]="field()().value() ? 'Replace the file: ' + label() : label()"
      [hint]="hint()"
      [error]="refusal() ?? parts.error()"
      (chosen)="send($event)"
    />
    <p class="dps-meta" role="status" [class.govuk-visually-hidden]="!sending()">{{ message() }}</p>
  `,
})
export class DocumentField {
  private readonly documents = inject(Documents);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input('PDF, DOCX, XLSX, JPG, PNG or CSV, at most 25 MB');
  /** The name of the file that was taken. */
  readonly uploaded = output<string>();

  protected readonly parts = fieldParts(
    () => this.field(),
    () => this.hint(),
  );
  protected readonly refusal = signal<string | undefined>(undefined);
  /** Also spoken; the tag beside the name tells those who see it. */
  protected readonly message = signal('');
  protected readonly sending = signal(false);
  protected readonly sizeOf = fileSize;

  private readonly file = resource({
    params: () => this.field()().value() || undefined,
    loader: ({ params }) => this.documents.get(params),
  });
  protected readonly known = computed(() => (this.file.hasValue() ? this.file.value() : undefined));

  constructor() {
    effect((onCleanup) => {
      if (this.known()?.state !== 'Checking') return;

      const timer = this.window?.setTimeout(() => this.file.reload(), 2000);
      onCleanup(() => this.window?.clearTimeout(timer));
    });
  }

  protected stateOf(state: string): { text: string; tone: Tone } {
    return STATES[state] ?? { text: state, tone: 'neutral' };
  }

  protected async send(files: readonly File[]): Promise<void> {
    const file = files[0];
    if (!file) return;

    this.refusal.set(undefined);
    if (file.size > LARGEST_FILE) {
      this.refusal.set(`${file.name} is larger than 25 MB. Files of up to 25 MB are allowed.`);
      return;
    }

    this.message.set(`Sending ${file.name}`);
    this.sending.set(true);
    try {
      const document = await this.documents.upload(file);
      this.field()().value.set(document.id);
      this.message.set(`${document.name} was received.`);
      this.uploaded.emit(document.name);
    } catch (error) {
      this.message.set('');
      this.refusal.set(problemOf(error).detail);
    } finally {
      this.sending.set(false);
    }
  }
}
