import { Routes } from '@angular/router';
import { IMPORT_ROUTES } from './imports/routes';
import { OFFICER_ROUTES } from './officer/routes';
import { SCHEME_ROUTES } from './schemes/routes';
import { STANDING_ROUTES } from './standing/routes';

export default [...OFFICER_ROUTES, ...SCHEME_ROUTES, ...STANDING_ROUTES, ...IMPORT_ROUTES] satisfies Routes;
