import { Routes } from '@angular/router';

/** Open to everybody: whoever doubts a box asks nobody for leave to check it. */
export default [
  {
    path: 'check',
    title: 'Check a receipt',
    loadComponent: () => import('./check-page').then((m) => m.CheckPage),
  },
  {
    path: ':id',
    title: 'Closed box',
    loadComponent: () => import('./box-page').then((m) => m.BoxPage),
  },
] satisfies Routes;
