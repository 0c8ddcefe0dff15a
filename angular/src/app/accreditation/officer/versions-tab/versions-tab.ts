import { Component, computed, inject, resource, signal, WritableSignal } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { applicationCompareVersions, applicationGetVersions } from '../../../proxy/functions';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { UkDateTime } from '../../../ui/uk-date-time';
import { OpenApplication } from '../open-application';
import { fieldInWords } from './field-words';

/** The frozen versions of an application with their hashes, and two of them side by side. */
@Component({
  selector: 'dps-versions-tab',
  imports: [GovukErrorSummary, Loading, ScrollX, Status, UkDateTime],
  styles: `
    .dps-hash {
      display: block;
      margin-bottom: 4px;
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
    }

    .dps-compare {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      align-items: center;
      padding: 12px 20px;
      margin: 0;
    }

    .dps-compare .govuk-label {
      margin: 0;
    }
  `,
  templateUrl: './versions-tab.html',
})
export class VersionsTab {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);

  protected readonly causes = { Submission: 'Submitted', Clarification: 'Changed at an officer’s request' } as const;
  protected readonly from = signal<number | undefined>(undefined);
  protected readonly to = signal<number | undefined>(undefined);
  protected readonly nameOf = fieldInWords;

  protected readonly versions = resource({
    params: () => ({ id: this.open.application().id, version: this.open.application().version }),
    loader: ({ params }) => this.api.invoke(applicationGetVersions, { id: params.id }),
  });

  /** The last two, until others are chosen. */
  protected readonly pair = computed(() => {
    const last = this.versions.hasValue() ? this.versions.value().length : 0;
    return { from: this.from() ?? Math.max(1, last - 1), to: this.to() ?? last };
  });

  protected readonly comparison = resource({
    params: () => (this.pair().to > 1 ? { id: this.open.application().id, ...this.pair() } : undefined),
    loader: ({ params }) => this.api.invoke(applicationCompareVersions, params),
  });
  protected readonly problem = computed(() => {
    const error = this.versions.error() ?? this.comparison.error();
    return error ? problemOf(error) : undefined;
  });

  protected choose(which: WritableSignal<number | undefined>, event: Event): void {
    which.set(Number((event.target as HTMLSelectElement).value));
  }
}
