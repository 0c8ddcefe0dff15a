import { Routes } from '@angular/router';
import { permission } from '../core/guards';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Placements',
    canActivate: [permission('Placements.View')],
    loadComponent: () => import('./placement-list/placement-list').then((m) => m.PlacementList),
  },
  {
    path: ':id',
    title: 'Placement',
    canActivate: [permission('Placements.View')],
    loadComponent: () => import('./placement-page/placement-page').then((m) => m.PlacementPage),
  },
] satisfies Routes;
