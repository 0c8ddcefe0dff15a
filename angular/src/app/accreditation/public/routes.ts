import { Routes } from '@angular/router';

/** Open to everybody: these pages ask for no account. */
export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Schemes',
    loadComponent: () => import('./public-schemes-page').then((m) => m.PublicSchemesPage),
  },
  {
    path: 'rules',
    title: 'What each law allows',
    loadComponent: () => import('./regimes-page').then((m) => m.RegimesPage),
  },
  {
    path: 'rules/:regime',
    title: 'What the law allows',
    loadComponent: () => import('./regimes-page').then((m) => m.RegimesPage),
  },
  {
    path: ':id',
    title: 'Scheme',
    loadComponent: () => import('./public-scheme-page').then((m) => m.PublicSchemePage),
  },
] satisfies Routes;
