import { baseOf } from "./languages.ts";
import type { Topic } from "./publication.ts";
import { anyOf, WORD } from "./words.ts";

/** How a topic's words are found in a language. */
export interface Rule {
  readonly id: string;
  /** Matches each mention. It is made when it is first needed: most articles do without it, and it takes long. */
  readonly words: () => RegExp;
  /** What a text must hold that one of the words is found in; absent where that cannot be said. */
  readonly hints?: readonly Hint[];
  /** Whether the hints are all that is to be looked for. */
  readonly isPlain: boolean;
}

/** A word or its first part, in lower case: all of a word of the text, how one begins, the same with more to see to, or anywhere. */
interface Hint {
  readonly part: string;
  readonly kind: "word" | "stem" | "begins" | "within";
}

/** Scripts that write no spaces between words: there a word is found anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function ruleOf({ id, words }: Topic, language: string): readonly Rule[] {
  const all = new Set([
    ...(words["*"] ?? []),
    ...(words[language] ?? []),
    ...(words[baseOf(language)] ?? []),
  ]);
  const composed = [...all].map((word) => word.normalize("NFC"));
  const hints = SPECIAL_CASES.has(baseOf(language)) ? [] : composed.flatMap(hintOf);
  const isHinted = hints.length === composed.length;
  let made: RegExp | undefined;
  const rule = {
    id,
    words: () => {
      made ??= new RegExp(composed.map((word) => patternOf(word, language)).join("|"), "gu");
      return made;
    },
    ...(isHinted && { hints }),
    isPlain: isHinted && hints.every(({ kind }) => kind === "word" || kind === "stem"),
  };
  return all.size === 0 ? [] : [rule];
}

/** Languages with pairs of small and capital letters of their own (SpecialCasing.txt of Unicode). */
const SPECIAL_CASES = new Set(["az", "lt", "tr"]);
/** Those, and Greek, whose capitals lose their accents. */
const OWN_CASES = new Set([...SPECIAL_CASES, "el"]);
/** Letters whose capitals have them alone for their small ones. */
const PAIRED = /^[a-zà-öø-þа-яёіїєґ]{2,}$/;

/** What of a word is found in lower case of whatever the word is found in, if anything is. */
function hintOf(word: string): readonly Hint[] {
  const stem = stemOf(word);
  const [part = "", ...more] = stem.toLowerCase().split(/\s+/u);
  if (!PAIRED.test(part)) return [];
  if (word.startsWith("*") || UNSPACED.test(stem)) return [{ part, kind: "within" }];
  if (more.length > 0 || part !== stem) return [{ part, kind: "begins" }];
  return [{ part, kind: word.endsWith("*") ? "stem" : "word" }];
}

const stemOf = (word: string): string => word.replace(/^\*|\*$/g, "");

function patternOf(word: string, language: string): string {
  const stem = stemOf(word);
  const whole = !UNSPACED.test(stem);
  const before = whole && !word.startsWith("*") ? `(?<!${WORD})` : "";
  const after = word.endsWith("*") ? `${WORD}*` : `(?!${WORD})`;
  return `${before}${casesOf(stem, language)}${whole ? after : ""}`;
}

function casesOf(word: string, language: string): string {
  const { upper: upperOf, lower: lowerOf } = casesIn(language);
  const upper = upperOf(word);
  if (word !== lowerOf(word)) return `(?:${spaced(word, RegExp.escape)}|${spaced(upper, RegExp.escape)})`;
  return spaced(word, (part) => [...part].map((letter) => eitherCase(letter, language)).join(""));
}

/** The pattern of each part of a word, with any white space between them: no-break spaces and line ends too. */
const spaced = (word: string, pattern: (part: string) => string): string =>
  word
    .split(/\s+/u)
    .map((part) => pattern(part))
    .join("\\s+");

/** Greek drops its accents in capitals throughout, but not at a sentence's beginning; Turkish has no I but that of ı. */
function eitherCase(letter: string, language: string): string {
  const { upper, lower } = casesIn(language);
  const plain = letter.toUpperCase();
  const initial = lower(plain) === letter ? [plain] : [];
  return anyOf([...new Set([letter, upper(letter), ...initial])]);
}

type Casing = (text: string) => string;

/** Asking by language takes a hundred times as long, and tells something else in a few languages alone (ECMA-402 §20.1.2.1). */
function casesIn(language: string): { readonly upper: Casing; readonly lower: Casing } {
  if (!OWN_CASES.has(baseOf(language)))
    return { upper: (text) => text.toUpperCase(), lower: (text) => text.toLowerCase() };
  return {
    upper: (text) => text.toLocaleUpperCase(language),
    lower: (text) => text.toLocaleLowerCase(language),
  };
}
