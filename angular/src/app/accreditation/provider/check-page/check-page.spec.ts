import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ApplicationDto } from '../../../proxy/models';
import { CheckPage } from './check-page';

describe('check your answers', () => {
  it('says how many referees were asked and how many references count', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(CheckPage);
    fixture.componentRef.setInput('application', {
      id: 'a1',
      answers: {},
      lots: [],
      premises: [],
      sections: [],
      permittedMembershipTriggers: ['Submit'],
    } as unknown as ApplicationDto);
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(HttpTestingController)
      .expectOne('/api/applications/a1/references')
      .flush({ counting: 1, needed: 2, references: [{ state: 'Accepted' }, { state: 'Asked' }, { state: 'Revoked' }] });
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();

    const section = (fixture.nativeElement as HTMLElement).querySelector('[aria-labelledby=references-heading]')!;
    expect(section.textContent).toMatch(/Referees asked\s*2.*count\s*1 of 2/s);
    expect(section.querySelector('a')?.getAttribute('href')).toBe('/application/a1/references');
  });
});
