import { Component, computed, ElementRef, input, viewChild } from '@angular/core';
import { ImportReportDto } from '../../proxy/models';
import { FactStrip } from '../../ui/fact-strip';
import { ScrollX } from '../../ui/scroll-x';
import { inWords, rows } from './words';

/** What a file holds: how it was read, what is wrong where, and what storing it makes. */
@Component({
  selector: 'dps-import-report',
  imports: [FactStrip, ScrollX],
  template: `
    <section class="dps-section" aria-labelledby="report-heading">
      <h2 class="govuk-heading-l" id="report-heading" tabindex="-1" #heading>{{ title() }}</h2>
      <p class="dps-lead report__file">
        We read <strong>{{ report().fileName }}</strong>. Nothing has been stored yet.
      </p>
      <dps-fact-strip [facts]="facts()" />
      @if (report().creates.length > 0) {
        <p class="govuk-body govuk-!-margin-top-5">
          Storing it makes {{ made() }}. Each new member is invited to the portal and gets a dated list of the documents
          that are still missing: 30 days for what the law wants at hand, 90 days for the rest.
        </p>
      }
      @if (report().faultyRows > 0) {
        <p class="govuk-body govuk-!-margin-top-5">
          Nothing is stored while a row needs you. Mend the rows in your file, save it, and choose it again.
        </p>
        <h3 class="govuk-heading-m">Rows that need you</h3>
        <dps-scroll-x label="Rows that need you" class="dps-table-frame">
          <table class="govuk-table dps-table govuk-!-margin-bottom-0">
            <caption class="govuk-visually-hidden">
              Rows that need you
            </caption>
            <thead class="govuk-table__head">
              <tr>
                <th class="govuk-table__header" scope="col">Sheet and row</th>
                <th class="govuk-table__header" scope="col">Column</th>
                <th class="govuk-table__header" scope="col">Your file says</th>
                <th class="govuk-table__header" scope="col">What to do</th>
              </tr>
            </thead>
            <tbody>
              @for (problem of report().problems; track $index) {
                <tr class="govuk-table__row">
                  <th class="govuk-table__cell" scope="row">
                    {{ problem.sheet || 'The file' }}{{ problem.row > 0 ? ', row ' + problem.row : '' }}
                  </th>
                  <td class="govuk-table__cell">{{ problem.column || 'The whole row' }}</td>
                  <td class="govuk-table__cell">
                    @if (problem.value) {
                      <code>{{ problem.value }}</code>
                    } @else {
                      Nothing
                    }
                  </td>
                  <td class="govuk-table__cell">{{ problem.message }}</td>
                </tr>
              }
            </tbody>
          </table>
        </dps-scroll-x>
      }
      <h3 class="govuk-heading-m govuk-!-margin-top-6">How we read it</h3>
      <ul class="govuk-list govuk-list--bullet">
        @for (sheet of report().sheets; track $index) {
          <li>
            Sheet “{{ sheet.name }}”: {{ sheet.kind.toLowerCase() }}, {{ rowsOf(sheet.rows) }}, headings in row
            {{ sheet.headingRow }}.
          </li>
        }
        @for (note of report().notes; track $index) {
          <li>{{ note }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    .report__file,
    code,
    li {
      overflow-wrap: anywhere;
    }
    code {
      padding: 1px 6px;
      background: var(--canvas);
      font-size: 0.9375rem;
    }
    #report-heading:focus {
      outline: none;
    }
  `,
})
export class ImportReport {
  readonly report = input.required<ImportReportDto>();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly rowsOf = rows;
  protected readonly made = computed(() => inWords(this.report().creates));
  protected readonly title = computed(() => {
    const { faultyRows } = this.report();
    if (faultyRows === 0) return 'Import report: every row is ready';
    return `Import report: ${rows(faultyRows)} ${faultyRows === 1 ? 'needs' : 'need'} you`;
  });
  protected readonly facts = computed(() => {
    const { sheets, faultyRows } = this.report();
    const all = sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
    return [
      { label: 'Rows read', value: all.toLocaleString('en-GB'), note: `in ${sheets.length} sheets`, large: true },
      {
        label: 'Need you',
        value: faultyRows.toLocaleString('en-GB'),
        note: faultyRows > 0 ? 'listed below' : '',
        large: true,
      },
    ];
  });

  focus(): void {
    this.heading().nativeElement.focus();
  }
}
