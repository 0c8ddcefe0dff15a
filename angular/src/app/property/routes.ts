import { Routes } from '@angular/router';
import { VISIT_ROUTES } from './visits/routes';

export default [...VISIT_ROUTES] satisfies Routes;
