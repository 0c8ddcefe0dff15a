import { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Your account',
    loadComponent: () => import('./account-page').then((m) => m.AccountPage),
  },
  {
    path: 'organisations',
    title: 'Your organisations',
    loadComponent: () => import('./organisations-page').then((m) => m.OrganisationsPage),
  },
  {
    path: 'second-step',
    title: 'Set up a second step',
    loadComponent: () => import('./security/second-step-choice').then((m) => m.SecondStepChoice),
  },
  {
    path: 'authenticator',
    title: 'Set up an authenticator app',
    loadComponent: () => import('./security/authenticator-page').then((m) => m.AuthenticatorPage),
  },
  {
    path: 'passkey',
    title: 'Add a passkey',
    loadComponent: () => import('./security/passkey-page').then((m) => m.PasskeyPage),
  },
  {
    path: 'recovery-codes',
    title: 'New recovery codes',
    loadComponent: () => import('./security/recovery-codes-page').then((m) => m.RecoveryCodesPage),
  },
  {
    path: 'email',
    title: 'Change your email address',
    loadComponent: () => import('./security/email-page').then((m) => m.EmailPage),
  },
  {
    path: 'password',
    title: 'Change your password',
    loadComponent: () => import('./security/password-page').then((m) => m.PasswordPage),
  },
] satisfies Routes;
