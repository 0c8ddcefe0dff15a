import { Route, Routes } from '@angular/router';

/**
 * Fetches the code of the page at an address while the session is asked for; the router finds it there later. Only code
 * that anybody may read: whether the page opens is decided as before.
 */
export async function fetchAhead(routes: Routes, path: string): Promise<void> {
  let level: Routes | undefined = routes;
  let rest = path.split('/').filter(Boolean);
  try {
    while (level) {
      const segments: readonly string[] = rest;
      const route: Route | undefined = level.find((each) => begins(each, segments));
      if (!route) return;

      rest = rest.slice(lengthOf(route));
      const own = route.loadComponent?.();
      level = route.loadChildren ? unwrap(await route.loadChildren()) : route.children;
      await own;
      if (rest.length === 0) return;
    }
  } catch {
    // The router asks again and says what is wrong.
  }
}

const lengthOf = ({ path }: Route): number => (path ? path.split('/').length : 0);

function begins(route: Route, segments: readonly string[]): boolean {
  if (route.path === undefined || route.path === '**') return false;
  if (route.path === '') return segments.length === 0 || route.pathMatch !== 'full';
  return route.path.split('/').every((part, i) => part === segments[i] || (part.startsWith(':') && !!segments[i]));
}

const unwrap = (loaded: unknown): Routes =>
  typeof loaded === 'object' && loaded !== null && 'default' in loaded
    ? (loaded.default as Routes)
    : (loaded as Routes);
