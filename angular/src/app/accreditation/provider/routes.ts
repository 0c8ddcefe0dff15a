import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import { resolveApplication } from './application-resolver';

const apply = [permission('Applications.Apply')];

/** Pages of one application. Each navigation reads it anew, so that no page works on an old version. */
export default [
  {
    path: '',
    title: 'Your applications',
    canActivate: apply,
    loadComponent: () => import('./applications-page/applications-page').then((m) => m.ApplicationsPage),
  },
  {
    path: ':id',
    canActivate: [permission('Applications.View')],
    resolve: { application: resolveApplication },
    runGuardsAndResolvers: 'always',
    children: [
      {
        path: '',
        title: 'Your application',
        loadComponent: () => import('./application-page').then((m) => m.ApplicationPage),
      },
      {
        path: 'organisation',
        title: 'Organisation details',
        canActivate: apply,
        loadComponent: () => import('./organisation-page/organisation-page').then((m) => m.OrganisationPage),
      },
      {
        path: 'people',
        title: 'Directors and managers',
        canActivate: apply,
        loadComponent: () => import('./people-page/people-page').then((m) => m.PeoplePage),
      },
      {
        path: 'people/:person',
        title: 'Director or manager',
        canActivate: apply,
        loadComponent: () => import('./person-page/person-page').then((m) => m.PersonPage),
      },
      {
        path: 'ofsted',
        title: 'Ofsted registration',
        canActivate: apply,
        loadComponent: () => import('./ofsted-page/ofsted-page').then((m) => m.OfstedPage),
      },
      {
        path: 'exclusion-grounds',
        title: 'Exclusion grounds',
        canActivate: apply,
        loadComponent: () =>
          import('./exclusion-grounds-page/exclusion-grounds-page').then((m) => m.ExclusionGroundsPage),
      },
      {
        path: 'insurance',
        title: 'Insurance',
        canActivate: apply,
        loadComponent: () => import('./insurance-page/insurance-page').then((m) => m.InsurancePage),
      },
      {
        path: 'homes',
        title: 'Homes and bedrooms',
        canActivate: apply,
        loadComponent: () => import('./premises-page/premises-page').then((m) => m.PremisesPage),
      },
      {
        path: 'lots',
        title: 'Lots and areas',
        canActivate: apply,
        loadComponent: () => import('./lots-page/lots-page').then((m) => m.LotsPage),
      },
      {
        path: 'rates',
        title: 'Weekly rate card',
        canActivate: apply,
        loadComponent: () => import('./rates-page/rates-page').then((m) => m.RatesPage),
      },
      {
        path: 'declaration',
        title: 'Declaration',
        canActivate: apply,
        loadComponent: () => import('./declaration-page/declaration-page').then((m) => m.DeclarationPage),
      },
      {
        path: 'references',
        title: 'References',
        loadComponent: () => import('./references-page/references-page').then((m) => m.ReferencesPage),
      },
      {
        path: 'check',
        title: 'Check your answers',
        loadComponent: () => import('./check-page/check-page').then((m) => m.CheckPage),
      },
      {
        path: 'submitted',
        title: 'Application submitted',
        loadComponent: () => import('./submitted-page/submitted-page').then((m) => m.SubmittedPage),
      },
      {
        path: 'letters/:letter',
        title: 'Letter',
        loadComponent: () => import('./letter-page/letter-page').then((m) => m.LetterPage),
      },
      {
        path: 'membership',
        title: 'Your membership',
        loadComponent: () => import('./membership-page/membership-page').then((m) => m.MembershipPage),
      },
      {
        path: 'appeals',
        title: 'Appeals',
        loadComponent: () => import('./appeal-page/appeal-page').then((m) => m.AppealPage),
      },
      {
        path: 'actions/:actionId',
        title: 'An action to do',
        loadComponent: () => import('./action-page/action-page').then((m) => m.ActionPage),
      },
      {
        path: 'questions/:questionId',
        title: 'A question from an officer',
        loadComponent: () => import('./question-page/question-page').then((m) => m.QuestionPage),
      },
      {
        path: 'withdraw',
        title: 'Withdraw your application',
        canActivate: apply,
        loadComponent: () => import('./withdraw-page/withdraw-page').then((m) => m.WithdrawPage),
      },
    ],
  },
] satisfies Routes;
