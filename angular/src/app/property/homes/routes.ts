import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import { askIfUnsaved } from '../../core/unsaved-work';

const manage = [permission('Premises.Manage')];

export default [
  {
    path: '',
    title: 'Your homes',
    canActivate: manage,
    loadComponent: () => import('./homes-page/homes-page').then((m) => m.HomesPage),
  },
  {
    path: 'new',
    title: 'Add a home',
    canActivate: manage,
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./home-form-page/home-form-page').then((m) => m.HomeFormPage),
  },
  {
    path: ':id',
    title: 'Home',
    canActivate: [permission('Premises.View')],
    loadComponent: () => import('./home-page/home-page').then((m) => m.HomePage),
  },
  {
    path: ':id/edit',
    title: 'Change a home',
    canActivate: manage,
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./home-form-page/home-form-page').then((m) => m.HomeFormPage),
  },
] satisfies Routes;
