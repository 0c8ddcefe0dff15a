import { Component } from '@angular/core';
import { GovukDetails } from '../../ui/details';

/** In the order of the files. */
const COLUMNS: readonly (readonly [name: string, meaning: string])[] = [
  ['authority', 'Who placed and pays'],
  ['scheme', 'The scheme it was bought through; blank if none'],
  ['lot', 'Its lot'],
  ['route', 'How it was bought: through a scheme of any law (DPS), a list (COL, OSL), block, spot or in-house'],
  ['provider', 'Who is paid'],
  ['urn', 'The provider’s registration with Ofsted'],
  ['premises_area', 'Outward code of the home, never its address'],
  ['placement_ref', 'The placement. It says nothing of the young person'],
  ['age_band', 'Age in this row’s days: 16-17, 18-20 or 21-25'],
  ['uasc', 'An unaccompanied asylum-seeking child or care leaver'],
  ['legal_basis_group', 'S20, care order, relevant or former relevant'],
  ['category', 'Ofsted’s category of the home'],
  ['period_start', 'First night of the row'],
  ['period_end', 'Last night charged in the row'],
  ['nights', 'Nights from period_start to period_end, both counted'],
  ['weekly_accommodation', 'Price a week: the room'],
  ['weekly_core_support', 'Price a week: support that everybody there has'],
  ['weekly_additional_support', 'Price a week: support for this young person'],
  ['weekly_other', 'Price a week: anything else agreed'],
  ['weekly_total', 'The four together'],
  ['one_off', 'Set-up, in the row of the first night. Not part of period_cost'],
  ['period_cost', 'Cost of the row’s nights, at a seventh of weekly_total each'],
  ['cumulative_cost', 'Cost of all nights from the first to period_end'],
  ['committed_to_planned_end', 'Cost of the nights after period_end until the planned end, at prices agreed so far'],
  ['cost_centre', 'For your ledger: blank'],
  ['gl_code', 'For your ledger: blank'],
  ['funding_source', 'For your ledger: blank'],
  ['variation', 'The price is not the one first agreed'],
  ['in_area', 'The home is in the authority’s own area'],
  ['distance_miles', 'How far away the home is; blank where the portal does not know'],
  ['over_20_miles', 'Whether that is more than 20.00 miles'],
];

/** What each column of the spend files means. The workbook has no sheet for it (decision 12). */
@Component({
  selector: 'dps-columns-explained',
  imports: [GovukDetails],
  template: `
    <govuk-details summary="What each column means">
      <dl class="columns">
        @for (column of columns; track column[0]) {
          <div>
            <dt>
              <code>{{ column[0] }}</code>
            </dt>
            <dd>{{ column[1] }}</dd>
          </div>
        }
      </dl>
    </govuk-details>
  `,
  styles: `
    .columns {
      margin: 0;
      columns: 28rem 2;
      column-gap: 40px;
    }

    div {
      display: grid;
      grid-template-columns: minmax(0, 14rem) minmax(0, 1fr);
      gap: 0 16px;
      padding: 6px 0;
      break-inside: avoid;
    }

    dt {
      font-size: 0.875rem;
      overflow-wrap: anywhere;
    }

    dd {
      margin: 0;
    }

    @container page (max-width: 40rem) {
      div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ColumnsExplained {
  protected readonly columns = COLUMNS;
}
