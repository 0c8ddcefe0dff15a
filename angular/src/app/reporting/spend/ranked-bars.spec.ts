import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';
import { SpendShareDto } from '../../proxy/models';
import { RankedBars } from './ranked-bars';

const share = (name: string, pence: number): SpendShareDto => ({ name, pence, nights: 7, placements: 1 });

describe('the bars of a share', () => {
  it('are as wide as the share is of the whole', () => {
    const fixture = TestBed.createComponent(RankedBars);
    fixture.componentRef.setInput('heading', 'By provider');
    fixture.componentRef.setInput('column', 'Provider');
    fixture.componentRef.setInput('shares', [share('Amberline Homes', 13_000), share('Keystone Move-On', 5_000)]);
    fixture.componentRef.setInput('totalPence', 100_000);
    fixture.detectChanges();

    const widths = (kind: string): number[] =>
      [...(fixture.nativeElement as HTMLElement).querySelectorAll(kind)].map((bar) =>
        Number(bar.getAttribute('width')),
      );
    const [whole = 0] = widths('.track');

    expect(widths('.fill-one').map((width) => Math.round((100 * width) / whole))).toEqual([13, 5]);
  });
});
