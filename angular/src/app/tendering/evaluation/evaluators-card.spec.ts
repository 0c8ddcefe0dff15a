import { provideZonelessChangeDetection } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Api } from '../../proxy/api';
import { EvaluationDto, EvaluatorDto } from '../../proxy/models';
import { EvaluatorsCard } from './evaluators-card';

const evaluator = (name: string, change: Partial<EvaluatorDto> = {}): EvaluatorDto => ({
  sheetId: name,
  name,
  given: 1,
  lockedAt: null,
  isCaller: name === 'Nadia Frost',
  setAside: null,
  ...change,
});

const evaluation = (change: Partial<EvaluationDto> = {}): EvaluationDto => ({
  callOffId: 'c',
  reference: 'C-7QK3-9F2D',
  state: 'Evaluating',
  callerHasConflict: false,
  conflictParties: [],
  criteria: [{ id: 'match', name: 'How well the home fits', weight: 60, minimumScore: 2, suitability: true }],
  priceWeight: 40,
  expectedWeeks: 26,
  priceFormula: '',
  permittedTriggers: ['Score', 'SetAsideScores', 'CountScoresAgain', 'TakeChair', 'Agree'],
  version: 41,
  evaluators: [evaluator('Nadia Frost', { lockedAt: '2026-11-25T10:00:00Z' }), evaluator('Idris Vaughan')],
  evaluatorsNeeded: 2,
  ownVersion: 3,
  isChair: false,
  callerJudged: true,
  bids: [],
  ...change,
});

describe('evaluators', () => {
  const invoke = vi.fn();
  let fixture: ComponentFixture<EvaluatorsCard>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const button = (text: string): HTMLButtonElement | undefined =>
    [...page().querySelectorAll('button')].find((each) => each.textContent?.includes(text));

  async function show(shown: EvaluationDto): Promise<void> {
    fixture.componentRef.setInput('evaluation', shown);
    await fixture.whenStable();
  }

  async function press(text: string): Promise<void> {
    button(text)?.click();
    await fixture.whenStable();
  }

  beforeEach(() => {
    invoke.mockReset();
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), { provide: Api, useValue: { invoke } }],
    });
    fixture = TestBed.createComponent(EvaluatorsCard);
  });

  it('says before scores are set aside that somebody else is needed then', async () => {
    await show(evaluation());
    await press('Go on without Idris Vaughan');

    expect(page().textContent).toContain('2 evaluators are needed.');
  });

  it('asks for nobody else where enough are left', async () => {
    await show(evaluation({ evaluators: [...evaluation().evaluators, evaluator('Ada Quill')] }));
    await press('Go on without Idris Vaughan');

    expect(page().textContent).not.toContain('evaluators are needed.');
  });

  it('lets scores that were set aside count again, unless their evaluator has a conflict', async () => {
    const aside = (ofConflict: boolean): EvaluationDto =>
      evaluation({
        evaluators: [
          evaluator('Nadia Frost'),
          evaluator('Idris Vaughan', {
            setAside: { byName: 'Nadia Frost', reason: 'On leave.', at: '2026-11-25T10:00:00Z', ofConflict },
          }),
        ],
      });
    await show(aside(true));
    expect(button('count again')).toBeUndefined();

    await show(aside(false));
    invoke.mockResolvedValueOnce(evaluation());
    await press('Let their scores count again');
    expect(invoke.mock.lastCall?.[1]).toMatchObject({ id: 'c', sheetId: 'Idris Vaughan', body: { version: 41 } });
  });

  it('takes the chair from a colleague only once that is confirmed', async () => {
    await show(evaluation({ scoresShownAt: '2026-11-25T10:00:00Z', chairName: 'Idris Vaughan' }));
    await press('Take the chair from Idris Vaughan');
    expect(invoke).not.toHaveBeenCalled();
    expect(page().textContent).toContain('They may be writing just now');

    invoke.mockResolvedValueOnce(evaluation());
    await press('Yes, take the chair');
    expect(invoke.mock.lastCall?.[1]).toMatchObject({ id: 'c', body: { version: 41 } });
  });

  it('takes a free chair at once', async () => {
    await show(evaluation({ scoresShownAt: '2026-11-25T10:00:00Z' }));
    invoke.mockResolvedValueOnce(evaluation());
    await press('Take the chair');

    expect(invoke).toHaveBeenCalledOnce();
  });
});
