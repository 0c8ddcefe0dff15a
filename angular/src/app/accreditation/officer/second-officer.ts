import { afterNextRender, Component, computed, DOCUMENT, inject, Injector, input, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { ServerSession } from '../../core/server-session';
import { DecisionDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { UkDateTime } from '../../ui/uk-date-time';
import { NewerVersion } from './newer-version';
import { OUTCOMES } from './words';

/** A proposal before its second officer, who confirms it or sends it back. Whoever proposed it may take it back. */
@Component({
  selector: 'dps-second-officer',
  imports: [
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    NewerVersion,
    Status,
    UkDate,
    UkDateTime,
  ],
  templateUrl: './second-officer.html',
})
export class SecondOfficer {
  private readonly session = inject(ServerSession);

  readonly decision = input.required<DecisionDto>();
  /** The lots to admit to, in words. */
  readonly lots = input<readonly string[]>([]);
  /** Lots applied for and not admitted to, where others are. */
  readonly refused = input<readonly { readonly lot: string; readonly reason: string }[]>([]);
  readonly permitted = input.required<boolean>();
  readonly confirming = input.required<boolean>();
  readonly confirm = input.required<() => Promise<void>>();
  readonly sendBack = input.required<(reason: string) => Promise<void>>();

  protected readonly sendingBack = signal(false);
  protected readonly said = computed(() => OUTCOMES[this.decision().outcome] ?? { text: '', tone: 'info' as const });
  protected readonly isOwn = computed(() => this.decision().proposedById === this.session.user()?.id);
  protected readonly mayDecide = computed(() => this.permitted() && this.session.may('Applications.Confirm'));
  protected readonly backLabel = computed(() => (this.isOwn() ? 'Take it back' : 'Send back'));

  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);

  protected readonly form = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why' });
    },
    { save: ({ reason }) => this.sendBack()(reason), idPrefix: 'send-back' },
  );

  /** The button that was pressed is gone. */
  protected startSendingBack(): void {
    this.sendingBack.set(true);
    afterNextRender(() => this.document.getElementById(this.form.idOf('reason'))?.focus(), { injector: this.injector });
  }
}
