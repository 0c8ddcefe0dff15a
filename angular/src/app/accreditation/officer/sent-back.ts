import { Component, computed, inject, input, resource } from '@angular/core';
import { Api } from '../../proxy/api';
import { applicationGetHistory } from '../../proxy/functions';
import { AuditEventDto } from '../../proxy/models';
import { wasTakenBack } from '../../ui/proposal-return';
import { ReturnedNote } from '../../ui/returned-note';
import { OpenApplication } from './open-application';

/** That a colleague sent the last proposal back, and why, where it is proposed anew. */
@Component({
  selector: 'dps-sent-back',
  imports: [ReturnedNote],
  template: `<dps-returned-note [event]="last()" [takenBack]="taken()" />`,
})
export class SentBack {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);

  /** The state that sending back leads to: it tells which of the two decisions it was. */
  readonly to = input.required<string>();

  private readonly history = resource({
    params: () => ({ id: this.open.application().id, version: this.open.application().version }),
    loader: ({ params }) => this.api.invoke(applicationGetHistory, { id: params.id }).catch(() => []),
  });
  private readonly events = computed<readonly AuditEventDto[]>(() =>
    this.history.hasValue() ? this.history.value() : [],
  );
  protected readonly last = computed(() =>
    this.events()
      .filter(({ action, after, refused }) => !refused && action === 'SendBack' && after === this.to())
      .at(-1),
  );
  protected readonly taken = computed(() => {
    const last = this.last();
    return !!last && wasTakenBack(this.events(), last);
  });
}
