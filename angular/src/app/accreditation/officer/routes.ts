import { Routes } from '@angular/router';
import { permission } from '../../core/guards';
import { askIfUnsaved } from '../../core/unsaved-work';
import { beginQueue } from './queue';

const people = () => import('./people-tab/people-tab').then((m) => m.PeopleTab);

export const OFFICER_ROUTES: Routes = [
  {
    path: 'queue',
    title: 'Applications to review',
    canActivate: [permission('Applications.Review'), beginQueue],
    loadComponent: () => import('./queue-page/queue-page').then((m) => m.QueuePage),
  },
  {
    path: 'members',
    title: 'Providers',
    canActivate: [permission('Applications.Review')],
    loadComponent: () => import('./members-page/members-page').then((m) => m.MembersPage),
  },
  {
    path: 'providers/:id',
    title: 'Provider',
    canActivate: [permission('Applications.Review')],
    loadComponent: () => import('./provider-page/provider-page').then((m) => m.ProviderPage),
  },
  {
    path: 'applications/:id',
    title: 'Application',
    canActivate: [permission('Applications.Review')],
    loadComponent: () => import('./application-page/application-page').then((m) => m.ApplicationPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'next' },
      {
        path: 'next',
        loadComponent: () => import('./next-tab').then((m) => m.NextTab),
      },
      {
        path: 'questionnaire',
        loadComponent: () => import('./questionnaire-tab/questionnaire-tab').then((m) => m.QuestionnaireTab),
      },
      {
        path: 'membership',
        canDeactivate: [askIfUnsaved],
        loadComponent: () => import('./membership-tab/membership-tab').then((m) => m.MembershipTab),
      },
      { path: 'people', canDeactivate: [askIfUnsaved], loadComponent: people },
      { path: 'people/:personId', canDeactivate: [askIfUnsaved], loadComponent: people },
      {
        path: 'safer-recruitment',
        canDeactivate: [askIfUnsaved],
        loadComponent: () => import('./recruitment-tab/recruitment-tab').then((m) => m.RecruitmentTab),
      },
      {
        path: 'visits',
        canDeactivate: [askIfUnsaved],
        loadComponent: () => import('./visits-tab/visits-tab').then((m) => m.VisitsTab),
      },
      {
        path: 'accreditation',
        canDeactivate: [askIfUnsaved],
        loadComponent: () => import('./decision-tab/decision-tab').then((m) => m.DecisionTab),
      },
      {
        path: 'questions',
        loadComponent: () => import('./questions-tab/questions-tab').then((m) => m.QuestionsTab),
      },
      { path: 'standing', loadComponent: () => import('./standing-tab/standing-tab').then((m) => m.StandingTab) },
      { path: 'appeals', loadComponent: () => import('./appeals-tab/appeals-tab').then((m) => m.AppealsTab) },
      { path: 'versions', loadComponent: () => import('./versions-tab/versions-tab').then((m) => m.VersionsTab) },
      { path: 'letters', loadComponent: () => import('./letters-tab/letters-tab').then((m) => m.LettersTab) },
      { path: 'history', loadComponent: () => import('./history-tab/history-tab').then((m) => m.HistoryTab) },
    ],
  },
];
