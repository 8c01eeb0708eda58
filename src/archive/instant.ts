/**
 * Seconds since 1970 of an instant as all articles have it (`2026-01-31T12:00:00Z`). There may be a million of them, of which
 * `Date.parse` takes a microsecond each.
 */
export function secondsOf(instant: string): number {
  const two = (at: number) => digit(instant, at) * 10 + digit(instant, at + 1);
  const year = two(0) * 100 + two(2);
  // Of a year below 100, `Date.UTC` makes one of the twentieth century.
  if (year < 100) return Date.parse(instant) / 1000;
  return Date.UTC(year, two(5) - 1, two(8), two(11), two(14), two(17)) / 1000;
}

const ZERO = 48;

const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;
