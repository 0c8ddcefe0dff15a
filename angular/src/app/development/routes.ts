import { Routes } from '@angular/router';

export default [
  { path: 'components', title: 'Components', loadComponent: () => import('./components').then((m) => m.Components) },
  { path: 'mail', title: 'Mail', loadComponent: () => import('./mails').then((m) => m.Mails) },
] satisfies Routes;
