import { Routes } from '@angular/router';
import { vi } from 'vitest';
import { fetchAhead } from './route-ahead';

describe('fetching a page ahead', () => {
  const queue = vi.fn(() => Promise.resolve(class {}));
  const page = vi.fn(() => Promise.resolve(class {}));
  const tab = vi.fn(() => Promise.resolve(class {}));
  const children: Routes = [
    { path: 'queue', loadComponent: queue },
    { path: 'applications/:id', loadComponent: page, children: [{ path: 'visits', loadComponent: tab }] },
  ];
  const routes: Routes = [
    { path: '', pathMatch: 'full', loadComponent: () => Promise.reject(new Error('not this one')) },
    { path: 'accreditation', loadChildren: () => Promise.resolve({ default: children } as never) },
    { path: '**', loadComponent: () => Promise.reject(new Error('not this one')) },
  ];

  beforeEach(() => vi.clearAllMocks());

  it('fetches what the address needs, through lazy children, and nothing else', async () => {
    await fetchAhead(routes, '/accreditation/queue');
    expect(queue).toHaveBeenCalledTimes(1);
    expect(page).not.toHaveBeenCalled();

    await fetchAhead(routes, '/accreditation/applications/7/visits');
    expect(page).toHaveBeenCalledTimes(1);
    expect(tab).toHaveBeenCalledTimes(1);
  });

  it('does nothing for an address that is no page, and never fails', async () => {
    await fetchAhead(routes, '/nowhere');
    await fetchAhead(routes, '/');
    expect(queue).not.toHaveBeenCalled();
  });
});
