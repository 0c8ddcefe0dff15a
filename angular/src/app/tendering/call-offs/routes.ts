import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import { askIfUnsaved } from '../../core/unsaved-work';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Call-offs',
    canActivate: [permission('CallOffs.View')],
    loadComponent: () => import('./call-off-list').then((m) => m.CallOffList),
  },
  {
    path: 'new',
    title: 'New call-off',
    canActivate: [permission('CallOffs.Prepare')],
    loadComponent: () => import('./call-off-form').then((m) => m.CallOffForm),
  },
  {
    path: ':id/edit',
    title: 'Change a call-off',
    canActivate: [permission('CallOffs.Prepare')],
    loadComponent: () => import('./call-off-form').then((m) => m.CallOffForm),
  },
  {
    path: ':id/evaluation',
    title: 'Evaluation',
    canActivate: [permission('CallOffs.ReadBids')],
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('../evaluation/evaluation-page').then((m) => m.EvaluationPage),
  },
  {
    path: ':id/letters',
    title: 'Outcome letters',
    canActivate: [permission('CallOffs.ReadBids')],
    loadComponent: () => import('../evaluation/letters-page').then((m) => m.LettersPage),
  },
  {
    path: ':id/record',
    title: 'Record of the award',
    canActivate: [permission('CallOffs.ReadBids')],
    loadComponent: () => import('../evaluation/record-page').then((m) => m.RecordPage),
  },
  {
    path: ':id',
    title: 'Call-off',
    canActivate: [permission('CallOffs.View')],
    loadComponent: () => import('./call-off-page').then((m) => m.CallOffPage),
  },
] satisfies Routes;
