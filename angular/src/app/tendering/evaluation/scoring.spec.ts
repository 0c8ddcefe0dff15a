import { HttpErrorResponse } from '@angular/common/http';
import { provideZonelessChangeDetection } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Api } from '../../proxy/api';
import { EvaluationDto, NeedsProfileDto } from '../../proxy/models';
import { Scoring } from './scoring';

const evaluation = (version: number): EvaluationDto => ({
  callOffId: 'c',
  reference: 'R-7QK3-9F2D',
  state: 'Evaluating',
  callerHasConflict: false,
  conflictParties: [],
  criteria: [{ id: 'match', name: 'How well the home fits', weight: 60, minimumScore: 2, suitability: true }],
  priceWeight: 40,
  expectedWeeks: 26,
  priceFormula: '',
  permittedTriggers: ['Score', 'LockQuality'],
  version: 40 + version,
  evaluators: [
    { sheetId: 's1', name: 'Nadia Frost', given: 0, lockedAt: null, isCaller: true, setAside: null },
    { sheetId: 's2', name: 'Ada Quill', given: 1, lockedAt: null, isCaller: false, setAside: null },
  ],
  evaluatorsNeeded: 2,
  ownVersion: version,
  isChair: false,
  callerJudged: true,
  bids: [
    {
      bidId: 'b',
      label: 'Bid A',
      premisesArea: 'HA9',
      availableFrom: '2026-12-01',
      answers: [{ criterionId: 'match', text: 'A calm house.' }],
      scores: [],
      ownScores: [],
      evaluatorScores: [],
      gateFailures: [],
    },
  ],
});

const needs: NeedsProfileDto = {
  additionalHoursPerWeek: 5,
  ageBand: 'From16To17',
  alongside: 'NoPreference',
  categoryWanted: 'SharedRingFenced',
  coreHoursPerWeek: 10,
  education: 'College',
  excludedAreas: [],
  expectedWeeks: 26,
  gender: 'NotStated',
  independence: [],
  interpreterNeeded: false,
  legalBasis: 'Section20',
  moveInBy: '2026-12-10',
  moveInFrom: '2026-12-01',
  mustKeepEducationPlace: false,
  nightCover: 'None',
  occupancy: 'Either',
  parentAndChild: false,
  preferredAreas: ['HA9'],
  risks: [],
  singleGenderSetting: false,
  stepFreeAccess: false,
  supportLevel: 'Medium',
  unaccompaniedAsylumSeeking: false,
  urgency: 'LessThanFiveDays',
  wishes: [],
  wishesAskedOn: '2026-11-20',
};

/** Both have locked; the caller chairs. */
const agreeing = (stands = false, isChair = true): EvaluationDto => {
  const before = evaluation(1);
  const given = (evaluatorName: string, score: number, mine: boolean) => ({
    criterionId: 'match',
    evaluatorName,
    score,
    reason: `${evaluatorName} found it so`,
    mine,
  });
  return {
    ...before,
    isChair,
    scoresShownAt: '2026-11-25T10:00:00Z',
    permittedTriggers: ['Score', 'Agree', 'LockQuality', 'TakeChair'],
    bids: before.bids.map((bid) => ({
      ...bid,
      evaluatorScores: [given('Ada Quill', 2, false), given('Nadia Frost', 4, true)],
      scores: stands
        ? [
            {
              criterionId: 'match',
              score: 3,
              reason: 'Fair',
              scoredByName: 'Ada Quill',
              scoredAt: '2026-11-25T10:00:00Z',
              stands,
            },
          ]
        : [],
    })),
  };
};

