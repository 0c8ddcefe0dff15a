import { Routes } from '@angular/router';
import { permission } from '../core/guards';

export default [
  {
    path: 'people',
    title: 'People',
    canActivate: [permission('Organisations.People.Manage')],
    loadComponent: () => import('./people/people-page').then((m) => m.PeoplePage),
  },
] satisfies Routes;
