import { Component, computed, input } from '@angular/core';
import { SaferRecruitmentFinding, StaffMemberDto } from '../../proxy/models';
import { FINDINGS, findingsOf } from './words';

/** What is wrong with one person's file, in words. */
@Component({
  selector: 'dps-staff-findings',
  template: `
    @if (found().length > 0) {
      <ul class="dps-list-plain found">
        @for (finding of found(); track finding.kind) {
          @let isSettled = settled().includes(finding.kind);
          <li [class.found--critical]="finding.critical && !isSettled">
            @if (isSettled) {
              <strong>Settled:</strong>
            } @else if (finding.critical) {
              <strong>Critical:</strong>
            }
            {{ words[finding.kind] }}
          </li>
        }
      </ul>
    } @else {
      <span class="dps-meta">In order</span>
    }
  `,
  styles: `
    .found li {
      padding-left: 10px;
      border-left: 3px solid var(--accent);
    }

    .found li + li {
      margin-top: 4px;
    }

    .found .found--critical {
      border-left-color: var(--bad);

      strong {
        color: var(--bad);
      }
    }
  `,
})
export class StaffFindings {
  readonly person = input.required<StaffMemberDto>();
  /** Findings that an officer has settled with a reason. */
  readonly settled = input<readonly SaferRecruitmentFinding[]>([]);

  protected readonly words = FINDINGS;
  protected readonly found = computed(() => findingsOf(this.person()));
}
