import { Component, computed, inject, input, signal } from '@angular/core';
import { Problem, problemOf } from '../../../core/problem';
import { applicationSettleFindings } from '../../../proxy/functions';
import { SaferRecruitmentFinding, SettledFindingDto, StaffMemberDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { UkDate } from '../../../ui/uk-date';
import { FINDINGS } from '../../staff/words';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';

/** Critical findings of one person, each with the reason why it does not stand in the way. */
@Component({
  selector: 'dps-settle-findings',
  imports: [GovukButton, GovukErrorSummary, NewerVersion, UkDate],
  template: `
    @for (finding of settled(); track finding.kind) {
      <p class="dps-meta settled">
        {{ words[finding.kind] }}: settled by {{ finding.settledByName }}, {{ finding.settledAt | ukDate }}.
        {{ finding.reason }}
      </p>
    }
    @if (editable() && critical().length > 0) {
      <details class="govuk-details settle">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >{{ isSettled() ? 'Change the reason' : 'Settle with a reason'
            }}<span class="govuk-visually-hidden">: {{ person().name }}</span></span
          >
        </summary>
        @for (kind of critical(); track kind) {
          <label class="settle__label" [for]="idOf(kind)">{{ words[kind] }}: why it is settled</label>
          <input
            class="govuk-input"
            type="text"
            maxlength="500"
            autocomplete="off"
            [id]="idOf(kind)"
            [value]="reasonOf(kind)"
            (input)="type(kind, reason.value)"
            #reason
          />
        }
        <govuk-error-summary [problem]="problem()" />
        <dps-newer-version [problem]="problem()" />
        <button type="button" govukButton="secondary" small class="settle__save" [busy]="saving()" (click)="save()">
          Save<span class="govuk-visually-hidden"> the reasons for {{ person().name }}</span>
        </button>
      </details>
    }
  `,
  styles: `
    .settled {
      margin: 4px 0 0;
      overflow-wrap: anywhere;
    }

    .settle {
      margin: 8px 0 0;
    }

    .settle__label {
      display: block;
      margin: 8px 0 4px;
      font-size: 0.875rem;
      font-weight: 600;
    }

    .settle__save {
      margin: 12px 0 0;
    }
  `,
})
export class SettleFindings {
  private readonly open = inject(OpenApplication);

  readonly person = input.required<StaffMemberDto>();
  readonly editable = input.required<boolean>();

  protected readonly words = FINDINGS;
  protected readonly critical = computed(() =>
    this.person()
      .findings.filter(({ critical }) => critical)
      .map(({ kind }) => kind),
  );
  protected readonly settled = computed<SettledFindingDto[]>(() =>
    (this.open.application().saferRecruitment?.settled ?? []).filter(({ staffId }) => staffId === this.person().id),
  );
  protected readonly isSettled = computed(() =>
    this.critical().every((kind) => this.settled().some((finding) => finding.kind === kind)),
  );
  /** What is typed and not saved yet: it stays when something else of the application is saved. */
  private readonly edits = signal<ReadonlyMap<SaferRecruitmentFinding, string>>(new Map());
  protected readonly saving = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected idOf(kind: SaferRecruitmentFinding): string {
    return `settle-${this.person().id}-${kind}`;
  }

  protected reasonOf(kind: SaferRecruitmentFinding): string {
    return this.edits().get(kind) ?? this.settled().find((finding) => finding.kind === kind)?.reason ?? '';
  }

  protected type(kind: SaferRecruitmentFinding, reason: string): void {
    this.edits.update((edits) => new Map(edits).set(kind, reason));
  }

  /** A reason taken away opens the finding again. */
  protected async save(): Promise<void> {
    const sent = this.edits();
    if (this.saving() || sent.size === 0) return;

    this.saving.set(true);
    this.problem.set(undefined);
    try {
      await this.open.send(applicationSettleFindings, {
        findings: [...sent].map(([kind, reason]) => ({ staffId: this.person().id, kind, reason })),
      });
      this.edits.update((edits) => new Map([...edits].filter(([kind, reason]) => sent.get(kind) !== reason)));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.saving.set(false);
    }
  }
}
