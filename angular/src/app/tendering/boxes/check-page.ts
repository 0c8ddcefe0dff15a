import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import { Problem, problemOf } from '../../core/problem';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukFileUpload } from '../../ui/govuk-file-upload';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { checkFiles, ChosenFile, Finding, NOT_OPENED } from './box-check';

/** Checks a receipt in the browser: no file leaves it. */
@Component({
  selector: 'dps-check-page',
  imports: [GovukErrorSummary, GovukFileUpload, PageHeader, Status],
  host: { class: 'dps-page' },
  templateUrl: './check-page.html',
  styleUrl: './boxes.scss',
})
export class CheckPage {
  private readonly http = inject(HttpClient);

  protected readonly files = signal<readonly ChosenFile[]>([]);
  protected readonly findings = signal<readonly Finding[] | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly error = signal<string | undefined>(undefined);
  protected readonly holds = computed(
    () => (this.findings()?.length ?? 0) > 0 && (this.findings()?.every(({ holds }) => holds) ?? false),
  );

  /** Nothing is false, and still somebody has to look. */
  protected readonly isNotOpened = computed(() => this.findings()?.some(({ text }) => text === NOT_OPENED) ?? false);
  protected readonly outcome = computed(() =>
    !this.holds()
      ? 'Something does not hold'
      : this.isNotOpened()
        ? 'Everything holds, but a bid was not opened'
        : 'Everything holds',
  );

  /** A receipt from before the close has no proof yet. */
  protected readonly isEarly = computed(() =>
    this.files().some(({ text }) => text.includes('dps-receipt-file/1') && !text.includes('"proof"')),
  );

  /** Files chosen later join the ones before: a phone lets one choose only one at a time. */
  protected async check(chosen: readonly File[]): Promise<void> {
    this.problem.set(undefined);
    this.error.set(undefined);
    const read = await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() })));
    const names = new Set(read.map(({ name }) => name));
    this.files.set([...this.files().filter(({ name }) => !names.has(name)), ...read]);
    const known = this.files().some(
      ({ text }) => text.includes('dps-receipt-file/1') || text.includes('dps-box-file/1'),
    );
    if (!known) {
      this.findings.set(undefined);
      this.error.set('Choose a receipt file or a box file, as you downloaded it. A bid file alone proves nothing');
      return;
    }

    try {
      const portals = await this.portalsKeys();
      this.findings.set([...(await checkFiles(this.withKeys(portals))), ...this.ofKeys(portals)]);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected again(): void {
    this.files.set([]);
    this.findings.set(undefined);
    this.error.set(undefined);
  }

  /** None where the portal does not answer and a key file was chosen: the check needs no portal. */
  private async portalsKeys(): Promise<string> {
    try {
      return await lastValueFrom(this.http.get('/api/public/signing-keys', { responseType: 'text' }));
    } catch (error) {
      if (this.chosenKeys()) return '';

      throw error;
    }
  }

  /** The portal’s own keys where no key file was chosen. */
  private withKeys(portals: string): readonly ChosenFile[] {
    return this.chosenKeys() ? this.files() : [...this.files(), { name: 'keys', text: portals }];
  }

  private chosenKeys(): ChosenFile | undefined {
    return this.files().find(({ text }) => text.includes('dps-keys/1'));
  }

  /** A key file that somebody else made signs whatever they like. */
  private ofKeys(portals: string): Finding[] {
    const chosen = this.chosenKeys();
    if (!chosen || !portals) return [];

    const keysIn = (text: string): string[] => text.match(/[A-Za-z0-9+/]{100,}={0,2}/g) ?? [];
    return [
      {
        holds: keysIn(chosen.text).every((key) => keysIn(portals).includes(key)),
        text: 'The keys in the key file are keys of this portal.',
      },
    ];
  }
}
