import { Component, computed, inject, resource } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { applicationGetHistory } from '../../../proxy/functions';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { History } from '../../../ui/history';
import { Loading } from '../../../ui/loading';
import { HistoryEvent } from '../../../ui/parts';
import { OpenApplication } from '../open-application';
import { moveInWords, personInWords } from '../words';

@Component({
  selector: 'dps-history-tab',
  imports: [GovukErrorSummary, History, Loading],
  template: `
    <govuk-error-summary [problem]="problem()" />
    @if (history.hasValue()) {
      <dps-history [events]="events()" />
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class HistoryTab {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);

  protected readonly history = resource({
    params: () => ({ id: this.open.application().id, version: this.open.application().version }),
    loader: ({ params }) => this.api.invoke(applicationGetHistory, { id: params.id }),
  });
  protected readonly problem = computed(() => (this.history.error() ? problemOf(this.history.error()) : undefined));
  /** The server gives the oldest first; the panel begins with the newest. */
  protected readonly events = computed<HistoryEvent[]>(() =>
    [...(this.history.hasValue() ? this.history.value() : [])].reverse().map((event) => ({
      at: event.at,
      who: `${event.actorName}, ${event.organisationName}`,
      what: moveInWords(event),
      reason: [personInWords(event), event.reason].filter(Boolean).join('. ') || null,
      tone: event.refused ? 'refused' : 'done',
    })),
  );
}
