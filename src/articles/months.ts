const STYLES = [
  { month: "long" },
  { month: "short" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

/** The months' names in a language, as CLDR has them (standing alone and beside a day, long and short), and in English. */
export interface Months {
  readonly numberOf: (name: string) => number | undefined;
  /** Matches any of the names; without groups. */
  readonly pattern: string;
  readonly names: readonly string[];
  /** Characters of the longest name. */
  readonly longest: number;
}

const known = new Map<string, Months>();

/** Names come from `Intl`, so that a language needs no list of its own. `more` adds what its writers use beside CLDR's. */
export function monthsOf(language: string, more: Readonly<Record<string, number>> = {}): Months {
  const months = known.get(language) ?? read(language, more);
  known.set(language, months);
  return months;
}

function read(language: string, more: Readonly<Record<string, number>>): Months {
  const numbers = new Map(Object.entries(more));
  for (const locale of ["en", language])
    for (const style of STYLES)
      for (const [i, name] of namesOf(locale, style).entries()) add(numbers, name, i + 1);
  const names = [...numbers.keys()].sort((a, b) => b.length - a.length);
  return {
    numberOf: (name) => numbers.get(fold(name)),
    names,
    pattern: `(?:${names.map((text) => RegExp.escape(text)).join("|")})`,
    longest: names[0]?.length ?? 0,
  };
}

function add(numbers: Map<string, number>, name: string, month: number): void {
  if (/\p{L}/u.test(name) && !numbers.has(fold(name))) numbers.set(fold(name), month);
}

function namesOf(locale: string, style: Intl.DateTimeFormatOptions): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC", calendar: "gregory" });
  return Array.from({ length: 12 }, (_, i) => {
    const parts = format.formatToParts(Date.UTC(2024, i, 1));
    return parts.find(({ type }) => type === "month")?.value ?? "";
  });
}

const fold = (name: string) => name.normalize("NFC").toLocaleLowerCase("en").replace(/\.$/, "");
