/** Ends of sentences in every script that is read, with what may close behind them. */
const SENTENCE_END = /[.!?…。！？।؟:][\p{Pf}\s\p{Cf}"'«“）)\]」』】〉》]*$/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Characters, those of scripts whose words are short counted twice. */
export function weightOf(text: string): number {
  if (text !== weighed.text)
    weighed = { text, weight: text.length + (EASTERN.test(text) ? (text.match(WIDE)?.length ?? 0) : 0) };
  return weighed.weight;
}

/** A line is weighed by every rule that looks at it, one after another. */
let weighed = { text: "", weight: 0 };

/** A quick look first: no character of those scripts stands below. */
const EASTERN = /[\u1100-\u11ff\u2e80-\uffff]/;

const WORDS = /\s+/u;
/** What agencies put behind the last sentence: `… euros. EFE`, `… zu. (dpa)`, `…。（完）`. */
const SIGNED =
  /\s*(?:[(（【〔[][^()（）【】〔〕[\]]{1,20}[)）】〕\]]\d{0,8}|(?<=[.!?…]\s)\p{Lu}[\p{Lu}/]{1,8})$/u;

/** One sentence ends and another begins, in scripts that write them without spaces. */
const SENTENCES = /。["'”’」』）)]?[^\s"'”’」』）)]/u;

/** A sentence: it ends like one and has a few words, or is too long for anything else. */
export function isProse(text: string): boolean {
  if (text.length > TOO_LONG) return true;
  const weight = weightOf(text);
  if (weight > TOO_LONG) return true;
  if (weight > 60 && SENTENCES.test(text)) return true;
  const ends = SENTENCE_END.test(text) || SENTENCE_END.test(text.replace(SIGNED, ""));
  return ends && weight >= 10 && (text.split(WORDS).length >= 2 || weight > 12);
}

/** Prose that is no headline either: that may ask or call, but has no full stop. */
export const isText = (text: string): boolean => isProse(text) && !ASKS_OR_CALLS.test(text);

const ASKS_OR_CALLS = /^[^.!?。！？؟]*[!?！？؟][\p{Pf}"'»)\]」』）]*$/u;

/** Long enough to be nothing but a part of an article. */
export const isSolid = (text: string): boolean =>
  text.length > TOO_LONG || (text.length >= SOLID / 2 && weightOf(text) >= SOLID && isProse(text));

/** For anything but a part of an article. */
const TOO_LONG = 140;
/** A text weighs at most twice its length. */
const SOLID = 90;

/** How many words a text has; in scripts without spaces two characters count as one. */
export const countOf = (text: string): number =>
  Math.max(text.split(/\s+/u).length, Math.floor((text.match(UNSPACED)?.length ?? 0) / 2));

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** A bullet or a number that opens an item of a list. */
export const LIST_ITEM = /^(?:[•‣◦▪●*·∙・]\s*|[-–—]\s+|\d{1,2}[.)]\s+)(?=\S)/u;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);
