import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import type { EvidencePage } from './evidence-page/evidence-page';

export default [
  {
    path: '',
    title: 'Your evidence',
    canActivate: [permission('Evidence.Manage')],
    canDeactivate: [(page: EvidencePage) => page.mayLeave()],
    loadComponent: () => import('./evidence-page/evidence-page').then((m) => m.EvidencePage),
  },
] satisfies Routes;
