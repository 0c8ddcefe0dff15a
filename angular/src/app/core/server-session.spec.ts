import { Location } from '@angular/common';
import { HttpClient, provideHttpClient, withInterceptors, withXsrfConfiguration } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { vi } from 'vitest';
import { AppPermission } from './app-permission';
import { permission, signedIn } from './guards';
import { ServerClock } from './server-clock';
import { ServerSession } from './server-session';
import { sessionInterceptor } from './session-interceptor';
import { SECOND_FACTOR_REQUIRED, STEP_UP_REQUIRED, StepUp } from './step-up';

@Component({
  selector: 'dps-sample',
  imports: [AppPermission],
  template: `<button *appPermission="'CallOffs.Publish'" type="button">Publish</button>`,
})
class Sample {}

@Component({ selector: 'dps-blank', template: '' })
class Blank {}

describe('ServerSession', () => {
  let http: HttpTestingController;
  let session: ServerSession;

  const answer = (permissions: readonly string[], signedInAs: string | null = 'Alex Morgan'): void =>
    http.expectOne('/api/session').flush({
      user: signedInAs && { id: '1', name: signedInAs, email: 'officer@example.org' },
      organisation: null,
      roles: [],
      permissions,
      serverTime: new Date().toISOString(),
    });

  const start = async (...permissions: string[]): Promise<void> => {
    const started = session.start();
    answer(permissions);
    await started;
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withXsrfConfiguration({}), withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'sign-in', component: Blank },
          { path: 'publish', component: Blank, canActivate: [signedIn, permission('CallOffs.Publish')] },
          { path: 'not-found', component: Blank },
          { path: 'account/second-step', component: Blank, canActivate: [signedIn] },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(ServerSession);
  });

  afterEach(() => http.verify());

  it('shows to each only what they may do', async () => {
    const fixture = TestBed.createComponent(Sample);
    await start('CallOffs.View');
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toBe('');

    await start('CallOffs.View', 'CallOffs.Publish');
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toBe('Publish');
  });

  it('starts without the server and says so', async () => {
    const started = session.start();
    http.expectOne('/api/session').error(new ProgressEvent('error'));
    await started;

    expect(session.unreachable()).toBe(true);
    expect(session.isSignedIn()).toBe(false);
  });

  it('refreshes the session after signing in, as the old token is refused from then on', async () => {
    const done = session.signIn('officer@example.org', 'secret');
    http.expectOne({ method: 'POST', url: '/api/account/sign-in' }).flush({});
    await new Promise((resolve) => setTimeout(resolve));
    answer(['CallOffs.View']);
    await done;

    expect(session.user()?.name).toBe('Alex Morgan');
  });

  it('sends the anonymous to the sign-in page and back', async () => {
    await TestBed.inject(Router).navigateByUrl('/publish');

    expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2Fpublish');
  });

  it('shows no page to somebody without its permission', async () => {
    await start('CallOffs.View');
    const router = TestBed.inject(Router);

    await router.navigateByUrl('/publish');

    expect(router.routerState.snapshot.root.firstChild?.routeConfig?.path).toBe('not-found');
  });

  it('goes to the sign-in page when a read finds the session ended', async () => {
    await start('CallOffs.View');
    const read = firstValueFrom(TestBed.inject(HttpClient).get('/api/call-offs'));
    http.expectOne('/api/call-offs').flush(null, { status: 401, statusText: 'Unauthorized' });

    await expect(read).rejects.toMatchObject({ status: 401 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.isSignedIn()).toBe(false);
    expect(TestBed.inject(Router).url).toContain('/sign-in');
    expect(TestBed.inject(Location).getState()).toMatchObject({ ended: true });
  });

  it('stays on the page when a write finds the session ended, so that nothing typed is lost', async () => {
    await start('CallOffs.View');
    const write = firstValueFrom(TestBed.inject(HttpClient).post('/api/call-offs', {}));
    http.expectOne('/api/call-offs').flush(null, { status: 401, statusText: 'Unauthorized' });

    await expect(write).rejects.toMatchObject({ status: 401 });
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('renews a stale antiforgery token and sends the write once more', async () => {
    const write = firstValueFrom(TestBed.inject(HttpClient).post('/api/call-offs', {}));
    http.expectOne('/api/call-offs').flush({ code: 'antiforgery' }, { status: 400, statusText: 'Bad Request' });
    answer([]);
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne('/api/call-offs').flush({ id: '1' });

    await expect(write).resolves.toEqual({ id: '1' });
  });

  it('holds a write that needs a fresh proof until it is given, and sends it again', async () => {
    const write = firstValueFrom(TestBed.inject(HttpClient).post('/api/people/invitations', {}));
    http
      .expectOne('/api/people/invitations')
      .flush({ code: STEP_UP_REQUIRED }, { status: 403, statusText: 'Forbidden' });
    expect(TestBed.inject(StepUp).isAsked()).toBe(true);

    TestBed.inject(StepUp).answer(true);
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne('/api/people/invitations').flush({ id: '1' });

    await expect(write).resolves.toEqual({ id: '1' });
  });

  it('refuses that write when the person gives up', async () => {
    const write = firstValueFrom(TestBed.inject(HttpClient).post('/api/people/invitations', {}));
    http
      .expectOne('/api/people/invitations')
      .flush({ code: STEP_UP_REQUIRED }, { status: 403, statusText: 'Forbidden' });

    TestBed.inject(StepUp).answer(false);

    await expect(write).rejects.toMatchObject({ status: 403 });
  });

  const mustSetUp = (): void =>
    http.expectOne('/api/session').flush({
      user: { id: '1', name: 'Alex Morgan', email: 'officer@example.org' },
      organisation: null,
      roles: [],
      permissions: [],
      mustSetUpSecondFactor: true,
      serverTime: new Date().toISOString(),
    });

  it('shows only the set-up of a second step to who must have one', async () => {
    const started = session.start();
    mustSetUp();
    await started;

    await TestBed.inject(Router).navigateByUrl('/publish');

    expect(TestBed.inject(Router).url).toBe('/account/second-step');
  });

  it('leads to the set-up when an answer asks for a second step', async () => {
    await start('CallOffs.Publish');
    const call = firstValueFrom(TestBed.inject(HttpClient).get('/api/people')).catch(() => 'refused');
    http
      .expectOne('/api/people')
      .flush({ code: SECOND_FACTOR_REQUIRED, detail: 'Set up' }, { status: 403, statusText: 'Forbidden' });
    mustSetUp();

    expect(await call).toBe('refused');
    await vi.waitFor(() => expect(TestBed.inject(Router).url).toBe('/account/second-step'));
  });

  it('reads the clock from when the first answer travelled, not from when the scripts had come', async () => {
    const sample = vi.spyOn(TestBed.inject(ServerClock), 'sample');
    const answered = { requestStart: 400, responseEnd: 550 } as PerformanceResourceTiming;
    const entries = vi.spyOn(performance, 'getEntriesByName').mockReturnValue([answered]);

    await start();
    const again = session.refresh();
    answer([]);
    await again;

    const origin = performance.timeOrigin;
    expect(sample.mock.calls[0]?.slice(1)).toEqual([origin + 400, origin + 550]);
    expect(sample.mock.calls[1]?.[1]).toBeGreaterThan(origin + 550);
    entries.mockRestore();
  });

  it('is not signed in before the second step', async () => {
    await start();
    const signedInAs = session.user();
    const next = session.signIn('officer@example.org', 'password');
    http.expectOne('/api/account/sign-in').flush({ secondStep: ['Authenticator'] });

    expect(await next).toEqual(['Authenticator']);
    expect(session.user()).toBe(signedInAs);
  });
});
