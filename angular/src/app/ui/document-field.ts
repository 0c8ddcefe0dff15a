import { Component, computed, DOCUMENT, effect, inject, input, output, resource, signal } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { Documents, DocumentScan, DocumentState, EvidenceKind, LARGEST_FILE } from '../core/documents';
import { problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { fieldParts } from './field-parts';
import { GovukButton } from './govuk-button';
import { GovukFileUpload } from './govuk-file-upload';
import { GovukFormDirective } from './govuk-form-directive';
import { Tone } from './parts';
import { Status } from './status';
import { UkDate } from './uk-date';

/** How far a file has come. A file that no scanner saw is never called clean. */
export function documentState(state: DocumentState, scan: DocumentScan): { text: string; tone: Tone } {
  if (state === 'Refused') return { text: 'Not taken', tone: 'bad' };
  if (state === 'Ready') {
    return scan === 'Clean' ? { text: 'Clean', tone: 'ok' } : { text: 'Checked, not scanned', tone: 'ok' };
  }
  return scan === 'Waiting'
    ? { text: 'Waiting for the scanner', tone: 'warn' }
    : { text: 'Being checked', tone: 'info' };
}

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
  imports: [GovukButton, GovukFileUpload, Status, UkDate],
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
        @let shown = stateOf(file.state, file.scan);
        <dps-status [text]="shown.text" [tone]="shown.tone" />
        @if (file.scan === 'Waiting' && file.state === 'Checking') {
          <p class="dps-meta dps-file__note">
            The virus scanner does not answer just now. The file is safe here and is scanned as soon as it does. You can
            go on.
          </p>
        }
        @if (file.reason) {
          <p class="dps-file__reason">{{ file.reason }}</p>
        }
      </div>
    }
    @if (offer(); as offered) {
      <div class="dps-file dps-file--offer">
        <div class="dps-file__name">
          {{ offered.name }}
          <span class="dps-meta">
            In your evidence{{ offered.expiresOn ? ', until ' : '' }}{{ offered.expiresOn | ukDate }}
          </span>
        </div>
        <button type="button" govukButton="secondary" small (click)="field()().value.set(offered.id)">
          Use this one<span class="govuk-visually-hidden">: {{ label() }}</span>
        </button>
      </div>
    }
    <govuk-file-upload
      [fieldId]="parts.id()"
      [label]="field()().value() ? 'Replace the file: ' + label() : label()"
      [hint]="hint()"
      [error]="refusal() ?? parts.error()"
      (chosen)="take($event)"
    />
    <p class="dps-meta" role="status" [class.govuk-visually-hidden]="!sending()">{{ message() }}</p>
  `,
})
export class DocumentField {
  private readonly documents = inject(Documents);
  private readonly session = inject(ServerSession);
  private readonly form = inject(GovukFormDirective);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input('PDF, DOCX, XLSX, JPG, PNG or CSV, at most 25 MB');
  /** What the organisation's evidence is asked for before a file is. */
  readonly evidence = input<EvidenceKind>();
  /** The home that the document is about, where it is about one. */
  readonly premisesId = input<string>();
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

  private readonly vault = resource({
    params: () => (this.evidence() && this.session.may('Evidence.Manage') ? true : undefined),
    loader: () => this.documents.evidence(),
  });

  /** In date, and not the one that is chosen. */
  protected readonly offer = computed(() => {
    const items = this.vault.hasValue() ? this.vault.value() : [];
    const item = items.find(
      ({ kind, premisesId, status }) =>
        kind === this.evidence() &&
        (premisesId === null || premisesId === this.premisesId()) &&
        (status === 'Current' || status === 'ExpiresSoon'),
    );
    const version = item?.versions[0];
    return version && version.documentState !== 'Refused' && version.documentId !== this.field()().value()
      ? { id: version.documentId, name: version.documentName, expiresOn: version.expiresOn }
      : undefined;
  });

  protected readonly stateOf = documentState;

  /** Whoever presses the button of the form meanwhile has their file saved with the rest. */
  protected take(files: readonly File[]): void {
    const file = files[0];
    if (file) this.form.govukForm().waitFor(this.send(file));
  }

  /** Whether the file was received. */
  private async send(file: File): Promise<boolean> {
    this.refusal.set(undefined);
    if (file.size > LARGEST_FILE) {
      this.refusal.set(`${file.name} is larger than 25 MB. Files of up to 25 MB are allowed.`);
      return false;
    }

    this.message.set(`Sending ${file.name}`);
    this.sending.set(true);
    try {
      const document = await this.documents.upload(file);
      this.field()().value.set(document.id);
      this.message.set(`${document.name} was received.`);
      this.uploaded.emit(document.name);
      return true;
    } catch (error) {
      this.message.set('');
      this.refusal.set(problemOf(error).detail);
      return false;
    } finally {
      this.sending.set(false);
    }
  }
}
