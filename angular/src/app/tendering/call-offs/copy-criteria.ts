import { Component, computed, inject, output, resource, signal } from '@angular/core';
import { CallOffDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { formatDate } from '../../ui/uk-date';
import { londonDate } from '../../ui/dates';
import { CallOffs } from '../call-offs';

/** Criteria, weights and price limit of an own call-off that was published before, so that nobody types them twice. */
@Component({
  selector: 'dps-copy-criteria',
  imports: [GovukButton],
  template: `
    @if (choices().length > 0) {
      <label class="govuk-label" for="earlier">Judge as in an earlier call-off (optional)</label>
      <div class="copy">
        <select class="govuk-select" id="earlier" #earlier>
          <option value="">Choose one</option>
          @for (choice of choices(); track choice.value) {
            <option [value]="choice.value">{{ choice.label }}</option>
          }
        </select>
        <button type="button" govukButton="secondary" small [busy]="busy()" (click)="copy(earlier.value)">
          Copy its criteria
        </button>
      </div>
      <p class="dps-meta said" role="status">{{ said() }}</p>
    }
  `,
  styles: `
    .copy {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }

    .copy select {
      min-width: 0;
      max-width: 100%;
      flex: 1 1 16rem;
    }

    .said {
      margin: 4px 0 16px;
    }
  `,
})
export class CopyCriteria {
  private readonly callOffs = inject(CallOffs);

  readonly copied = output<CallOffDto>();

  private readonly published = resource({ loader: () => this.callOffs.list(undefined, '', 1) });
  protected readonly choices = computed(() =>
    (this.published.hasValue() ? this.published.value().items : [])
      .filter(({ publishedAt }) => publishedAt !== null)
      .map(({ id, reference, lotName, schemeName, publishedAt }) => ({
        value: id,
        label: `${reference}, ${lotName} of ${schemeName}, ${formatDate(londonDate(Date.parse(publishedAt ?? '')), 'short')}`,
      })),
  );
  protected readonly busy = signal(false);
  protected readonly said = signal('');

  protected async copy(id: string): Promise<void> {
    if (!id) {
      this.said.set('Choose the call-off to copy from first.');
      return;
    }
    if (this.busy()) return;

    this.busy.set(true);
    try {
      const callOff = await this.callOffs.get(id);
      this.copied.emit(callOff);
      this.said.set(`Criteria, weights and price limit are as in ${callOff.reference}. Nothing is saved yet.`);
    } catch {
      this.said.set('It could not be read. Try again, or type the criteria.');
    } finally {
      this.busy.set(false);
    }
  }
}
