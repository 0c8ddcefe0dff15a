import { booleanAttribute, computed, Directive, input } from '@angular/core';

/** The look of a button, on a button or a link. While busy it ignores further clicks: one click, one result. */
@Directive({
  selector: 'button[govukButton], a[govukButton]',
  host: {
    '[class]': 'classes()',
    '[attr.aria-disabled]': 'busy() ? true : null',
    '(click)': 'guard($event)',
  },
})
export class GovukButton {
  readonly govukButton = input<'' | 'secondary' | 'warning'>('');
  readonly small = input(false, { transform: booleanAttribute });
  readonly busy = input(false, { transform: booleanAttribute });

  protected readonly classes = computed(() => {
    const kind = this.govukButton() && ` govuk-button--${this.govukButton()}`;
    return `govuk-button${kind}${this.small() ? ' dps-button-small' : ''}`;
  });

  protected guard(event: Event): void {
    if (!this.busy()) return;

    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
