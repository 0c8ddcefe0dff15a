import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { InterviewQuestion, PersonFitnessDto } from '../../../proxy/models';
import { ServerSession } from '../../../core/server-session';
import { OpenApplication } from '../open-application';
import { QUESTIONS } from '../words';
import { PersonInterview } from './person-interview';

const ALL = Object.keys(QUESTIONS) as InterviewQuestion[];
const marks = (...scores: number[]) => ALL.map((question, index) => ({ question, score: scores[index] ?? 4 }));

const person = (agreed: readonly number[] | undefined): PersonFitnessDto =>
  ({
    personId: 'p',
    mayScore: false,
    mayAgree: true,
    interview: {
      given: [
        { byName: 'Priya Hart', mine: true, marks: marks(4, 2), reasons: 'Knew the law.' },
        { byName: 'Leon Moss', mine: false, marks: marks(4, 4), reasons: 'Knew the law well.' },
      ],
      agreed: agreed && { byName: 'Priya Hart', marks: marks(...agreed), passed: true, reasons: 'Between both.' },
    },
  }) as unknown as PersonFitnessDto;

describe('the agreement of a panel', () => {
  const shown = (agreed?: readonly number[]): ComponentFixture<PersonInterview> => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        OpenApplication,
        { provide: ServerSession, useValue: { may: () => true } },
      ],
    });
    const fixture = TestBed.createComponent(PersonInterview);
    fixture.componentRef.setInput('person', person(agreed));
    fixture.detectChanges();
    return fixture;
  };
  const scoresIn = async (fixture: ComponentFixture<PersonInterview>): Promise<string[]> => {
    await fixture.whenStable();
    fixture.detectChanges();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll('select')].map(({ value }) => value);
  };
  const press = (fixture: ComponentFixture<PersonInterview>, text: string): void => {
    const buttons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent.trim() === text)?.click();
    fixture.detectChanges();
  };

  it('begins with what all gave alike and leaves open where they differ', async () => {
    expect(await scoresIn(shown())).toEqual(['4', '', '4', '4', '4', '4']);
  });

  it('begins anew with what was agreed before', async () => {
    const fixture = shown([4, 3]);
    press(fixture, 'Agree anew');

    expect(await scoresIn(fixture)).toEqual(['4', '3', '4', '4', '4', '4']);
  });

  it('asks for its reasons in the words of the label', async () => {
    const fixture = shown();
    press(fixture, 'Agree the scores');
    await fixture.whenStable();
    fixture.detectChanges();

    const text = (fixture.nativeElement as HTMLElement).textContent ?? '';
    expect(text).toContain('Why the panel agrees on this');
    expect(text).toContain('Say why the panel agrees on this');
  });

  it('says before scores are agreed anew that the outcome falls with them', () => {
    const fixture = shown([4, 3]);
    fixture.componentRef.setInput('person', { ...person([4, 3]), outcome: 'Fit' });
    press(fixture, 'Agree anew');

    expect((fixture.nativeElement as HTMLElement).textContent).toContain('The outcome of this test falls with it.');
  });
});
