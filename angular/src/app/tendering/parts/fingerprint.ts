import { Component, computed, input } from '@angular/core';

/** A SHA-256 in groups of eight, as it is read out and compared. */
@Component({
  selector: 'dps-fingerprint',
  template: `
    <p class="dps-meta">{{ label() }}</p>
    <p class="fingerprint">{{ groups() }}</p>
  `,
  styles: `
    :host {
      display: block;
      margin: 12px 0 20px;
    }

    .dps-meta {
      margin: 0;
    }

    .fingerprint {
      margin: 4px 0 0;
      font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
      font-size: 1rem;
      line-height: 1.62;
      overflow-wrap: anywhere;
    }
  `,
})
export class Fingerprint {
  readonly label = input.required<string>();
  /** Lower-case hex. */
  readonly hash = input.required<string>();

  protected readonly groups = computed(
    () =>
      this.hash()
        .match(/.{1,8}/g)
        ?.join(' ') ?? this.hash(),
  );
}
