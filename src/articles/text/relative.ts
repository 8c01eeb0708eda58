import { baseOf } from "../languages.ts";
import { literal } from "../words.ts";

const UNITS = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
const AMOUNTS = [1, 2, 3, 5, 11, 21];
const known = new Map<string, RegExp>();

/** A whole line such as "4 days ago", in the words that CLDR has for the language and for English: it names no day. */
export function isRelative(text: string, language: string): boolean {
  if (text.length > 40) return false;
  const base = baseOf(language);
  const pattern =
    known.get(base) ??
    new RegExp(`^\\P{L}{0,3}(?:\\p{L}{2,14}\\s)?(?:${formsOf(base).join("|")})\\P{L}{0,3}$`, "iu");
  known.set(base, pattern);
  return pattern.test(text);
}

/** Who wrote, in a line that tells behind a label or alone how long ago ("Posted 3 days ago by …"): the line without that time. */
export function withoutRelative(text: string, language: string): string | undefined {
  // Nearly all such times have a number, and most lines have none.
  if (text.length > LONGEST || !/\p{Nd}/u.test(text)) return undefined;
  const base = baseOf(language);
  const pattern = parts.get(base) ?? new RegExp(`(?<!\\p{L})(?:${formsOf(base).join("|")})(?!\\p{L})`, "iu");
  parts.set(base, pattern);
  return pattern.test(text) ? text.replace(pattern, "").trim() : undefined;
}

const LONGEST = 120;
const parts = new Map<string, RegExp>();

function formsOf(language: string): readonly string[] {
  const forms = new Set<string>();
  for (const locale of [language, "en"])
    for (const style of ["long", "short"] as const) {
      const format = new Intl.RelativeTimeFormat(locale, { style });
      for (const unit of UNITS)
        for (const amount of AMOUNTS) forms.add(generalised(format.format(-amount, unit), amount));
    }
  return [...forms];
}

const generalised = (form: string, amount: number): string =>
  form.split(String(amount)).map(literal).join("\\d+");
