import { inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** The secret of a one-time link stands behind the # of the address, so that no server on the way logs it. */
export function linkToken(): string {
  return inject(ActivatedRoute).snapshot.fragment ?? '';
}
