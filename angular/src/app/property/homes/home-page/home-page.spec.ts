import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { HomePage } from './home-page';

const HOME = {
  id: 'h1',
  name: 'Fern House',
  town: 'London',
  outwardCode: 'SE13',
  category: 'SelfContained',
  standing: 'Usable',
  standingReasons: [],
  places: [],
  promised: [],
  certificates: [],
  missingCertificates: [],
};

describe('the page of a home', () => {
  it('says which visit is cancelled and by which authority, and that takes it from the first page', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    vi.spyOn(TestBed.inject(ServerSession), 'may').mockReturnValue(true);
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(HomePage);
    const settle = async (): Promise<void> => {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    fixture.componentRef.setInput('id', 'h1');
    await settle();
    http
      .expectOne('/api/premises/h1/cancelled-visits')
      .flush([{ id: 'v1', scheduledAt: '2026-07-01T09:00:00Z', authorityName: 'Eastmarsh LBC' }]);
    await settle();
    http.expectNone('/api/today/read');
    http.expectOne('/api/premises/h1').flush(HOME);
    await settle();

    expect((fixture.nativeElement as HTMLElement).textContent).toMatch(
      /booked for .*1 July 2026.*10:00 is cancelled by Eastmarsh LBC/,
    );
    expect(http.expectOne('/api/today/read').request.body).toEqual({ kind: 'Visit.Cancelled', id: 'v1' });
  });
});
