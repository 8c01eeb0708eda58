import { oneLine, printable, singleSpaced } from "./characters.ts";
import { anyOf } from "./words.ts";

const LENGTH = 300;

/** Shortened words that stand before a name or a number, in the languages that Latin and Cyrillic write. */
const SHORTENED = [
  ...["Dr", "Mr", "Mrs", "Ms", "Mx", "St", "Sr", "Sra", "Srta", "Dra", "Prof", "Profa", "Mgr", "Msgr", "Rev"],
  ...["Hr", "Hrn", "Fr", "Nr", "Abg", "Abs", "Art", "Bd", "Ing", "Dipl", "Mag", "Mio", "Mrd", "Str", "Tel"],
  ...["Gen", "Col", "Capt", "Lt", "Sgt", "Sen", "Rep", "Gov", "Hon", "Inc", "Ltd", "Fig", "Vol", "No", "Nos"],
  ...["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Okt", "Nov", "Dec", "Dez"],
  ...["Sig", "Dott", "Avv", "Ud", "Uds", "EE", "UU", "MM", "Mm", "Mw", "Dhr", "Doç", "Yrd"],
  ...[
    "bzw",
    "vgl",
    "ca",
    "vs",
    "cf",
    "approx",
    "resp",
    "evtl",
    "ggf",
    "usw",
    "núm",
    "pág",
    "art",
    "nr",
    "no",
  ],
  ...[
    "ul",
    "im",
    "św",
    "tys",
    "mln",
    "mld",
    "dhr",
    "mw",
    "mr",
    "ул",
    "им",
    "тыс",
    "млн",
    "млрд",
    "руб",
    "св",
  ],
];
/** A full stop that ends no sentence: behind an ordinal ("am 19."), an initial ("z. B.", "U.S.") or a shortened word. */
const NO_END = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:\\p{N}{1,2}|\\p{L}|${anyOf(SHORTENED)})\\.$`, "u");

/** The first sentences of a text up to about 300 characters, cut at a sentence's end, else at a word's with an ellipsis. */
export function summaryOf(text: string, language: string): string {
  const opening = spaced(text.slice(0, OPENING));
  const whole = opening.length > LENGTH * 2 + EDGE ? opening : spaced(text);
  if (whole.length <= LENGTH) return whole;
  const beginning = whole.slice(0, LENGTH * 2);
  const end = lastEnd(beginning, language, "sentence", (text) => !NO_END.test(text));
  if (end > 0) return whole.slice(0, end);
  const cut =
    wordStart(whole.slice(0, LENGTH), language) ||
    lastEnd(beginning, language, "grapheme", () => true) ||
    LENGTH;
  return `${printable(whole.slice(0, cut)).trimEnd()}…`;
}

/** So much of a text is more than a summary, unless it is white space. */
const OPENING = LENGTH * 3;
/** What the end of a part may change of it: a character that is composed with the next. */
const EDGE = 50;

const spaced = (text: string): string => singleSpaced(oneLine(text)).trim();

/** Where the last part of a text ends that is within a summary's length, and does end there; 0 where none does. */
function lastEnd(
  text: string,
  language: string,
  granularity: "sentence" | "grapheme",
  ends: (text: string) => boolean,
): number {
  const segments = segmenterOf(language, granularity).segment(text);
  let part = segments.containing(LENGTH);
  while (part) {
    const end = part.index + part.segment.trimEnd().length;
    if (end <= LENGTH && ends(text.slice(0, end))) return end;
    part = segments.containing(part.index - 1);
  }
  return 0;
}

/** Where the last word of the text, which may be cut, begins. */
function wordStart(text: string, language: string): number {
  const words = segmenterOf(language, "word").segment(text);
  let word = words.containing(text.length - 1);
  while (word && !word.isWordLike) word = words.containing(word.index - 1);
  return word?.index ?? 0;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Made once: making one takes longer than its use. */
function segmenterOf(language: string, granularity: "sentence" | "word" | "grapheme"): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const found = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, found);
  return found;
}
