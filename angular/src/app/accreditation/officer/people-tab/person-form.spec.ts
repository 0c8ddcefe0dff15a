import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { ApplicationDto, CheckResult } from '../../../proxy/models';
import { OpenApplication } from '../open-application';
import { PersonForm } from './person-form';

@Component({
  selector: 'dps-host',
  imports: [PersonForm],
  providers: [OpenApplication],
  template: `
    @if (open.current()?.fitAndProperTest?.people?.[0]; as person) {
      <dps-person-form [person]="person" [editable]="true" [evidence]="[]" />
    }
  `,
})
class Host {
  readonly open = inject(OpenApplication);
}

const application = (
  version: number,
  result: CheckResult | null,
  interview: CheckResult | null = 'Clear',
): ApplicationDto =>
  ({
    id: 'a',
    version,
    fitAndProperTest: {
      settledCount: 0,
      people: [
        {
          personId: 'p',
          name: 'Marcus Bell',
          roles: ['Director'],
          checks: [
            {
              kind: 'IdentityAndRightToWork',
              result,
              checkedOn: result ? '2026-11-24' : null,
              checkedByName: result ? 'Priya Hart' : null,
              note: null,
            },
            {
              kind: 'Interview',
              result: interview,
              checkedOn: interview ? '2026-11-24' : null,
              checkedByName: null,
              note: null,
            },
          ],
          experienceMonths: null,
          outcome: null,
          reasons: null,
          derived: { outcome: 'MoreInformation', because: [] },
          interview: null,
        },
      ],
    },
  }) as unknown as ApplicationDto;

describe('the checks of a person', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('stay as saved, so that saving again changes nothing', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(Host);
    const page = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    fixture.componentInstance.open.open('a');
    await settle();
    http.expectOne('/api/applications/a').flush(application(1, null));
    await settle();

    const box = (): HTMLSelectElement => page.querySelector('select')!;
    const save = (): void => page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    box().value = 'Clear';
    box().dispatchEvent(new Event('change'));
    await settle();
    save();
    await settle();
    http.expectOne('/api/applications/a/fit-and-proper-test/people/p').flush(application(2, 'Clear'));
    await settle();
    await settle();
    expect(box().value).toBe('Clear');

    save();
    await settle();
    const again = http.expectOne('/api/applications/a/fit-and-proper-test/people/p');
    expect(again.request.body).toMatchObject({
      version: 2,
      checks: [{ result: 'Clear', checkedOn: '2026-11-24' }, {}],
    });
    again.flush(application(3, 'Clear'));
    await settle();
  });

  it('let the person be found fit as soon as the panel has agreed, without loading the page anew', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(Host);
    const page = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    const fit = (): HTMLInputElement => page.querySelector('input[value=Fit]')!;
    fixture.componentInstance.open.open('a');
    await settle();
    http.expectOne('/api/applications/a').flush(application(1, 'Clear', null));
    await settle();
    expect(fit().disabled).toBe(true);

    void fixture.componentInstance.open.reload();
    await settle();
    http.expectOne('/api/applications/a').flush(application(2, 'Clear', 'Clear'));
    await settle();
    expect(fit().disabled).toBe(false);
  });
});
