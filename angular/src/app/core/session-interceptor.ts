import { HttpErrorResponse, HttpEvent, HttpHandlerFn, HttpRequest, HttpXsrfTokenExtractor } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, from, Observable, switchMap, throwError } from 'rxjs';
import { problemOf } from './problem';
import { ServerSession } from './server-session';

const SESSION_PATHS = ['/api/session', '/api/account/'];

/**
 * A read that finds the session ended goes to the sign-in page and comes back afterwards. A write never navigates: its
 * page keeps what was typed and shows the problem. A write whose antiforgery token is stale is sent once more.
 */
export function sessionInterceptor(request: HttpRequest<unknown>, next: HttpHandlerFn): Observable<HttpEvent<unknown>> {
  const session = inject(ServerSession);
  const router = inject(Router);
  const tokens = inject(HttpXsrfTokenExtractor);

  return next(request).pipe(
    catchError((error: unknown) => {
      const own = SESSION_PATHS.some((path) => request.url.startsWith(path));
      if (!(error instanceof HttpErrorResponse) || (own && request.method === 'GET')) return throwError(() => error);

      if (error.status === 401 && !own && request.method === 'GET') {
        session.forget();
        void router.navigate(['/sign-in'], { queryParams: { returnUrl: router.url } });
      }
      if (error.status === 400 && problemOf(error).code === 'antiforgery') {
        const renewed = () => request.clone({ setHeaders: { 'X-XSRF-TOKEN': tokens.getToken() ?? '' } });
        return from(session.refresh()).pipe(switchMap(() => next(renewed())));
      }
      return throwError(() => error);
    }),
  );
}
