import { Routes } from '@angular/router';
import { permission } from '../../core/guards';

export default [
  {
    path: '',
    title: 'Search',
    canActivate: [permission('Search.Find')],
    loadComponent: () => import('./search-page').then((m) => m.SearchPage),
  },
] satisfies Routes;
