const UNITS = [
  { minutes: 1440, one: 'day', many: 'days' },
  { minutes: 60, one: 'hour', many: 'hours' },
  { minutes: 1, one: 'minute', many: 'minutes' },
];

/** `10 days`, `90 minutes`: in the largest unit that leaves no rest. */
export function minutesInWords(minutes: number): string {
  const unit = UNITS.find((each) => minutes % each.minutes === 0);
  const count = minutes / (unit?.minutes ?? 1);
  return `${count} ${count === 1 ? unit?.one : unit?.many}`;
}
