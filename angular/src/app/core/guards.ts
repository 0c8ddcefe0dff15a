import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { ServerSession } from './server-session';

/** Sends the anonymous to the sign-in page, which returns them here. The server refuses them in any case. */
export const signedIn: CanActivateFn = (_, state) => {
  const router = inject(Router);
  if (inject(ServerSession).isSignedIn()) return true;

  const query = state.url === '/' ? {} : { returnUrl: state.url };
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: query }));
};

/** Asks for one of the named permissions; without it the page is not found, as the server would answer. */
export function permission(...anyOf: readonly string[]): CanActivateFn {
  return () => {
    const session = inject(ServerSession);
    if (anyOf.some((name) => session.may(name))) return true;

    return new RedirectCommand(inject(Router).parseUrl('/not-found'), { skipLocationChange: true });
  };
}
