import { StaffMemberDto } from '../../../proxy/models';
import { bodyOf, modelOf } from './person-model';

const SAVED: StaffMemberDto = {
  id: 'a',
  number: 'S001',
  name: 'Jo Example',
  role: 'Support worker',
  dbsNumber: '001234567890',
  vetting: {
    startedOn: '2024-09-01',
    engagement: 'Agency',
    safeguardingLead: false,
    identitySeenOn: '2024-08-28',
    rightToWorkCheckedOn: '2024-08-28',
    rightToWorkUntil: null,
    dbsLevel: 'EnhancedWithBarredLists',
    dbsIssuedOn: '2024-08-20',
    dbsUpdateCheckedOn: null,
    startRiskAssessed: false,
    livedAbroad: true,
    overseasCheckedOn: null,
    firstReferenceOn: '2024-08-15',
    secondReferenceOn: '2024-08-18',
    latestEmployerReferred: true,
    longestUnexplainedGapDays: 12,
    safeguardingTrainedOn: '2025-09-10',
    supervisedOn: '2026-11-02',
    appraisedOn: '2026-09-01',
    agencyLetterHeld: true,
    leftOn: null,
    trainings: [
      { topic: 'FirstAid', on: '2025-03-12', notNeeded: false },
      { topic: 'FoodHygiene', on: null, notNeeded: true },
    ],
  },
  findings: [],
  version: 7,
};

describe('the form of one person', () => {
  it('sends back every fact that it was given, unchanged', () => {
    const { number, name, role, dbsNumber, vetting, version } = SAVED;
    expect(bodyOf(modelOf(SAVED), version)).toEqual({ number, name, role, dbsNumber, vetting, version });
  });

  it('sends what was left empty as nothing on file', () => {
    const body = bodyOf({ ...modelOf(undefined), dbsNumber: '0012 3456 7890', engagement: 'Employed' }, 0);
    expect(body.dbsNumber).toBe('001234567890');
    expect(body.vetting).toMatchObject({ dbsLevel: null, leftOn: null, longestUnexplainedGapDays: 0 });
    expect(body.vetting.livedAbroad).toBe(false);
    expect(body.vetting.trainings).toEqual([]);
  });

  it('keeps a date that was typed before the topic was ticked as not needed, and sends only the tick', () => {
    const model = modelOf(SAVED);
    model.trainings.medication = { day: '1', month: '9', year: '2026' };
    const sent = () => bodyOf(model, 7).vetting.trainings?.find(({ topic }) => topic === 'Medication');

    model.notNeeded = ['medication'];
    expect(sent()).toEqual({ topic: 'Medication', on: null, notNeeded: true });
    model.notNeeded = [];
    expect(sent()).toEqual({ topic: 'Medication', on: '2026-09-01', notNeeded: false });
  });
});
