import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VisitDto, VisitItemDto } from '../../proxy/models';
import { VisitAnswers } from './visit-answers';

const item = (id: string, more: Partial<VisitItemDto> = {}): VisitItemDto => ({
  id,
  question: `Question ${id}`,
  criticality: 'Major',
  placeId: null,
  measuresArea: false,
  result: null,
  note: null,
  measuredArea: null,
  photos: [],
  ...more,
});

const visit = (revision: number, items: VisitItemDto[]): VisitDto =>
  ({ id: 'v', revision, version: revision, sections: [{ id: 'A', title: 'A', items }] }) as unknown as VisitDto;

describe('answers of a visit', () => {
  let answers: VisitAnswers;
  let http: HttpTestingController;
  const [door, lamp] = [item('door'), item('lamp')];

  beforeEach(() => {
    vi.useFakeTimers();
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), VisitAnswers] });
    answers = TestBed.inject(VisitAnswers);
    http = TestBed.inject(HttpTestingController);
    answers.start(visit(4, [door, lamp]));
  });

  afterEach(() => {
    http.verify();
    vi.useRealTimers();
  });

  const next = async (): Promise<ReturnType<HttpTestingController['expectOne']>> => {
    await vi.advanceTimersByTimeAsync(0);
    return http.expectOne('/api/visits/v/answers');
  };

  it('send a Fail before its note is written, and say that the note is still needed', async () => {
    answers.answer(door, { result: 'Fail' });
    const first = await next();
    expect(first.request.body).toMatchObject({
      revision: 5,
      answers: [{ itemId: 'door', result: 'Fail', note: null }],
    });
    first.flush(visit(5, [item('door', { result: 'Fail' }), lamp]));
    await vi.advanceTimersByTimeAsync(0);

    expect(answers.hasUnsent()).toBe(false);
    expect(answers.isComplete(item('door', { result: 'Fail' }))).toBe(false);
    expect(answers.state().text).toBe('Saved. 1 answer still needs a note or an area');

    answers.answer(answers.items()[0]!, { note: 'The door sticks' });
    await vi.advanceTimersByTimeAsync(1_000);
    (await next()).flush(visit(6, [item('door', { result: 'Fail', note: 'The door sticks' }), lamp]));
    await vi.advanceTimersByTimeAsync(0);
    expect(answers.state().text).toMatch(/^All answers saved at/);
  });

  it('keep over a reload what never reached the server', async () => {
    answers.answer(door, { result: 'Fail' });
    (await next()).error(new ProgressEvent('error'));
    await vi.advanceTimersByTimeAsync(0);

    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), VisitAnswers] });
    answers = TestBed.inject(VisitAnswers);
    http = TestBed.inject(HttpTestingController);
    answers.start(visit(4, [door, lamp]));
    expect(answers.answerOf(door).result).toBe('Fail');

    (await next()).flush(visit(5, [item('door', { result: 'Fail' }), lamp]));
  });

  it('keep an area that is no number yet on the card, and send the answer without it once', async () => {
    const room = item('bedroom-area', { measuresArea: true });
    answers.start(visit(4, [room]));
    answers.answer(room, { result: 'Pass', area: '7.x' });
    (await next()).flush(visit(5, [{ ...room, result: 'Pass' }]));
    await vi.advanceTimersByTimeAsync(5_000);

    expect(answers.answerOf(room).area).toBe('7.x');
    expect(answers.hasUnsent()).toBe(false);
  });

  it('are sent on the tap with the next revision, and what is tapped meanwhile follows with one more', async () => {
    answers.answer(door, { result: 'Pass' });
    const first = await next();
    expect(first.request.body).toMatchObject({ revision: 5, answers: [{ itemId: 'door', result: 'Pass' }] });

    answers.answer(lamp, { result: 'NotApplicable' });
    await vi.advanceTimersByTimeAsync(1_000);
    first.flush(visit(5, [item('door', { result: 'Pass' }), lamp]));
    const second = await next();
    expect(second.request.body).toMatchObject({ revision: 6, answers: [{ itemId: 'lamp', result: 'NotApplicable' }] });
    second.flush(visit(6, [item('door', { result: 'Pass' }), item('lamp', { result: 'NotApplicable' })]));
    await vi.advanceTimersByTimeAsync(0);

    expect(answers.hasUnsent()).toBe(false);
    expect(answers.state().text).toMatch(/^All answers saved at/);
  });

  it('stay when the network fails, and are sent again with the same revision', async () => {
    answers.answer(door, { result: 'Pass' });
    (await next()).error(new ProgressEvent('error'));
    await vi.advanceTimersByTimeAsync(0);
    expect(answers.state().text).toBe('No connection. 1 answer kept here, trying again');
    expect(answers.answerOf(door).result).toBe('Pass');

    await vi.advanceTimersByTimeAsync(2_000);
    const again = await next();
    expect(again.request.body).toMatchObject({ revision: 5 });
    again.flush(visit(5, [item('door', { result: 'Pass' }), lamp]));
    await vi.advanceTimersByTimeAsync(0);
    expect(answers.hasUnsent()).toBe(false);
  });

  it('go again as a newer revision when somebody else saved first', async () => {
    answers.answer(door, { result: 'Pass' });
    (await next()).flush(visit(9, [door, item('lamp', { result: 'Fail', note: 'Dark' })]));
    const again = await next();
    expect(again.request.body).toMatchObject({ revision: 10, answers: [{ itemId: 'door' }] });
    again.flush({ code: 'Property:StaleAnswers', detail: 'x' }, { status: 409, statusText: 'Conflict' });
    await vi.advanceTimersByTimeAsync(0);
    http.expectOne('/api/visits/v').flush(visit(10, [door, lamp]));
    const third = await next();
    expect(third.request.body).toMatchObject({ revision: 11 });
    third.flush(visit(11, [item('door', { result: 'Pass' }), lamp]));
    await vi.advanceTimersByTimeAsync(0);
    expect(answers.state().tone).toBe('ok');
  });

  it('of a bedroom wait for its area, and the area alone is an answer', async () => {
    const bedroom = item('bedroom-area', { placeId: 'p', measuresArea: true });
    answers.start(visit(0, [bedroom]));
    answers.answer(bedroom, { result: 'Pass' });
    expect(answers.missingOf(bedroom)).toBe('Enter the area in m², like 7.25');

    answers.answer(bedroom, { result: null, area: '6.50' });
    await vi.advanceTimersByTimeAsync(600);
    const sent = await next();
    expect(sent.request.body.answers).toEqual([
      { itemId: 'bedroom-area', placeId: 'p', result: 'Pass', note: null, measuredArea: 6.5, photoIds: [] },
    ]);
    sent.flush(
      visit(1, [item('bedroom-area', { placeId: 'p', measuresArea: true, result: 'Fail', measuredArea: 6.5 })]),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(answers.answerOf(answers.items()[0]!).result).toBe('Fail');
  });
});
