import { Routes } from '@angular/router';
import { permission } from '../../core/guards';

export const IMPORT_ROUTES: Routes = [
  {
    path: 'imports',
    title: 'Import and export',
    canActivate: [permission('Imports.Manage')],
    loadComponent: () => import('./imports-page').then((m) => m.ImportsPage),
  },
  {
    path: 'imports/new',
    title: 'Import an alliance',
    canActivate: [permission('Imports.Manage')],
    loadComponent: () => import('./new-import-page').then((m) => m.NewImportPage),
  },
  {
    path: 'imports/:id',
    title: 'Check an import',
    canActivate: [permission('Imports.Manage')],
    loadComponent: () => import('./proposed-import-page').then((m) => m.ProposedImportPage),
  },
];
