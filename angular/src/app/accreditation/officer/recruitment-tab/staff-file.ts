import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Problem, problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { staffReadFile } from '../../../proxy/functions';
import { SaferRecruitmentItemDto, StaffFileDto, StaffListDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { ComplianceLines } from './compliance-lines';

/** One drawn staff file: twelve ticks, folded away until it is read. */
@Component({
  selector: 'dps-staff-file',
  imports: [ComplianceLines, GovukButton, GovukErrorSummary],
  template: `
    <details class="govuk-details file">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >{{ editable() ? 'Read the file' : 'What the file shows'
          }}<span class="govuk-visually-hidden"> of {{ name() }}</span></span
        >
      </summary>
      <dps-compliance-lines
        [items]="items()"
        [editable]="editable()"
        [idPrefix]="'file-' + file().staffId"
        (edited)="edit($event.item, $event.change)"
      />
      @if (editable()) {
        <govuk-error-summary [problem]="problem()" />
        @if (isStale()) {
          <p class="dps-meta">The newer file is loaded, and what you ticked stays. Save again.</p>
        }
        <div class="file__foot">
          <button type="button" govukButton="secondary" small [busy]="saving()" (click)="save()">
            Save the file<span class="govuk-visually-hidden"> of {{ name() }}</span>
          </button>
          <span class="dps-meta" role="status">{{ edits().size > 0 ? 'Not saved yet' : '' }}</span>
        </div>
      }
      @if (file().readByName) {
        <p class="dps-meta">Read by {{ file().readByName }}</p>
      }
    </details>
    <p class="dps-meta file__count">{{ answered() }} of {{ items().length }} answered</p>
  `,
  styles: `
    .file {
      margin: 8px 0 0;
    }

    .file__foot {
      display: flex;
      align-items: center;
      gap: 16px;
      padding: 12px 0;

      .govuk-button {
        margin: 0;
      }
    }

    .file__count {
      margin: 2px 0 0;
    }
  `,
})
export class StaffFile {
  private readonly api = inject(Api);

  readonly applicationId = input.required<string>();
  readonly file = input.required<StaffFileDto>();
  readonly name = input.required<string>();
  /** Of the draw. */
  readonly version = input.required<number>();
  readonly editable = input.required<boolean>();
  readonly read = output<StaffListDto>();
  /** A colleague saved meanwhile: the page fetches the newer list, and what is ticked here stays. */
  readonly stale = output();

  protected readonly edits = signal<ReadonlyMap<string, Partial<SaferRecruitmentItemDto>>>(new Map());
  protected readonly items = computed(() =>
    this.file().items.map((item) => ({ ...item, ...this.edits().get(item.id) })),
  );
  protected readonly answered = computed(() => this.file().items.filter((item) => item.result).length);
  protected readonly saving = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly isStale = computed(() => this.problem()?.code === 'DpsPortal:Concurrency');

  protected edit(item: SaferRecruitmentItemDto, change: Partial<SaferRecruitmentItemDto>): void {
    this.edits.update((edits) => new Map(edits).set(item.id, { ...edits.get(item.id), ...change }));
  }

  /** What was ticked meanwhile stays for the next save. */
  protected async save(): Promise<void> {
    const sent = this.edits();
    if (this.saving() || sent.size === 0) return;

    const items = this.items()
      .filter((item) => sent.has(item.id))
      .map(({ id, result, note }) => ({ id, result, note: note?.trim() || null }));
    this.saving.set(true);
    this.problem.set(undefined);
    try {
      const body = { items, version: this.version() };
      const list = await this.api.invoke(staffReadFile, {
        id: this.applicationId(),
        staffId: this.file().staffId,
        body,
      });
      this.edits.update((edits) => new Map([...edits].filter(([id, edit]) => sent.get(id) !== edit)));
      this.read.emit(list);
    } catch (error) {
      this.problem.set(problemOf(error));
      if (this.isStale()) this.stale.emit();
    } finally {
      this.saving.set(false);
    }
  }
}