describe('scoring', () => {
  const invoke = vi.fn();
  let fixture: ComponentFixture<Scoring>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const button = (text: string): HTMLButtonElement | undefined =>
    [...page().querySelectorAll('button')].find((each) => each.textContent?.includes(text));

  beforeEach(async () => {
    invoke.mockReset();
    Element.prototype.scrollIntoView = () => undefined; // jsdom lays nothing out
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), { provide: Api, useValue: { invoke } }],
    });
    fixture = TestBed.createComponent(Scoring);
    fixture.componentRef.setInput('evaluation', evaluation(1));
    fixture.componentRef.setInput('needs', needs);
    fixture.componentInstance.changed.subscribe((next) => fixture.componentRef.setInput('evaluation', next));
    await fixture.whenStable();
    page().querySelector<HTMLButtonElement>('.cell')?.click();
    await fixture.whenStable();
  });

  async function type(score: number, reason: string): Promise<void> {
    page().querySelectorAll<HTMLInputElement>('.digits input')[score]?.click();
    const area = page().querySelector('textarea') as HTMLTextAreaElement;
    area.value = reason;
    area.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  it('offers no change of a score that was agreed before prices were seen', async () => {
    fixture.componentRef.setInput('evaluation', agreeing(true));
    await fixture.whenStable();

    expect(page().textContent).toContain('Agreed before prices were seen, so it stands.');
    expect(button('Use this score and reason')).toBeUndefined();
    expect(page().querySelector('textarea')).toBeNull();
  });

  it('wants a reason with every score', async () => {
    await type(3, ' ');
    button('Save and go on')?.click();
    await fixture.whenStable();

    expect(page().textContent).toContain('Give a reason: the bidder may read it');
    expect(invoke).not.toHaveBeenCalled();
  });

  it('hands on a refusal that has overtaken the page, so that it shows how things stand', async () => {
    const refused = vi.fn();
    fixture.componentInstance.refused.subscribe(refused);
    await type(4, 'Clear plan');
    invoke.mockRejectedValueOnce(
      new HttpErrorResponse({ status: 409, error: { code: 'Tendering:Moved', detail: 'Quality is locked.' } }),
    );
    button('Save and go on')?.click();
    await fixture.whenStable();

    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ detail: 'Quality is locked.' }));
    expect(page().textContent).not.toContain('There is a newer version');
  });

  it('says at the reason what the server found in it, and keeps what was typed', async () => {
    const found = 'This looks like an NHS number. Take out what tells who the young person is.';
    await type(4, 'NHS 943 476 5919');
    invoke.mockRejectedValueOnce(
      new HttpErrorResponse({ status: 400, error: { detail: 'Check it.', errors: { 'scores[0].reason': [found] } } }),
    );
    button('Save and go on')?.click();
    await fixture.whenStable();

    const area = page().querySelector('textarea') as HTMLTextAreaElement;
    expect(page().querySelector(`#${area.getAttribute('aria-describedby')}`)?.textContent).toBe(found);
    expect(area.value).toBe('NHS 943 476 5919');
  });

  it('keeps the typed reason when another tab was faster, and saves it on top of the newer version', async () => {
    await type(4, 'Clear plan');
    invoke.mockRejectedValueOnce(
      new HttpErrorResponse({ status: 409, error: { code: 'DpsPortal:Concurrency', detail: 'Somebody was faster.' } }),
    );
    button('Save and go on')?.click();
    await fixture.whenStable();
    expect(page().textContent).toContain('There is a newer version');
    expect((page().querySelector('textarea') as HTMLTextAreaElement).value).toBe('Clear plan');

    invoke.mockResolvedValueOnce(evaluation(2));
    button('Load the newer scores')?.click();
    await fixture.whenStable();
    expect((page().querySelector('textarea') as HTMLTextAreaElement).value).toBe('Clear plan');

    invoke.mockResolvedValueOnce(evaluation(3));
    button('Save and go on')?.click();
    await fixture.whenStable();
    expect(invoke.mock.lastCall?.[1]).toMatchObject({
      body: { scores: [{ criterionId: 'match', score: 4, reason: 'Clear plan' }], version: 2 },
    });
  });

  it('shows what each scored and writes down what the chair agrees', async () => {
    fixture.componentRef.setInput('evaluation', agreeing());
    await fixture.whenStable();
    expect(page().querySelector('.cell__given')?.textContent).toBe('2 and 4');
    expect(page().textContent).toContain('Ada Quill found it so');

    button('Use this score and reason')?.click();
    await fixture.whenStable();
    expect((page().querySelector('textarea') as HTMLTextAreaElement).value).toBe('Ada Quill found it so');
    await type(3, 'Between the two');

    invoke.mockResolvedValueOnce(agreeing(true));
    button('Agree and go on')?.click();
    await fixture.whenStable();
    expect(invoke.mock.lastCall?.[1]).toMatchObject({
      bidId: 'b',
      body: { scores: [{ criterionId: 'match', score: 3, reason: 'Between the two' }], version: 41 },
    });
  });

  it('lets nobody but the chair write down an agreed score', async () => {
    fixture.componentRef.setInput('evaluation', agreeing(false, false));
    await fixture.whenStable();

    expect(page().textContent).toContain('Ada Quill found it so');
    expect(page().querySelector('textarea')).toBeNull();
    expect(button('Lock quality')).toBeUndefined();
  });

  it('keeps on show what the chair was typing when a colleague takes the chair', async () => {
    fixture.componentRef.setInput('evaluation', agreeing());
    await fixture.whenStable();
    await type(3, 'Between the two');

    fixture.componentRef.setInput('evaluation', { ...agreeing(false, false), chairName: 'Ada Quill' });
    await fixture.whenStable();
    expect(page().querySelector('textarea')).toBeNull();
    expect(page().querySelector('.kept')?.textContent).toContain('Ada Quill chairs now');
    expect(page().querySelector('.kept')?.textContent).toContain('Between the two');
  });

  it('offers to unlock scores that nobody else has read', async () => {
    const mine = evaluation(3);
    fixture.componentRef.setInput('evaluation', {
      ...mine,
      evaluators: mine.evaluators.map((one) => ({ ...one, lockedAt: '2026-11-25T10:00:00Z' })),
    });
    await fixture.whenStable();
    expect(page().querySelector('textarea')).toBeNull();

    invoke.mockResolvedValueOnce(evaluation(4));
    button('Unlock my scores')?.click();
    await fixture.whenStable();
    expect(invoke.mock.lastCall?.[1]).toMatchObject({ body: { version: 3 } });
  });

  it('shows the need beside the answers', () => {
    expect(page().textContent).toContain('What is needed');
  });

  it('says nothing about names and prices', () => {
    expect(page().textContent).toContain('Hidden until quality is locked');
    expect(page().textContent).not.toContain('£');
  });
});
