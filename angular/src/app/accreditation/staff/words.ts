import {
  DbsLevel,
  SaferRecruitmentFinding,
  StaffEngagement,
  StaffFindingDto,
  StaffListDto,
  StaffMemberDto,
} from '../../proxy/models';
import { counted } from '../../ui/counted';
import { Choice, Fact, TabLink } from '../../ui/parts';

/** What is wrong, as the person who mends it says it. The periods are those of SI 2023/416 and the portal's rules. */
export const FINDINGS: Readonly<Record<SaferRecruitmentFinding, string>> = {
  IdentityNotSeen: 'No identity document seen',
  RightToWorkNotChecked: 'Right to work not checked',
  RightToWorkEnded: 'Right to work has ended',
  DbsMissing: 'No enhanced DBS with barred lists',
  DbsOld: 'DBS older than 3 years, no update check since',
  StartedBeforeDbs: 'Started before the DBS, without a risk assessment',
  OverseasCheckMissing: 'Lived abroad, no overseas check',
  ReferencesMissing: 'Fewer than 2 references',
  LatestEmployerMissing: 'No reference from the latest employer',
  GapUnexplained: 'Gap in employment of more than 28 days, not explained',
  SafeguardingTrainingMissing: 'No safeguarding training',
  SafeguardingTrainingOld: 'Safeguarding training is out of date',
  SupervisionOverdue: 'No supervision for more than 6 weeks',
  AppraisalOverdue: 'No appraisal for more than 12 months',
  AgencyLetterMissing: 'No letter from the agency',
};

export const ENGAGEMENTS: Readonly<Record<StaffEngagement, string>> = {
  Employed: 'Employed by you',
  Agency: 'Through an agency',
  Volunteer: 'Volunteer',
};

export const DBS_LEVELS: Readonly<Record<NonNullable<DbsLevel>, string>> = {
  EnhancedWithBarredLists: 'Enhanced, barred lists',
  Enhanced: 'Enhanced',
  Standard: 'Standard',
  Basic: 'Basic',
};

/** Columns of the file; the server names some by the fact and some by the heading. */
const COLUMNS: Readonly<Record<string, string>> = {
  startedOn: 'started',
  leftOn: 'left',
  identitySeenOn: 'id_seen',
  rightToWorkCheckedOn: 'right_to_work_checked',
  rightToWorkUntil: 'right_to_work_until',
  dbsIssuedOn: 'dbs_issued',
  dbsUpdateCheckedOn: 'dbs_update_checked',
  overseasCheckedOn: 'overseas_checked',
  firstReferenceOn: 'reference_1',
  secondReferenceOn: 'reference_2',
  safeguardingTrainedOn: 'safeguarding_trained',
  supervisedOn: 'supervised',
  appraisedOn: 'appraised',
  longestUnexplainedGapDays: 'unexplained_gap_days',
};

/** The heading of the file's column, so that the person finds it there. */
export const columnOf = (serverName: string): string => COLUMNS[serverName] ?? serverName;

export const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const people = (count: number): string => counted(count, 'person', 'people');

/** Critical ones first, otherwise in the order of the server. */
export const findingsOf = (person: StaffMemberDto): StaffFindingDto[] =>
  [...person.findings].sort((a, b) => Number(b.critical) - Number(a.critical));

const urgency = ({ findings }: StaffMemberDto): number =>
  findings.some(({ critical }) => critical) ? 0 : findings.length > 0 ? 1 : 2;

/** Whoever cannot wait first, then whoever has something to mend, then everybody else; by name within each. */
export const byUrgency = (a: StaffMemberDto, b: StaffMemberDto): number =>
  urgency(a) - urgency(b) || a.name.localeCompare(b.name, 'en-GB');

/** @param today London date, `2026-11-25` */
export const hasLeft = ({ vetting }: StaffMemberDto, today: string): boolean =>
  vetting.leftOn != null && vetting.leftOn < today;

export const londonDateOf = (instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(instant);

export const factsOf = ({ inPost, withFindings, withCriticalFindings }: StaffListDto): Fact[] => [
  { label: 'In post', value: String(inPost), large: true },
  { label: 'In order', value: String(inPost - withFindings), large: true },
  { label: 'With something to mend', value: String(withFindings), large: true },
  { label: 'Of these critical', value: String(withCriticalFindings), large: true },
];

export const staffTabs = (active: 'people' | 'training' | 'policies'): TabLink[] => [
  { label: 'People', link: '/staff', active: active === 'people' },
  { label: 'Training', link: '/staff/training', active: active === 'training' },
  { label: 'Policies', link: '/staff/policies', active: active === 'policies' },
];
