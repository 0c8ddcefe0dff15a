import { Component, input, output } from '@angular/core';
import { ComplianceResult, SaferRecruitmentItemDto } from '../../../proxy/models';
import { Status } from '../../../ui/status';

export interface LineEdit {
  readonly item: SaferRecruitmentItemDto;
  readonly change: Partial<SaferRecruitmentItemDto>;
}

/** Lines to be found compliant, not compliant or not applicable, with a note of what was found. */
@Component({
  selector: 'dps-compliance-lines',
  imports: [Status],
  templateUrl: './compliance-lines.html',
  styleUrl: './compliance-lines.scss',
})
export class ComplianceLines {
  readonly items = input.required<readonly SaferRecruitmentItemDto[]>();
  readonly editable = input.required<boolean>();
  /** Keeps the ids of two lists on one page apart. */
  readonly idPrefix = input.required<string>();
  /** What the portal knows of a line, said beside its question. */
  readonly hints = input<Readonly<Record<string, string>>>({});
  readonly edited = output<LineEdit>();

  protected readonly choices: readonly { value: ComplianceResult; label: string; tone: string }[] = [
    { value: 'Compliant', label: 'Compliant', tone: 'ok' },
    { value: 'NotCompliant', label: 'Not compliant', tone: 'bad' },
    { value: 'NotApplicable', label: 'N/A', tone: 'neutral' },
  ];

  /** The note says what is not compliant: under another answer it would be false. */
  protected choose(item: SaferRecruitmentItemDto, result: ComplianceResult): void {
    this.edited.emit({ item, change: { result, ...(result === 'NotCompliant' ? {} : { note: null }) } });
  }
}
