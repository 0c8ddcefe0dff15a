import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import { askIfUnsaved } from '../../core/unsaved-work';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Opportunities',
    canActivate: [permission('Bids.View')],
    loadComponent: () => import('./opportunity-list').then((m) => m.OpportunityList),
  },
  {
    path: ':id/bid',
    title: 'Your bid',
    canActivate: [permission('Bids.Submit')],
    loadComponent: () => import('./bid-form').then((m) => m.BidForm),
  },
  {
    path: ':id/bid/check',
    title: 'Check your bid',
    canActivate: [permission('Bids.Submit')],
    loadComponent: () => import('./bid-check').then((m) => m.BidCheck),
  },
  {
    path: ':id/receipt',
    title: 'We have your bid',
    canActivate: [permission('Bids.View')],
    loadComponent: () => import('./receipt-page').then((m) => m.ReceiptPage),
  },
  {
    path: ':id/letter',
    title: 'The result of your bid',
    canActivate: [permission('Bids.View')],
    loadComponent: () => import('./letter-page').then((m) => m.LetterPage),
  },
  {
    path: ':id',
    title: 'A need',
    canActivate: [permission('Bids.View')],
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./opportunity-page').then((m) => m.OpportunityPage),
  },
] satisfies Routes;
