import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ServerSession } from '../../../core/server-session';
import { ApplicationDto } from '../../../proxy/models';
import { OpenApplication } from '../open-application';
import { ActionsCard } from './actions-card';

@Component({
  selector: 'dps-host',
  imports: [ActionsCard],
  providers: [OpenApplication],
  template: `
    @if (open.current()) {
      <dps-actions-card />
    }
  `,
})
class Host {
  readonly open = inject(OpenApplication);
}

const APPLICATION = {
  id: 'a',
  version: 1,
  recruitmentActions: [
    {
      id: 'r',
      text: 'Renew.',
      dueOn: '2020-03-02',
      state: 'Reported',
      overdue: false,
      permittedTriggers: ['Accept', 'SendBack'],
      version: 4,
    },
  ],
} as unknown as ApplicationDto;

describe('an action that is sent back', () => {
  it('keeps its day only while that has not passed', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    vi.spyOn(TestBed.inject(ServerSession), 'may').mockReturnValue(true);
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(Host);
    const page = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    const type = (id: string, text: string): void => {
      const control = page.querySelector<HTMLInputElement>(`#return-${id}`)!;
      control.value = text;
      control.dispatchEvent(new Event('input'));
    };
    const press = (words: string): void =>
      [...page.querySelectorAll('button')].find((each) => each.textContent?.includes(words))!.click();
    fixture.componentInstance.open.open('a');
    await settle();
    http.expectOne('/api/applications/a').flush(APPLICATION);
    await settle();

    press('Send back');
    await settle();
    expect(page.querySelector<HTMLInputElement>('#return-dueOn-year')?.value).toBe('2020');
    type('reason', 'One is missing.');
    await settle();
    press('Send back');
    await settle();
    expect(page.textContent).toContain('Enter a day that has not passed');

    type('dueOn-year', '2999');
    await settle();
    press('Send back');
    await settle();
    const sent = http.expectOne('/api/applications/a/recruitment-actions/r/send-back');
    expect(sent.request.body).toEqual({ reason: 'One is missing.', dueOn: '2999-03-02', version: 4 });
  });
});
