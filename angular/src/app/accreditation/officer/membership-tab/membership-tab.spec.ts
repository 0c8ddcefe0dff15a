import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ApplicationDto, MembershipState } from '../../../proxy/models';
import { OpenApplication } from '../open-application';
import { MembershipTab } from './membership-tab';

@Component({
  selector: 'dps-host',
  imports: [MembershipTab],
  providers: [OpenApplication],
  template: `
    @if (open.current()) {
      <dps-membership-tab />
    }
  `,
})
class Host {
  readonly open = inject(OpenApplication);
}

const application = (membership: MembershipState): ApplicationDto =>
  ({
    id: 'a',
    version: 1,
    membership,
    lots: [],
    permittedMembershipTriggers: [],
    canExtend: false,
    membershipClock: {
      startedAt: '2026-11-17T10:00:00Z',
      day: 8,
      workingDays: 10,
      dueOn: '2026-12-01',
      source: 'PCR 2015, reg. 34(16)',
      pausedDays: [],
    },
  }) as unknown as ApplicationDto;

describe('the legal clock on the membership tab', () => {
  const textOf = async (membership: MembershipState): Promise<string> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.open.open('a');
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(HttpTestingController).expectOne('/api/applications/a').flush(application(membership));
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).textContent ?? '';
  };

  it('runs until the decision is confirmed', async () => {
    expect(await textOf('DecisionProposed')).toContain('Day 8 of 10. Due 1 December');
  });

  it('says on which day it stopped once it is confirmed, and no day to come', async () => {
    const text = await textOf('Admitted');
    expect(text).toContain('Decided on day 8 of 10.');
    expect(text).not.toContain('Due');
  });
});
