import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, TestRequest } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ApplicationDto, OrganisationSectionDto } from '../../../proxy/models';
import { OrganisationPage } from './organisation-page';

const SAVED: OrganisationSectionDto = {
  legalName: 'Harbour Steps Housing CIC',
  legalForm: 'CommunityInterestCompany',
  companyNumber: 'ZZ000001',
  registeredOffice: '1 Quay Street',
  contactName: 'Amara Bell',
  contactEmail: 'office@example.org',
  contactPhone: '020 7946 0101',
  smallOrMedium: true,
  voluntaryOrSocialEnterprise: true,
};

const application = (organisation: OrganisationSectionDto | null, version = 1): ApplicationDto =>
  ({
    id: 'a1',
    providerName: 'Harbour Steps Housing CIC',
    answers: { organisation },
    lastSavedAt: '2026-11-23T10:32:00Z',
    version,
  }) as ApplicationDto;

describe('OrganisationPage', () => {
  let fixture: ComponentFixture<OrganisationPage>;
  let http: HttpTestingController;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const control = (id: string): HTMLInputElement => page().querySelector<HTMLInputElement>(`#${id}`)!;
  const type = (id: string, text: string): void => {
    control(id).value = text;
    control(id).dispatchEvent(new Event('input'));
  };
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    await fixture.whenStable();
  };
  const send = async (): Promise<TestRequest> => {
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    return http.expectOne('/api/applications/a1/answers');
  };
  const show = async (given: ApplicationDto): Promise<void> => {
    fixture = TestBed.createComponent(OrganisationPage);
    fixture.componentRef.setInput('application', given);
    await settle();
  };

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
    });
    http = TestBed.inject(HttpTestingController);
  });

  it('sends its own section with the version that was read, and goes to the next page', async () => {
    const navigate = vi.spyOn(TestBed.inject(Router), 'navigate');
    await show(application(SAVED));
    type('companyNumber', 'zz000009');

    const request = await send();
    expect(request.request.body).toEqual({
      answers: { organisation: { ...SAVED, companyNumber: 'ZZ000009', tradingName: null, charityNumber: null } },
      version: 1,
    });
    request.flush(application({ ...SAVED, companyNumber: 'ZZ000009' }, 2));

    await vi.waitFor(() => expect(navigate).toHaveBeenCalledWith(['/application', 'a1', 'people']));
  });

  it('shows what the server refuses at the field and in the summary', async () => {
    await show(application(SAVED));
    type('companyNumber', 'ZZ000009');

    const request = await send();
    request.flush(
      { errors: { 'answers.organisation.companyNumber': ['Companies House has no active company with this number'] } },
      { status: 400, statusText: 'Bad Request' },
    );

    const text = 'Companies House has no active company with this number';
    await vi.waitFor(() => expect(page().querySelector('.govuk-error-summary a')).not.toBeNull());
    expect(page().querySelector('.govuk-error-summary a')?.textContent).toBe(text);
    expect(page().querySelector('#companyNumber-error')?.textContent).toContain(text);
  });

  it('brings back what was typed before and not saved', async () => {
    await show(application(null));
    type('contactName', 'Amara B');
    await settle();
    fixture.destroy();

    await show(application(null));

    expect(control('contactName').value).toBe('Amara B');
    expect(page().textContent).toContain('Not saved yet');
  });

  it('asks for the company number of companies only', async () => {
    await show(application({ ...SAVED, legalForm: 'SoleTrader' }));

    expect(control('companyNumber')).toBeNull();
    expect(control('charityNumber')).toBeNull();
  });
});
