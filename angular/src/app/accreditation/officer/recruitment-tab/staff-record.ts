import { Component, computed, inject, input, ResourceRef, signal } from '@angular/core';
import { Problem, problemOf } from '../../../core/problem';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { staffDrawSample } from '../../../proxy/functions';
import { SaferRecruitmentFinding, StaffFileDto, StaffListDto } from '../../../proxy/models';
import { EmptyState } from '../../../ui/empty-state';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { Status } from '../../../ui/status';
import { UkDateTime } from '../../../ui/uk-date-time';
import { StaffFindings } from '../../staff/findings';
import { byUrgency, factsOf } from '../../staff/words';
import { OpenApplication } from '../open-application';
import { SettleFindings } from './settle-findings';
import { StaffFile } from './staff-file';

/** The provider's single central record as evidence for the checklist, and the files drawn from it to be read. */
@Component({
  selector: 'dps-staff-record',
  imports: [
    EmptyState,
    FactStrip,
    GovukButton,
    GovukErrorSummary,
    Loading,
    SettleFindings,
    StaffFile,
    StaffFindings,
    Status,
    UkDateTime,
  ],
  templateUrl: './staff-record.html',
  styleUrl: './staff-record.scss',
})
export class StaffRecord {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);
  private readonly session = inject(ServerSession);

  readonly applicationId = input.required<string>();
  /** The list of the staff; the checklist reads it too. */
  readonly loaded = input.required<ResourceRef<StaffListDto | undefined>>();
  /** Whether the stage is open, so that files may be drawn. */
  readonly editable = input.required<boolean>();

  protected readonly record = computed(() => (this.loaded().hasValue() ? this.loaded().value() : undefined));
  protected readonly loadProblem = computed(() => {
    const error = this.loaded().error();
    return error ? problemOf(error) : undefined;
  });
  protected readonly facts = computed(() => factsOf(this.record()!));
  protected readonly mayDraw = computed(() => this.editable() && this.session.may('Applications.Review'));
  protected readonly closedAt = computed(
    () => this.open.application().stages.find(({ stage }) => stage === 'SaferRecruitment')?.closedAt,
  );
  protected readonly drawing = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected readonly filesRead = computed(() => {
    const files = this.record()?.sample?.files ?? [];
    return `${files.filter(({ items }) => items.every(({ result }) => result)).length} of ${files.length}`;
  });
  private readonly drawn = computed(() => new Set(this.record()?.sample?.staffIds));
  /** The drawn files and everybody with findings; whoever is neither needs no line. */
  protected readonly rows = computed(() =>
    (this.record()?.items ?? [])
      .filter((person) => person.findings.length > 0 || this.drawn().has(person.id))
      .sort(byUrgency),
  );

  protected fileOf(id: string): StaffFileDto | undefined {
    return this.record()?.sample?.files.find(({ staffId }) => staffId === id);
  }

  protected settledOf(id: string): SaferRecruitmentFinding[] {
    const settled = this.open.application().saferRecruitment?.settled ?? [];
    return settled.filter(({ staffId }) => staffId === id).map(({ kind }) => kind);
  }

  protected isDrawn(id: string): boolean {
    return this.drawn().has(id);
  }

  protected async draw(): Promise<void> {
    if (this.drawing()) return;

    this.drawing.set(true);
    this.problem.set(undefined);
    try {
      this.loaded().set(await this.api.invoke(staffDrawSample, { id: this.applicationId() }));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.drawing.set(false);
    }
  }
}
