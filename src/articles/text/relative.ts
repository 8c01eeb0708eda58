import { plainSpaced } from "../characters.ts";
import { baseOf } from "../languages.ts";
import { literal } from "../words.ts";

const UNITS = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
const AMOUNTS = [1, 2, 3, 5, 11, 21];

/** A whole line such as "4 days ago", in the words that CLDR has for the language and for English: it names no day. */
export function isRelative(text: string, language: string): boolean {
  return text.length <= 40 && mayBeIn(text, language) && patternsOf(language).alone.test(text);
}

/** Who wrote, in a line that tells behind a label or alone how long ago ("Posted 3 days ago by …"): the line without that time. */
export function withoutRelative(text: string, language: string): string | undefined {
  // Nearly all such times have a number, and most lines have none.
  if (text.length > LONGEST || !/\p{Nd}/u.test(text) || !mayBeIn(text, language)) return undefined;
  const { within } = patternsOf(language);
  return within.test(text) ? text.replace(within, "").trim() : undefined;
}

const LONGEST = 120;

interface Patterns {
  readonly alone: RegExp;
  readonly within: RegExp;
}

const patterns = new Map<string, Patterns>();

function patternsOf(language: string): Patterns {
  const base = baseOf(language);
  const any = () => `(?:${formsOf(base).map(patternOf).join("|")})`;
  const found = patterns.get(base) ?? {
    alone: new RegExp(`^\\P{L}{0,3}(?:\\p{L}{2,14}\\s)?${any()}\\P{L}{0,3}$`, "iu"),
    within: new RegExp(`(?<!\\p{L})${any()}(?!\\p{L})`, "iu"),
  };
  patterns.set(base, found);
  return found;
}

/** The longest part of each form in lower case. */
const telling = new Map<string, readonly string[]>();

/** A quick look first: without the longest part of one of the forms there is none. The expressions take long to be made. */
function mayBeIn(text: string, language: string): boolean {
  const base = baseOf(language);
  const parts = telling.get(base) ?? [...new Set(formsOf(base).map(longestPart))];
  telling.set(base, parts);
  const lower = plainSpaced(text.toLowerCase());
  return parts.some((part) => lower.includes(part));
}

const longestPart = (form: readonly string[]): string =>
  plainSpaced(form.reduce((most, part) => (part.length > most.length ? part : most)).toLowerCase());

/** What stands before, between and behind the numbers of each way to say a time. */
function formsOf(language: string): readonly (readonly string[])[] {
  const forms = new Map<string, readonly string[]>();
  for (const locale of [language, "en"])
    for (const style of ["long", "short"] as const) {
      const format = new Intl.RelativeTimeFormat(locale, { style });
      for (const unit of UNITS)
        for (const amount of AMOUNTS) {
          const parts = format.format(-amount, unit).split(String(amount));
          forms.set(parts.join("#"), parts);
        }
    }
  return [...forms.values()];
}

const patternOf = (form: readonly string[]): string => form.map(literal).join("\\d+");
