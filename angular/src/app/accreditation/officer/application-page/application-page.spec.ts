import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { NavigationFocus } from '../../../core/navigation-focus';
import { ApplicationDto } from '../../../proxy/models';
import { ApplicationPage } from './application-page';

const APPLICATION = {
  id: 'a',
  version: 1,
  providerName: 'Harbour Steps',
  membership: 'Admitted',
  accreditation: 'PropertyVisit',
  lots: [],
  stages: [],
  clarifications: [],
  interests: { mine: 'NoConflict', declarations: [] },
} as unknown as ApplicationDto;

describe('what is next with an application', () => {
  const nextOn = async (tab: string): Promise<Element> => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: NavigationFocus, useValue: { url: signal(`/accreditation/applications/a/${tab}`) } },
      ],
    });
    const fixture = TestBed.createComponent(ApplicationPage);
    fixture.componentRef.setInput('id', 'a');
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(HttpTestingController).expectOne('/api/applications/a').flush(APPLICATION);
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector('.next')!;
  };

  it('is a link to the tab where it is done', async () => {
    expect((await nextOn('people')).querySelector('a')?.textContent).toBe('Book and record the property visits');
  });

  it('is only said on that tab itself', async () => {
    const next = await nextOn('visits');
    expect(next.textContent).toContain('Book and record the property visits');
    expect(next.querySelector('a')).toBeNull();
  });
});
