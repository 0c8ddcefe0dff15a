import { inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** The secret of a one-time link stands behind the # of the address, so that no server on the way logs it. */
export function linkToken(): string {
  return inject(ActivatedRoute).snapshot.fragment ?? '';
}

export const LINK_NOT_VALID = 'Organisations:LinkNotValid';

export const PASSWORD_HINT = 'At least 12 characters. Four words you will remember are better than signs.';

/** Also asked by the server, which knows the passwords that are guessed first. */
export const MIN_PASSWORD_LENGTH = 12;
