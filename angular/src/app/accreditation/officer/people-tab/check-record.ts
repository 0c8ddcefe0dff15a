import { Component, input, output } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { EvidenceFileDto, FitnessCheckDto } from '../../../proxy/models';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { UkDate } from '../../../ui/uk-date';
import { DBS_LEVELS } from '../../staff/words';
import { CheckModel } from './check-model';

/** What proves a check: a note, a file and its last day; of a DBS check its number, level and dates, never a file. */
@Component({
  selector: 'dps-check-record',
  imports: [GovukDateInput, UkDate],
  template: `
    <input
      class="govuk-input record__wide"
      type="text"
      maxlength="500"
      autocomplete="off"
      placeholder="Note"
      [id]="id() + '-note'"
      [attr.aria-describedby]="errorAt()('note') ? id() + '-note-error' : null"
      [attr.aria-invalid]="errorAt()('note') ? true : null"
      [attr.aria-label]="'Note: ' + words()"
      [value]="model().note"
      (input)="edited.emit({ note: note.value })"
      #note
    />
    @if (errorAt()('note'); as error) {
      <span class="govuk-error-message" [id]="id() + '-note-error'">{{ error }}</span>
    }
    @if (check().kind === 'EnhancedDbs') {
      <div class="record__line">
        <div class="record__field">
          <label>
            Certificate number
            <input
              class="govuk-input"
              inputmode="numeric"
              autocomplete="off"
              maxlength="14"
              [id]="id() + '-dbs-number'"
              [attr.aria-describedby]="errorAt()('dbs.number') ? id() + '-dbs-number-error' : null"
              [attr.aria-invalid]="errorAt()('dbs.number') ? true : null"
              [value]="model().dbs.number"
              (input)="certify({ number: number.value })"
              #number
            />
          </label>
          @if (errorAt()('dbs.number'); as error) {
            <span class="govuk-error-message" [id]="id() + '-dbs-number-error'">{{ error }}</span>
          }
        </div>
        <div class="record__field">
          <label>
            Level
            <select
              class="govuk-select"
              [id]="id() + '-dbs-level'"
              [attr.aria-describedby]="errorAt()('dbs.level') ? id() + '-dbs-level-error' : null"
              [attr.aria-invalid]="errorAt()('dbs.level') ? true : null"
              (change)="certify({ level: level.value })"
              #level
            >
              @for (each of levels; track each[0]) {
                <option [value]="each[0]" [selected]="each[0] === model().dbs.level">{{ each[1] }}</option>
              }
            </select>
          </label>
          @if (errorAt()('dbs.level'); as error) {
            <span class="govuk-error-message" [id]="id() + '-dbs-level-error'">{{ error }}</span>
          }
        </div>
        <div class="record__field">
          <govuk-date-input compact hint="" [field]="field().dbs.issuedOn" legend="Issued" />
        </div>
        <div class="record__field">
          <govuk-date-input compact hint="" [field]="field().dbs.updateCheckedOn" legend="Update service checked" />
        </div>
      </div>
      @if (check().expiresOn; as until) {
        <small>Counts until {{ until | ukDate }}, three years on.</small>
      }
    } @else {
      <div class="record__line">
        <div class="record__field">
          <label>
            Evidence
            <select
              class="govuk-select"
              [id]="id() + '-documentId'"
              (change)="edited.emit({ documentId: file.value })"
              #file
            >
              <option value="">None named</option>
              @for (each of evidence(); track each.id) {
                <option [value]="each.id" [selected]="each.id === model().documentId">{{ each.name }}</option>
              }
            </select>
          </label>
        </div>
        <div class="record__field">
          <govuk-date-input compact hint="" [field]="field().expiresOn" legend="Counts until" />
        </div>
      </div>
    }
  `,
  styles: `
    .govuk-input,
    .govuk-select {
      min-width: 0;
      min-height: 36px;
      font-size: 0.9375rem;
    }

    .record__wide,
    label > * {
      width: 100%;
    }

    /* A column holds a day, a month and a year beside one another. */
    .record__line {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
      gap: 6px 10px;
      align-items: end;
      margin-top: 6px;
    }

    .record__field:has(.govuk-error-message) {
      grid-column: 1 / -1;
    }

    .govuk-error-message {
      display: block;
      margin: 4px 0 0;
    }

    .record__field {
      min-width: 0;
    }

    label {
      color: var(--ink-2);
      font-size: 0.8125rem;
      line-height: 1.38;
    }
  `,
})
export class CheckRecord {
  readonly check = input.required<FitnessCheckDto>();
  readonly words = input.required<string>();
  readonly model = input.required<CheckModel>();
  /** The same in the form. */
  readonly field = input.required<FieldTree<CheckModel>>();
  readonly evidence = input.required<readonly EvidenceFileDto[]>();
  readonly id = input.required<string>();
  /** What is wrong with a field of the check, by its path in the check. */
  readonly errorAt = input.required<(field: string) => string | undefined>();
  readonly edited = output<Partial<CheckModel>>();

  protected readonly levels = Object.entries(DBS_LEVELS);

  protected certify(change: Partial<CheckModel['dbs']>): void {
    this.edited.emit({ dbs: { ...this.model().dbs, ...change } });
  }
}
