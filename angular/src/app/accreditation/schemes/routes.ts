import { Routes } from '@angular/router';
import { permission } from '../../core/guards';

export const SCHEME_ROUTES: Routes = [
  {
    path: 'schemes',
    title: 'Schemes',
    canActivate: [permission('Schemes.View')],
    loadComponent: () => import('./schemes-page/schemes-page').then((m) => m.SchemesPage),
  },
  {
    path: 'schemes/new',
    title: 'Record a scheme',
    canActivate: [permission('Schemes.Manage')],
    loadComponent: () => import('./record-scheme-page/record-scheme-page').then((m) => m.RecordSchemePage),
  },
  {
    path: 'schemes/draft',
    title: 'Draft a scheme',
    data: { drafts: true },
    canActivate: [permission('Schemes.Manage')],
    loadComponent: () => import('./record-scheme-page/record-scheme-page').then((m) => m.RecordSchemePage),
  },
  {
    path: 'schemes/:id/edit',
    title: 'Edit the draft',
    data: { drafts: true },
    canActivate: [permission('Schemes.Manage')],
    loadComponent: () => import('./record-scheme-page/record-scheme-page').then((m) => m.RecordSchemePage),
  },
  {
    path: 'schemes/:id',
    title: 'Scheme',
    canActivate: [permission('Schemes.View')],
    loadComponent: () => import('./scheme-page/scheme-page').then((m) => m.SchemePage),
  },
];
