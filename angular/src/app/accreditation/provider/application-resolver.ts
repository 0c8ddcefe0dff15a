import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { RedirectCommand, ResolveFn, Router } from '@angular/router';
import { ApplicationDto } from '../../proxy/models';
import { Applications } from './applications';
import { SECTIONS } from './sections';

/** A section that was handed in and that no question has opened again is read, not changed. */
function isFrozen(application: ApplicationDto, page: string | undefined): boolean {
  const section = SECTIONS.find(({ slug }) => slug === page)?.section;
  return (
    !!section &&
    !application.permittedMembershipTriggers.includes('Submit') &&
    !application.openToChange.includes(section)
  );
}

/** Every page of an application begins with what the server has now. Somebody else's is not found. */
export const resolveApplication: ResolveFn<ApplicationDto> = async (route) => {
  const applications = inject(Applications);
  const router = inject(Router);
  try {
    const application = await applications.get(route.paramMap.get('id') ?? '');
    return isFrozen(application, route.firstChild?.url[0]?.path)
      ? new RedirectCommand(router.createUrlTree(['/application', application.id, 'check']))
      : application;
  } catch (error) {
    if (error instanceof HttpErrorResponse && [400, 404].includes(error.status)) {
      return new RedirectCommand(router.parseUrl('/not-found'), { skipLocationChange: true });
    }
    throw error;
  }
};
