import { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Your account',
    loadComponent: () => import('./account-page').then((m) => m.AccountPage),
  },
  {
    path: 'organisations',
    title: 'Your organisations',
    loadComponent: () => import('./organisations-page').then((m) => m.OrganisationsPage),
  },
] satisfies Routes;
