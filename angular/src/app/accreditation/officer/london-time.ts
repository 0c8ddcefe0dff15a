/** The instant of a clock time in London, or undefined when the text is none: `2026-03-30` and `14:30`. */
export function instantInLondon(date: string, time: string): string | undefined {
  if (!/^([01]?\d|2[0-3])[:.][0-5]\d$/.test(time.trim())) return undefined;

  const [hour, minute] = time.trim().split(/[:.]/).map(Number);
  const wanted = Date.parse(`${date}T00:00:00Z`) + ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000;
  if (Number.isNaN(wanted)) return undefined;

  const instant = wanted - offsetAt(wanted);
  return new Date(instant).toISOString();
}

/** How far London is ahead of UTC, in milliseconds. */
function offsetAt(instant: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    hour: 'numeric',
  }).format(instant);
  return (Number(parts) - new Date(instant).getUTCHours() + 24) % 24 === 1 ? 3_600_000 : 0;
}
