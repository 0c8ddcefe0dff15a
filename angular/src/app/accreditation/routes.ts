import { Routes } from '@angular/router';
import { OFFICER_ROUTES } from './officer/routes';
import { SCHEME_ROUTES } from './schemes/routes';

export default [...OFFICER_ROUTES, ...SCHEME_ROUTES] satisfies Routes;
