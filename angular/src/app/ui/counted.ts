/** So many of something: `1 day`, `2 days`, `1 person`, `3 people`. Every number is said by this, so that one is never `1 days`. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
