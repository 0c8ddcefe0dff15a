import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { PolicyDto, PolicyListDto } from '../../../proxy/models';
import { Policies } from '../policies';
import { PoliciesPage } from './policies-page';

/** What the banner says after one policy of the list was saved. */
async function saidAfterSaving(policy: Partial<PolicyDto>): Promise<string> {
  const list = { items: [{ kind: 'LoneWorking', owner: 'Barnaby Quill', ...policy }] } as unknown as PolicyListDto;
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: Policies, useValue: { list: () => Promise.resolve(list) } }],
  });
  const fixture = TestBed.createComponent(PoliciesPage);
  fixture.componentRef.setInput('saved', 'LoneWorking');
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).querySelector('[role=alert]')?.textContent.replace(/\s+/g, ' ') ?? '';
}

describe('After a policy was saved', () => {
  it('its review that was due already is told', async () => {
    expect(await saidAfterSaving({ review: 'Overdue', reviewOn: '2026-11-07' })).toContain(
      'Its review was due on 7 November 2026.',
    );
  });

  it('nothing is told of a review that is still to come', async () => {
    expect(await saidAfterSaving({ review: 'DueSoon', reviewOn: '2026-12-07' })).not.toContain('review');
  });
});
