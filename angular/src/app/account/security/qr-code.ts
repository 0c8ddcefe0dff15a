import { Component, computed, input, resource } from '@angular/core';

/** Drawn here, because its text is a secret: no service and no picture file sees it. */
@Component({
  selector: 'dps-qr-code',
  styleUrl: './qr-code.scss',
  template: `
    @if (drawn(); as code) {
      <svg [attr.viewBox]="code.box" role="img" [attr.aria-label]="label()" shape-rendering="crispEdges">
        <path class="paper" [attr.d]="code.paper" />
        <path class="ink" [attr.d]="code.ink" />
      </svg>
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  private readonly encoder = resource({ loader: () => import('uqr') });
  protected readonly drawn = computed(() => {
    if (!this.encoder.hasValue()) return undefined;

    // Readers need four modules of paper all around. Source: ISO/IEC 18004.
    const { data, size } = this.encoder.value().encode(this.text(), { ecc: 'M', border: 4 });
    const ink = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { box: `0 0 ${size} ${size}`, paper: `M0 0h${size}v${size}h-${size}z`, ink: ink.join('') };
  });
}
