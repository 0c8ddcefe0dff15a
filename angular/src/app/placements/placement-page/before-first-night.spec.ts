import { TestBed } from '@angular/core/testing';
import { PlacementDto } from '../../proxy/models';
import { BeforeFirstNight } from './before-first-night';

const stepsFor = (isCouncil: boolean): readonly string[] => {
  const fixture = TestBed.createComponent(BeforeFirstNight);
  fixture.componentRef.setInput('placement', {
    authorityName: 'Northwick Vale LBC',
    providerName: 'Lantern Row',
    startsOn: '2026-11-30',
  } as PlacementDto);
  fixture.componentRef.setInput('isCouncil', isCouncil);
  fixture.detectChanges();
  const items = (fixture.nativeElement as HTMLElement).querySelectorAll('li');
  return [...items].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
};

describe('Before the first night', () => {
  it('tells the council whom to send the referral, what to agree and when the first night is', () => {
    expect(stepsFor(true)).toEqual([
      'Send Lantern Row the full referral, in private and never through this portal.',
      'Agree the individual placement agreement with them: hours, price, reviews and notice.',
      'Agree the move. The first night is Monday 30 November.',
    ]);
  });

  it('tells the provider the same steps from its side', () => {
    const [referral, agreement] = stepsFor(false);

    expect(referral).toContain('Northwick Vale LBC sends you the full referral');
    expect(agreement).toContain('with Northwick Vale LBC');
  });
});
