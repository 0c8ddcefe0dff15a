import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { ServerSession } from './server-session';

/** All that the portal shows to who must first set up a second step. */
const SET_UP = ['/account/second-step', '/account/authenticator', '/account/passkey'];

/**
 * Sends the anonymous to the sign-in page, which returns them here, and those who must first set up a second step to
 * its page. The server refuses them in any case.
 */
export const signedIn: CanActivateFn = (_, state) => {
  const router = inject(Router);
  const session = inject(ServerSession);
  if (session.mustSetUpSecondFactor() && !SET_UP.some((path) => state.url.startsWith(path))) {
    return new RedirectCommand(router.parseUrl('/account/second-step'));
  }
  if (session.isSignedIn()) return true;

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
