import { Routes } from '@angular/router';
import { permission } from '../../core/guards';

const manage = [permission('Staff.Manage')];

export default [
  {
    path: '',
    title: 'Staff',
    canActivate: manage,
    loadComponent: () => import('./staff-page/staff-page').then((m) => m.StaffPage),
  },
  {
    path: 'training',
    title: 'Staff training',
    canActivate: manage,
    loadComponent: () => import('./training-page/training-page').then((m) => m.TrainingPage),
  },
  {
    path: 'policies',
    title: 'Policies',
    canActivate: manage,
    loadComponent: () => import('./policies-page/policies-page').then((m) => m.PoliciesPage),
  },
  {
    path: 'policies/:kind',
    title: 'Change a policy',
    canActivate: manage,
    loadComponent: () => import('./policy-form-page/policy-form-page').then((m) => m.PolicyFormPage),
  },
  {
    path: 'new',
    title: 'Add a person',
    canActivate: manage,
    loadComponent: () => import('./person-form-page/person-form-page').then((m) => m.PersonFormPage),
  },
  {
    path: 'import',
    title: 'Import staff',
    canActivate: manage,
    loadComponent: () => import('./import-page/import-page').then((m) => m.ImportPage),
  },
  {
    path: ':id',
    title: 'Change a person',
    canActivate: manage,
    loadComponent: () => import('./person-form-page/person-form-page').then((m) => m.PersonFormPage),
  },
] satisfies Routes;
