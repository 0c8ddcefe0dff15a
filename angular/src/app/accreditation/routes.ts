import { Routes } from '@angular/router';
import { OFFICER_ROUTES } from './officer/routes';
import { SCHEME_ROUTES } from './schemes/routes';
import { STANDING_ROUTES } from './standing/routes';

export default [...OFFICER_ROUTES, ...SCHEME_ROUTES, ...STANDING_ROUTES] satisfies Routes;
