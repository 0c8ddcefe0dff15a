import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import type { VisitPage } from './visit-page/visit-page';

export const VISIT_ROUTES: Routes = [
  {
    path: 'visits',
    title: 'Visits',
    canActivate: [permission('Visits.View')],
    loadComponent: () => import('./visits-page/visits-page').then((m) => m.VisitsPage),
  },
  {
    path: 'visits/:id',
    title: 'Visit',
    canActivate: [permission('Visits.View')],
    canDeactivate: [(page: VisitPage) => page.mayLeave()],
    loadComponent: () => import('./visit-page/visit-page').then((m) => m.VisitPage),
  },
  {
    path: 'visits/:id/result',
    title: 'Result of a visit',
    canActivate: [permission('Visits.View')],
    loadComponent: () => import('./visit-result-page/visit-result-page').then((m) => m.VisitResultPage),
  },
];
