import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NavigationFocus } from '../core/navigation-focus';
import { NavigationLink } from '../core/navigation';
import { ServerSession } from '../core/server-session';

/** Header, navigation and footer around every page. */
@Component({
  selector: 'dps-shell',
  imports: [RouterLink],
  templateUrl: './shell.html',
})
export class Shell {
  private readonly session = inject(ServerSession);
  private readonly focus = inject(NavigationFocus);

  readonly navigation = input.required<readonly NavigationLink[]>();
  /** Pages that have the screen to themselves, such as a checklist on a phone. */
  readonly alone = input<readonly RegExp[]>([]);
  readonly signOut = output<void>();

  protected readonly user = this.session.user;
  protected readonly organisation = this.session.organisation;
  protected readonly unreachable = this.session.unreachable;
  protected readonly menuOpen = signal(false);
  protected readonly wide = computed(() => (this.organisation()?.kind ?? 'Provider') !== 'Provider');

  protected readonly bare = computed(() => {
    const path = this.focus.url().split(/[?#]/)[0] ?? '';
    return this.alone().some((page) => page.test(path));
  });

  protected readonly links = computed(() => {
    const path = this.focus.url().split(/[?#]/)[0] ?? '';
    const below = (root: string): boolean => path === root || path.startsWith(`${root}/`);
    return this.navigation()
      .filter((link) => !link.anyOf || link.anyOf.some((name) => this.session.may(name)))
      .map((link) => ({ ...link, active: [link.path, ...(link.alsoActive ?? [])].some(below) }));
  });

  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
