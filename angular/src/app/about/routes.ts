import { Routes } from '@angular/router';

/** What anybody may read, signed in or not. */
export default [
  { path: 'help', title: 'Help', loadComponent: () => import('./help-page').then((m) => m.HelpPage) },
  {
    path: 'accessibility',
    title: 'Accessibility statement',
    loadComponent: () => import('./accessibility-page').then((m) => m.AccessibilityPage),
  },
  { path: 'privacy', title: 'Privacy', loadComponent: () => import('./privacy-page').then((m) => m.PrivacyPage) },
  { path: 'security', title: 'Security', loadComponent: () => import('./security-page').then((m) => m.SecurityPage) },
  { path: 'cookies', title: 'Cookies', loadComponent: () => import('./cookies-page').then((m) => m.CookiesPage) },
] satisfies Routes;
