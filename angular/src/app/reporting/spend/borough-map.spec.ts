import { TestBed } from '@angular/core/testing';
import { SpendShareDto } from '../../proxy/models';
import { BoroughMap } from './borough-map';

const area = (name: string, pence: number): SpendShareDto => ({ name, pence, placements: 1, nights: 7 });

describe('the legend of the map', () => {
  it('explains every step, from which sum to which, also one that no borough is in', () => {
    const fixture = TestBed.createComponent(BoroughMap);
    fixture.componentRef.setInput('areas', [area('HA9', 165_000_000), area('SE13', 20_000_000)]);
    fixture.componentRef.setInput('totalPence', 185_000_000);
    fixture.detectChanges();

    const bands = [...(fixture.nativeElement as HTMLElement).querySelectorAll('.map__legend li')];
    expect(bands.map(({ textContent }) => textContent.trim())).toEqual([
      'up to £250k',
      '£250k to £500k',
      '£500k to £1.00m',
      'over £1.00m',
    ]);
  });
});
