import { HttpErrorResponse, HttpEvent, HttpHandlerFn, HttpRequest, HttpXsrfTokenExtractor } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, from, Observable, switchMap, throwError } from 'rxjs';
import { problemOf } from './problem';
import { ServerSession } from './server-session';
import { SECOND_FACTOR_REQUIRED, STEP_UP_REQUIRED, StepUp } from './step-up';

const SESSION_PATHS = ['/api/session', '/api/account/'];

/**
 * A read that finds the session ended goes to the sign-in page and comes back afterwards. A write never navigates: its
 * page keeps what was typed and shows the problem. A write whose antiforgery token is stale is sent once more, as is one
 * that asked for a fresh proof of who the person is. Whoever must first set up a second step is led to its page.
 */
export function sessionInterceptor(request: HttpRequest<unknown>, next: HttpHandlerFn): Observable<HttpEvent<unknown>> {
  const session = inject(ServerSession);
  const router = inject(Router);
  const stepUp = inject(StepUp);
  const tokens = inject(HttpXsrfTokenExtractor);

  return next(request).pipe(
    catchError((error: unknown) => {
      const own = SESSION_PATHS.some((path) => request.url.startsWith(path));
      if (!(error instanceof HttpErrorResponse) || (own && request.method === 'GET')) return throwError(() => error);

      if (error.status === 401 && !own && request.method === 'GET') {
        session.forget();
        void router.navigate(['/sign-in'], { queryParams: { returnUrl: router.url }, state: { ended: true } });
      }
      const renewed = () => request.clone({ setHeaders: { 'X-XSRF-TOKEN': tokens.getToken() ?? '' } });
      if (error.status === 400 && problemOf(error).code === 'antiforgery') {
        return from(session.refresh()).pipe(switchMap(() => next(renewed())));
      }
      if (error.status === 403 && problemOf(error).code === SECOND_FACTOR_REQUIRED) {
        void session.refresh().then(() => router.navigateByUrl('/account/second-step'));
      }
      if (error.status === 403 && problemOf(error).code === STEP_UP_REQUIRED) {
        return from(stepUp.ask()).pipe(switchMap((proved) => (proved ? next(renewed()) : throwError(() => error))));
      }
      return throwError(() => error);
    }),
  );
}
