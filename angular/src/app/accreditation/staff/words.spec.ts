import { SaferRecruitmentFinding, StaffFindingDto, StaffMemberDto } from '../../proxy/models';
import { byUrgency, columnOf, factsOf, findingsOf, hasLeft, londonDateOf, people } from './words';

const finding = (kind: SaferRecruitmentFinding, critical: boolean): StaffFindingDto => ({ kind, critical });

const person = (name: string, ...findings: StaffFindingDto[]): StaffMemberDto => ({
  id: name,
  number: name,
  name,
  role: 'Support worker',
  dbsNumber: null,
  vetting: { startedOn: '2024-09-01', engagement: 'Employed' },
  findings,
  version: 1,
});

describe('the single central record', () => {
  it('puts whoever cannot wait first, then whoever has something to mend, then by name', () => {
    const list = [
      person('Ada'),
      person('Zed', finding('DbsOld', false)),
      person('Yan', finding('SupervisionOverdue', false), finding('DbsMissing', true)),
      person('Bea', finding('AppraisalOverdue', false)),
    ];
    expect([...list].sort(byUrgency).map(({ name }) => name)).toEqual(['Yan', 'Bea', 'Zed', 'Ada']);
  });

  it('names the critical findings of a person first and keeps the order of the others', () => {
    const found = findingsOf(
      person('Ada', finding('DbsOld', false), finding('ReferencesMissing', true), finding('AppraisalOverdue', false)),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['ReferencesMissing', 'DbsOld', 'AppraisalOverdue']);
  });

  it('counts a person as in post until the last day is over', () => {
    const leaving = { ...person('Ada'), vetting: { ...person('Ada').vetting, leftOn: '2026-11-25' } };
    expect(hasLeft(leaving, '2026-11-24')).toBe(false);
    expect(hasLeft(leaving, '2026-11-25')).toBe(false);
    expect(hasLeft(leaving, '2026-11-26')).toBe(true);
    expect(hasLeft(person('Ada'), '2026-11-26')).toBe(false);
  });

  it('takes the date of London, not of Greenwich', () => {
    expect(londonDateOf(Date.parse('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonDateOf(Date.parse('2026-11-30T23:30:00Z'))).toBe('2026-11-30');
  });

  it('counts those in order as everybody else in post', () => {
    const list = { items: [], inPost: 10, withFindings: 4, withCriticalFindings: 1, sample: null };
    expect(factsOf(list).map(({ value }) => value)).toEqual(['10', '6', '4', '1']);
  });

  it('names a column as the file does and people as English does', () => {
    expect([columnOf('leftOn'), columnOf('dbs_number')]).toEqual(['left', 'dbs_number']);
    expect([people(1), people(2)]).toEqual(['1 person', '2 people']);
  });
});
