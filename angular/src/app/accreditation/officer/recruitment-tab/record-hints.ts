import { SaferRecruitmentFinding, SettledFindingDto, StaffMemberDto } from '../../../proxy/models';
import { counted } from '../../../ui/counted';
import { FINDINGS } from '../../staff/words';

/** The line of the checklist that a finding speaks against, by the server's id of the line. */
const LINE_OF: Readonly<Record<SaferRecruitmentFinding, string>> = {
  IdentityNotSeen: 'identity',
  RightToWorkNotChecked: 'right-to-work',
  RightToWorkEnded: 'right-to-work',
  DbsMissing: 'dbs-held',
  DbsOld: 'dbs-current',
  StartedBeforeDbs: 'start-before-dbs',
  OverseasCheckMissing: 'overseas',
  ReferencesMissing: 'two-references',
  LatestEmployerMissing: 'latest-employer',
  GapUnexplained: 'gaps',
  SafeguardingTrainingMissing: 'safeguarding-training',
  SafeguardingTrainingOld: 'safeguarding-training',
  SupervisionOverdue: 'supervision',
  AppraisalOverdue: 'appraisal',
  AgencyLetterMissing: 'agency',
};

/**
 * What the single central record says against lines of the checklist, by the line's id.
 * @param settled Findings that an officer has settled: they speak against nothing any more.
 */
export function recordHints(
  people: readonly Pick<StaffMemberDto, 'id' | 'findings'>[],
  settled: readonly Pick<SettledFindingDto, 'staffId' | 'kind'>[],
): Record<string, string> {
  const open = people.flatMap(({ id, findings }) =>
    findings.map(({ kind }) => kind).filter((kind) => !settled.some((one) => one.staffId === id && one.kind === kind)),
  );
  const hints: Record<string, string> = {};
  for (const kind of Object.keys(FINDINGS) as SaferRecruitmentFinding[]) {
    const number = open.filter((one) => one === kind).length;
    if (number === 0) continue;

    const before = hints[LINE_OF[kind]];
    const words = `“${FINDINGS[kind]}” of ${counted(number, 'person', 'people')}`;
    hints[LINE_OF[kind]] = before ? `${before}, and ${words}` : `The provider’s record says ${words}`;
  }
  return hints;
}
