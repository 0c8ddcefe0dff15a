import { Routes } from '@angular/router';
import { permission } from '../core/guards';

export default [
  { path: '', pathMatch: 'full', redirectTo: 'spend' },
  {
    path: 'spend',
    title: 'Spend',
    canActivate: [permission('Spend.View')],
    loadComponent: () => import('./spend/spend-page').then((m) => m.SpendPage),
  },
] satisfies Routes;
