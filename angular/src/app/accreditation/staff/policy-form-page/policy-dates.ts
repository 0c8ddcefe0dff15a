import { formatDate } from '../../../ui/uk-date';

const EARLIEST = '1990-01-01';
const LATEST = '2100-12-31';

/** What the server would refuse, so that all is said at once. Days are `YYYY-MM-DD`; a day that is none has its own error. */
export function versionProblem(version: string | undefined, today: string): string | undefined {
  if (!version) return undefined;
  if (version > today) return 'The version in use cannot be dated in the future';
  return version < EARLIEST ? 'Enter a date from 1990 on' : undefined;
}

/** @param latest The last day that the next review may have; nothing where any day may be. */
export function reviewProblem(
  review: string | undefined,
  version: string | undefined,
  latest: string | null | undefined,
): string | undefined {
  if (!review) return undefined;
  if (version && review <= version) return 'The next review comes after the version in use';
  if (review > LATEST) return 'Enter a date up to 2100';
  return latest && review > latest
    ? `This policy is reviewed every 12 months. Enter a day up to ${formatDate(latest)}`
    : undefined;
}
