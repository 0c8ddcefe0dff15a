import { afterNextRender, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { SchemaPathTree, validate } from '@angular/forms/signals';
import { UnsavedWork } from '../../../core/unsaved-work';
import { Api } from '../../../proxy/api';
import { referenceAccept, referenceRefuse } from '../../../proxy/functions';
import { ReferenceDto, ReferencesDto } from '../../../proxy/models';
import { rule, tooLong } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { OpenApplication } from '../open-application';
import { doubtsAbout, Verdict, verdictsOn } from './reference-doubts';

const LONGEST_NAME = 120;
const LONGEST_REASON = 500;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  yes: 'Yes, the referee speaks for a council that vouches for the provider',
  no: 'No',
};

interface Check {
  counts: string;
  authorityName: string;
  reason: string;
}

let forms = 0;

/** Whether a reference counts: who gave it, and for which council. */
@Component({
  selector: 'dps-check-reference',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, GovukRadios, GovukTextarea],
  template: `
    <govuk-error-summary [form]="form" />
    @if (overtaken()) {
      <p>
        <button type="button" class="dps-link-button" (click)="form.clear(); reload.emit()">
          Show what changed. What you wrote stays
        </button>
      </p>
    }
    <form [govukForm]="form">
      @for (doubt of doubts(); track doubt) {
        <p class="doubt">{{ doubt }}</p>
      }
      @if (choices().length > 1) {
        <govuk-radios [field]="form.tree.counts" legend="Does this reference count?" [choices]="choices()" />
      }
      @if (form.model().counts === 'yes') {
        <govuk-input
          [field]="form.tree.authorityName"
          label="Council it speaks for"
          hint="By its proper name. Two references of one council count once."
          autocomplete="off"
        />
        <govuk-textarea
          [field]="form.tree.reason"
          label="How you know that the referee speaks for it"
          hint="Only officers of your council read this."
          [rows]="3"
        />
      } @else if (form.model().counts === 'no') {
        <govuk-textarea
          [field]="form.tree.reason"
          label="Why it does not count"
          hint="Only officers of your council read this. The provider is told to name somebody else."
          [rows]="3"
        />
      }
      <div class="govuk-button-group">
        <button type="submit" govukButton [busy]="form.busy()">Save</button>
        <button type="button" govukButton="secondary" (click)="closed.emit()">Not now</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 44rem;
      margin-top: 12px;
    }

    .doubt {
      margin: 0 0 12px;
      color: var(--warn);
      font-weight: 600;
    }
  `,
})
export class CheckReference {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);

  readonly reference = input.required<ReferenceDto>();
  readonly all = input.required<readonly ReferenceDto[]>();
  readonly checked = output<ReferencesDto>();
  readonly closed = output<void>();
  readonly reload = output<void>();

  protected readonly doubts = computed(() =>
    doubtsAbout(this.reference(), this.all(), this.form.model().counts === 'no' ? 'no' : undefined),
  );
  protected readonly choices = computed(() =>
    verdictsOn(this.reference()).map((value) => ({ value, label: VERDICTS[value] })),
  );
  protected readonly overtaken = computed(() => this.form.problem()?.code === 'DpsPortal:Concurrency');

  protected readonly form = govukForm(
    linkedSignal<ReferenceDto, Check>({
      source: this.reference,
      computation: (reference, previous) => ({
        authorityName: reference.authorityName,
        reason: '',
        ...previous?.value,
        counts: onlyVerdictOn(reference) ?? previous?.value.counts ?? '',
      }),
    }),
    checkRules,
    {
      idPrefix: `check-${++forms}`,
      fieldNames: { howKnown: 'reason' },
      save: async (typed) => this.checked.emit(await this.send(typed)),
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().reason.trim() !== '');
    // The button that opened the form is gone, and the focus with it.
    afterNextRender(() => {
      const only = onlyVerdictOn(this.reference());
      const first = only === undefined ? 'counts' : only === 'yes' ? 'authorityName' : 'reason';
      document.getElementById(this.form.idOf(first))?.focus();
    });
  }

  private send({ counts, authorityName, reason }: Check): Promise<ReferencesDto> {
    const { id: referenceId, version } = this.reference();
    const { id } = this.open.application();
    return counts === 'yes'
      ? this.api.invoke(referenceAccept, {
          id,
          referenceId,
          body: { authorityName: authorityName.trim(), howKnown: reason.trim(), version },
        })
      : this.api.invoke(referenceRefuse, { id, referenceId, body: { reason: reason.trim(), version } });
  }
}

/** Where nothing is to be chosen. */
function onlyVerdictOn(reference: ReferenceDto): Verdict | undefined {
  const [first, second] = verdictsOn(reference);
  return second ? undefined : first;
}

function checkRules(path: SchemaPathTree<Check>): void {
  rule(path.counts, (counts) => !counts && 'Choose whether it counts');
  validate(path.authorityName, ({ value, valueOf }) => {
    if (valueOf(path.counts) !== 'yes') return undefined;

    const message = value().trim() === '' ? 'Enter the name of the council' : tooLong(value(), LONGEST_NAME);
    return message ? { kind: 'rule', message } : undefined;
  });
  validate(path.reason, ({ value, valueOf }) => {
    const counts = valueOf(path.counts);
    if (counts === '') return undefined;

    const missing = counts === 'yes' ? 'Say how you know' : 'Say why it does not count';
    const message = value().trim() === '' ? missing : tooLong(value(), LONGEST_REASON);
    return message ? { kind: 'rule', message } : undefined;
  });
}
