import { Routes } from '@angular/router';
import { permission } from '../../core/guards';

export default [
  {
    path: '',
    title: 'Your evidence',
    canActivate: [permission('Evidence.Manage')],
    loadComponent: () => import('./evidence-page/evidence-page').then((m) => m.EvidencePage),
  },
] satisfies Routes;
