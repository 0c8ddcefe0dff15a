import { Page } from '@playwright/test';

const COUNCIL = [
  'Referrals.View',
  'Referrals.Manage',
  'CallOffs.View',
  'CallOffs.Prepare',
  'CallOffs.Publish',
  'CallOffs.Open',
  'CallOffs.ReadBids',
  'CallOffs.Evaluate',
  'CallOffs.ProposeAward',
  'CallOffs.ApproveAward',
  'Placements.View',
];

/** Signs in without a server and answers the named paths; what is not named is not found. */
export async function answering(
  page: Page,
  side: 'council' | 'provider',
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const isCouncil = side === 'council';
  const session = {
    user: isCouncil
      ? { id: 'u2', name: 'Martin Cole', email: 'approver@example.org' }
      : { id: 'u9', name: 'Amara Bell', email: 'provider@example.org' },
    organisation: isCouncil
      ? { id: 'o1', name: 'Northwick Vale LBC', kind: 'Authority' }
      : { id: 'o9', name: 'Harbour Steps Housing CIC', kind: 'Provider' },
    roles: [],
    permissions: isCouncil ? COUNCIL : ['Bids.View', 'Bids.Submit'],
    serverTime: new Date().toISOString(),
  };
  await page.route('**/api/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const found = pathname === '/api/session' ? session : answers[`${route.request().method()} ${pathname}`];
    return found === undefined ? route.fulfill({ status: 404, json: {} }) : route.fulfill({ json: found });
  });
}
