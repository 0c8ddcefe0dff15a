import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';

const PRODUCT = 'Supported Accommodation Portal';

/** `Organisation details – Supported Accommodation Portal`. A page that learns its title from data calls `set` itself. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly document = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    this.set(this.buildTitle(state));
  }

  set(page: string | undefined): void {
    this.document.setTitle(page ? `${page} – ${PRODUCT}` : PRODUCT);
  }

  /** GOV.UK's rule: the title begins with `Error: ` while the page shows an error summary. */
  markError(shown: boolean): void {
    const bare = this.document.getTitle().replace(/^Error: /, '');
    this.document.setTitle(shown ? `Error: ${bare}` : bare);
  }
}
