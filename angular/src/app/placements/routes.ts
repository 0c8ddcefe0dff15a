import { Routes } from '@angular/router';
import { permission } from '../core/guards';
import { askIfUnsaved } from '../core/unsaved-work';

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
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./placement-page/placement-page').then((m) => m.PlacementPage),
  },
] satisfies Routes;
