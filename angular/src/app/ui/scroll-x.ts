import {
  afterEveryRender,
  booleanAttribute,
  Component,
  ElementRef,
  inject,
  input,
  ViewEncapsulation,
} from '@angular/core';

/**
 * A wide table scrolls inside this, never the page; reachable by keyboard. With `stacked` each row of the table becomes
 * a card on a phone, its cells named by their columns, so that nothing hides off to the right.
 */
@Component({
  selector: 'dps-scroll-x',
  host: {
    class: 'dps-scroll-x',
    tabindex: '0',
    role: 'region',
    '[attr.aria-label]': 'label()',
    '[class.dps-scroll-x--stacked]': 'stacked()',
  },
  template: `<ng-content />`,
  styleUrl: './scroll-x.scss',
  encapsulation: ViewEncapsulation.None,
})
export class ScrollX {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly label = input.required<string>();
  readonly stacked = input(false, { transform: booleanAttribute });

  constructor() {
    afterEveryRender({ write: () => this.stacked() && this.nameCells() });
  }

  /** Counted from the last column: the first cell of a group of rows stands in the group's first row only. */
  private nameCells(): void {
    for (const table of this.element.nativeElement.querySelectorAll('table')) {
      const headings: (Element | undefined)[] = [...table.querySelectorAll('thead th')];
      for (const { cells } of table.querySelectorAll<HTMLTableRowElement>('tbody tr')) {
        for (const [index, cell] of [...cells].entries()) {
          const heading = headings[headings.length - cells.length + index];
          if (cell.tagName === 'TD' && heading && !heading.querySelector('.govuk-visually-hidden'))
            cell.dataset['label'] ??= heading.textContent.replace(/[↑↓]/, '').trim();
        }
      }
    }
  }
}
