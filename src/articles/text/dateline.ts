import { type Moment, momentsIn } from "../dates.ts";
import type { MarkedLine } from "./lines.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The day of the dateline; else, where the page has lost the day behind its label, the only one of the text. */
export function dayInText(
  lines: readonly MarkedLine[],
  body: readonly MarkedLine[],
  { opening }: Vocabulary,
  language: string,
): Moment | undefined {
  const first = body[0]?.text.slice(0, EARLY) ?? "";
  const dateline = momentsIn(first, language).find(
    ({ day, start, end }) =>
      day &&
      start < 60 &&
      opensDateline(first.slice(0, start), first.slice(end)) &&
      BEHIND_DATELINE.test(first.slice(end)),
  );
  if (dateline) return dateline;
  const text = body[2]?.number ?? Number.POSITIVE_INFINITY;
  const isLost = lines.some(
    ({ number, text: said }) => number < text && opening("published", said)?.rest === "",
  );
  if (!isLost) return undefined;
  const named = body.flatMap((line) => momentsIn(line.text, language)).filter(({ day }) => day !== undefined);
  const [only, ...others] = new Set(named.map(({ day }) => day));
  return only && others.length === 0 && only >= FIRST_PAGES ? named[0] : undefined;
}

/** A day before there were pages is one that the text tells of. */
const FIRST_PAGES = "1993-01-01";

/** Nothing, or a place with a mark or a bracket behind it, and a weekday or a short word perhaps ("Kiel, den"). */
const BEFORE_DATELINE = /^(?:.*[,，(（【〔[/–—-]\s*(?:\p{L}{1,12}\.?,?\s?)?[(（]?)?$/u;
/** Before a day with a dash behind it the place needs no mark. */
const PLACE = /^(?:\p{Lu}[\p{L}.'’-]*,?\s){1,4}$/u;
const DASH = /^\s*[-–—=]/u;
/** The mark that ends it, behind an agency perhaps. */
const BEHIND_DATELINE =
  /^[^.!?。–—=:：\n]{0,12}?(?:\s*[(（/【][^()（）/【】]{1,40}[)）/】])?\s*[)）】〕\]]?\s*[-–—=.:：)）】]/u;

const opensDateline = (before: string, behind: string): boolean =>
  BEFORE_DATELINE.test(before) || (PLACE.test(before) && DASH.test(behind));

const EARLY = 160;
