import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import { askIfUnsaved } from '../../core/unsaved-work';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Referrals',
    canActivate: [permission('Referrals.View')],
    loadComponent: () => import('./referral-list').then((m) => m.ReferralList),
  },
  {
    path: 'new',
    title: 'New referral',
    canActivate: [permission('Referrals.Manage')],
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./referral-form').then((m) => m.ReferralForm),
  },
  {
    path: 'outcomes',
    title: 'How needs ended',
    canActivate: [permission('Referrals.View')],
    loadComponent: () => import('./outcomes-page').then((m) => m.OutcomesPage),
  },
  {
    path: ':id/edit',
    title: 'Change a referral',
    canActivate: [permission('Referrals.Manage')],
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./referral-form').then((m) => m.ReferralForm),
  },
  {
    path: ':id',
    title: 'Referral',
    canActivate: [permission('Referrals.View')],
    loadComponent: () => import('./referral-page').then((m) => m.ReferralPage),
  },
] satisfies Routes;
