import { NavigationLink } from './core/navigation';

/** The main navigation in its order. Each person sees the links one of whose permissions they hold. */
export const NAVIGATION: readonly NavigationLink[] = [
  { label: 'Application', path: '/application', anyOf: ['Applications.Apply'] },
  { label: 'Homes', path: '/homes', anyOf: ['Premises.Manage'] },
  { label: 'Opportunities', path: '/opportunities', anyOf: ['Bids.View'] },
  { label: 'Referrals', path: '/referrals', anyOf: ['Referrals.View'] },
  { label: 'Call-offs', path: '/call-offs', anyOf: ['CallOffs.View'] },
];
