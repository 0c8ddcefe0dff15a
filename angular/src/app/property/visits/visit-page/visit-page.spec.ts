import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { VisitDto, VisitItemResult } from '../../../proxy/models';
import { VisitPage } from './visit-page';

const visit = (result: VisitItemResult | null): VisitDto =>
  ({
    id: 'v1',
    premisesName: 'Fern House',
    address: '18 Orchard Row, London, SE13 0ZZ',
    providerName: 'Harbour Steps',
    scheduledAt: '2026-07-01T09:00:00Z',
    leadVisitorName: 'Priya Hart',
    state: 'InProgress',
    revision: 1,
    permittedTriggers: [],
    version: 1,
    sections: [
      {
        id: 'staff',
        title: 'Staff',
        items: [{ id: 'rota', question: 'Rota', criticality: 'Minor', measuresArea: false, result, photos: [] }],
      },
    ],
  }) as unknown as VisitDto;

describe('the checklist of a visit', () => {
  const show = async (section: string, result: VisitItemResult | null) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    vi.spyOn(TestBed.inject(ServerSession), 'may').mockReturnValue(true);
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(VisitPage);
    const settle = async (): Promise<void> => {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    fixture.componentRef.setInput('id', 'v1');
    fixture.componentRef.setInput('section', section);
    await settle();
    http.expectOne('/api/visits/v1').flush(visit(result));
    await settle();
    return { fixture, http, settle, page: fixture.nativeElement as HTMLElement };
  };

  it('says when the visit is, by the clock in London, and who goes', async () => {
    const { page } = await show('staff', null);

    expect(page.querySelector('header')?.textContent).toMatch(/1 July 2026.*10:00.*Priya Hart/s);
  });

  it('says no more that answers are missing once they are given', async () => {
    const { fixture, http, settle, page } = await show('finish', null);
    const summary = page.querySelector('textarea')!;
    summary.value = 'All seen.';
    summary.dispatchEvent(new Event('input'));
    await settle();
    page.querySelector<HTMLFormElement>('#finish')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    http
      .expectOne('/api/visits/v1/complete')
      .flush(
        { status: 409, code: 'Property:VisitIncomplete', detail: '1 of 1 questions has no answer.' },
        { status: 409, statusText: 'Conflict' },
      );
    await settle();
    expect(page.textContent).toContain('There is a problem');

    fixture.componentRef.setInput('section', 'staff');
    await settle();
    expect(page.textContent).toContain('There is a problem');
    page.querySelector<HTMLInputElement>('input[type=radio]')!.click();
    await settle();
    expect(page.textContent).not.toContain('There is a problem');
  });
});
