import { Component, input, output, signal } from '@angular/core';
import { GovukFileUpload } from '../../ui/govuk-file-upload';
import { BidCopy, openCopy, SentVersion } from './bid-copy';

/** Opens the bid file that its bidder kept. It is read in the page and never sent. */
@Component({
  selector: 'dps-open-copy',
  imports: [GovukFileUpload],
  template: `
    <govuk-file-upload
      fieldId="copy"
      label="Open your copy"
      hint="The bid file that you downloaded; its name ends in -bid.json. It is read on this page and not sent."
      accept=".json,application/json"
      [error]="error()"
      (chosen)="open($event)"
    />
  `,
})
export class OpenCopy {
  readonly sent = input.required<SentVersion>();
  /** It is of this version, letter by letter. */
  readonly opened = output<BidCopy>();

  protected readonly error = signal<string | undefined>(undefined);

  protected async open([file]: readonly File[]): Promise<void> {
    if (!file) return;

    const copy = await openCopy(await file.text().catch(() => ''), this.sent());
    this.error.set(typeof copy === 'string' ? copy : undefined);
    if (typeof copy !== 'string') this.opened.emit(copy);
  }
}
