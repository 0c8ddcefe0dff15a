import { Routes } from '@angular/router';
import { ErrorPage } from './core/error-page';
import { signedIn } from './core/guards';

/** One lazy folder per module; each `routes.ts` names its own paths, titles and permissions. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [signedIn],
    title: 'Today',
    loadComponent: () => import('./account/today/today').then((m) => m.Today),
  },
  {
    path: 'sign-in',
    title: 'Sign in',
    loadComponent: () => import('./account/sign-in').then((m) => m.SignIn),
  },
  { path: 'schemes', loadChildren: () => import('./accreditation/public/routes') },
  { path: 'boxes', loadChildren: () => import('./tendering/boxes/routes') },
  { path: 'account', canActivate: [signedIn], loadChildren: () => import('./account/routes') },
  {
    path: 'forgotten-password',
    title: 'Forgotten password',
    loadComponent: () => import('./account/forgotten-password').then((m) => m.ForgottenPassword),
  },
  {
    path: 'reset-password',
    title: 'Set a new password',
    loadComponent: () => import('./account/reset-password').then((m) => m.ResetPassword),
  },
  {
    path: 'register',
    title: 'Register as a provider',
    loadComponent: () => import('./account/register').then((m) => m.Register),
  },
  {
    path: 'set-up',
    title: 'Set up the portal',
    loadComponent: () => import('./account/set-up').then((m) => m.SetUp),
  },
  {
    path: 'confirm-email',
    title: 'Confirm your email address',
    loadComponent: () => import('./account/confirm-email').then((m) => m.ConfirmEmail),
  },
  {
    path: 'confirm-new-email',
    title: 'Confirm your new email address',
    loadComponent: () => import('./account/confirm-new-email').then((m) => m.ConfirmNewEmail),
  },
  {
    path: 'invitation',
    title: 'Join an organisation',
    loadComponent: () => import('./account/invitation').then((m) => m.Invitation),
  },
  {
    path: 'reference',
    title: 'Give a reference',
    loadComponent: () => import('./accreditation/referee/referee-page').then((m) => m.RefereePage),
  },
  { path: 'application', canActivate: [signedIn], loadChildren: () => import('./accreditation/provider/routes') },
  { path: 'homes', canActivate: [signedIn], loadChildren: () => import('./property/homes/routes') },
  { path: 'evidence', canActivate: [signedIn], loadChildren: () => import('./organisations/evidence/routes') },
  { path: 'staff', canActivate: [signedIn], loadChildren: () => import('./accreditation/staff/routes') },
  { path: 'organisations', canActivate: [signedIn], loadChildren: () => import('./organisations/routes') },
  { path: 'property', canActivate: [signedIn], loadChildren: () => import('./property/routes') },
  { path: 'accreditation', canActivate: [signedIn], loadChildren: () => import('./accreditation/routes') },
  { path: 'referrals', canActivate: [signedIn], loadChildren: () => import('./tendering/referrals/routes') },
  { path: 'call-offs', canActivate: [signedIn], loadChildren: () => import('./tendering/call-offs/routes') },
  { path: 'opportunities', canActivate: [signedIn], loadChildren: () => import('./tendering/opportunities/routes') },
  { path: 'placements', canActivate: [signedIn], loadChildren: () => import('./placements/routes') },
  { path: 'search', canActivate: [signedIn], loadChildren: () => import('./reporting/search/routes') },
  { path: 'reporting', canActivate: [signedIn], loadChildren: () => import('./reporting/routes') },
  { path: 'development', loadChildren: () => import('./development/routes') },
  { path: '', loadChildren: () => import('./about/routes') },
  {
    path: 'error',
    title: 'Page could not be opened',
    component: ErrorPage,
  },
  { path: '**', title: 'Page not found', loadComponent: () => import('./core/not-found').then((m) => m.NotFound) },
];
