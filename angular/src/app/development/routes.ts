import { Routes } from '@angular/router';

export default [
  { path: 'components', title: 'Components', loadComponent: () => import('./components').then((m) => m.Components) },
] satisfies Routes;
