import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { RedirectCommand, ResolveFn, Router } from '@angular/router';
import { ApplicationDto } from '../../proxy/models';
import { Applications } from './applications';

/** Every page of an application begins with what the server has now. Somebody else's is not found. */
export const resolveApplication: ResolveFn<ApplicationDto> = async (route) => {
  const applications = inject(Applications);
  const router = inject(Router);
  try {
    return await applications.get(route.paramMap.get('id') ?? '');
  } catch (error) {
    if (error instanceof HttpErrorResponse && [400, 404].includes(error.status)) {
      return new RedirectCommand(router.parseUrl('/not-found'), { skipLocationChange: true });
    }
    throw error;
  }
};
