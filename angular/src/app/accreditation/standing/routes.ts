import { Routes } from '@angular/router';
import { permission } from '../../core/guards';

export const STANDING_ROUTES: Routes = [
  {
    path: 'standings',
    title: 'Accreditations',
    canActivate: [permission('Applications.Review')],
    loadComponent: () => import('./standings-page').then((m) => m.StandingsPage),
  },
  {
    path: 'ofsted',
    title: 'Ofsted',
    canActivate: [permission('Applications.Review')],
    loadComponent: () => import('../ofsted/ofsted-page').then((m) => m.OfstedPage),
  },
  {
    path: 'ofsted/register',
    title: 'Compare with a register',
    canActivate: [permission('Applications.Review')],
    loadComponent: () => import('../ofsted/register-page').then((m) => m.RegisterPage),
  },
];
