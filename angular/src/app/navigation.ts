import { NavigationLink } from './core/navigation';

/** The main navigation in its order. Each person sees the links one of whose permissions they hold. */
export const NAVIGATION: readonly NavigationLink[] = [
  { label: 'Today', path: '/' },
  { label: 'Search', path: '/search', anyOf: ['Search.Find'] },
  { label: 'Application', path: '/application', anyOf: ['Applications.Apply'] },
  { label: 'Homes', path: '/homes', anyOf: ['Premises.Manage'] },
  { label: 'Evidence', path: '/evidence', anyOf: ['Evidence.Manage'] },
  { label: 'Staff', path: '/staff', anyOf: ['Staff.Manage'] },
  {
    label: 'Applications',
    path: '/accreditation/queue',
    anyOf: ['Applications.Review'],
    alsoActive: ['/accreditation/applications'],
  },
  {
    label: 'Providers',
    path: '/accreditation/members',
    anyOf: ['Applications.Review'],
    alsoActive: ['/accreditation/imports', '/accreditation/providers'],
  },
  {
    label: 'Accreditations',
    path: '/accreditation/standings',
    anyOf: ['Applications.Review'],
    alsoActive: ['/accreditation/ofsted'],
  },
  { label: 'Visits', path: '/property/visits', anyOf: ['Visits.View'] },
  { label: 'Opportunities', path: '/opportunities', anyOf: ['Bids.View'] },
  { label: 'Referrals', path: '/referrals', anyOf: ['Referrals.View'] },
  { label: 'Call-offs', path: '/call-offs', anyOf: ['CallOffs.View'] },
  { label: 'Placements', path: '/placements', anyOf: ['Placements.View'] },
  { label: 'Spend', path: '/reporting/spend', anyOf: ['Spend.View'] },
  { label: 'Schemes', path: '/accreditation/schemes', anyOf: ['Schemes.Manage', 'Applications.Review'] },
  { label: 'People', path: '/organisations/people', anyOf: ['Organisations.People.Manage'] },
];

/** Pages without header, navigation and footer: the checklist of a visit. */
export const ALONE: readonly RegExp[] = [/^\/property\/visits\/[0-9a-f-]{36}$/];
