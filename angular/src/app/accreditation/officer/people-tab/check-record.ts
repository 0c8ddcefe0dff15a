import { Component, input, output } from '@angular/core';
import { EvidenceFileDto, FitnessCheckDto } from '../../../proxy/models';
import { UkDate } from '../../../ui/uk-date';
import { DBS_LEVELS } from '../../staff/words';
import { CheckModel } from './check-model';

/** What proves a check: a note, a file and its last day; of a DBS check its number, level and dates, never a file. */
@Component({
  selector: 'dps-check-record',
  imports: [UkDate],
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
      <div class="record__line record__line--dbs">
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
          <label>
            Issued
            <input
              class="govuk-input"
              type="date"
              [id]="id() + '-dbs-issuedOn'"
              [attr.aria-describedby]="errorAt()('dbs.issuedOn') ? id() + '-dbs-issuedOn-error' : null"
              [attr.aria-invalid]="errorAt()('dbs.issuedOn') ? true : null"
              [value]="model().dbs.issuedOn"
              (change)="certify({ issuedOn: issued.value })"
              #issued
            />
          </label>
          @if (errorAt()('dbs.issuedOn'); as error) {
            <span class="govuk-error-message" [id]="id() + '-dbs-issuedOn-error'">{{ error }}</span>
          }
        </div>
        <div class="record__field">
          <label>
            Update service checked
            <input
              class="govuk-input"
              type="date"
              [id]="id() + '-dbs-updateCheckedOn'"
              [attr.aria-describedby]="errorAt()('dbs.updateCheckedOn') ? id() + '-dbs-updateCheckedOn-error' : null"
              [attr.aria-invalid]="errorAt()('dbs.updateCheckedOn') ? true : null"
              [value]="model().dbs.updateCheckedOn"
              (change)="certify({ updateCheckedOn: updated.value })"
              #updated
            />
          </label>
          @if (errorAt()('dbs.updateCheckedOn'); as error) {
            <span class="govuk-error-message" [id]="id() + '-dbs-updateCheckedOn-error'">{{ error }}</span>
          }
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
          <label>
            Counts until
            <input
              class="govuk-input"
              type="date"
              [id]="id() + '-expiresOn'"
              [attr.aria-describedby]="errorAt()('expiresOn') ? id() + '-expiresOn-error' : null"
              [attr.aria-invalid]="errorAt()('expiresOn') ? true : null"
              [value]="model().expiresOn"
              (change)="edited.emit({ expiresOn: until.value })"
              #until
            />
          </label>
          @if (errorAt()('expiresOn'); as error) {
            <span class="govuk-error-message" [id]="id() + '-expiresOn-error'">{{ error }}</span>
          }
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

    .record__line {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(9.5rem, 2fr);
      gap: 6px 10px;
      margin-top: 6px;
    }

    .record__line--dbs {
      grid-template-columns: minmax(9rem, 2fr) minmax(12rem, 3fr);
    }

    .record__line--dbs .record__field:has(.govuk-error-message) {
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
