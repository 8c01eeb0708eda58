import { oneLine } from "./characters.ts";
import { baseOf } from "./languages.ts";
import type { Topic } from "./publication.ts";
import { anyOf, WORD } from "./words.ts";

/** A title's word counts as much as two in the body; two together decide. */
const IN_TITLE = 2;
const ENOUGH = 2;

/** Scripts that write no spaces between words: there a word is found anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What topics are chosen by. */
export interface Telling {
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

/** Says which topics an article's words choose, in the order of the topics. */
export type Chooser = (article: Telling) => readonly string[];

interface Rule {
  readonly id: string;
  readonly words: RegExp;
  /** In lower case, what a text must hold that one of the words is found in; absent where that cannot be said. */
  readonly hints?: readonly string[];
}

/**
 * Makes a chooser for the topics' words. A word matches whole words only, diacritics as written. Written in lower case it
 * matches in any case; with capitals only as it stands (`WHO` is not "who"), or in capitals throughout.
 * A star at its end stands for any ending (`Präsident*`), one at its front for any beginning (`*straße`).
 */
export function topicChooser(topics: readonly Topic[]): Chooser {
  const compiled = new Map<string, readonly Rule[]>();
  return (given) => {
    const article = { ...given, title: given.title.normalize("NFC"), text: given.text.normalize("NFC") };
    const rules =
      compiled.get(article.language) ?? topics.flatMap((topic) => ruleOf(topic, article.language));
    compiled.set(article.language, rules);
    const lower = `${article.title}\n${article.text}`.toLowerCase();
    const could = rules.filter(({ hints }) => !hints || hints.some((hint) => lower.includes(hint)));
    return could.filter((rule) => scoreOf(found(rule, article)) >= ENOUGH).map(({ id }) => id);
  };
}

/** Every topic whose words are met at all, as lines for an author: which words, how often, and whether that is enough. */
export function explainTopics(topics: readonly Topic[], article: Telling): readonly string[] {
  return topics
    .flatMap((topic) => ruleOf(topic, article.language))
    .flatMap((rule) => {
      const said = found(rule, article);
      const all = [...said.title.map((word) => `${word} (title)`), ...said.text].map(oneLine);
      const counted = [...new Set(all)].map((word) => `${word} ×${all.filter((one) => one === word).length}`);
      const verdict = scoreOf(said) >= ENOUGH ? "chosen" : "not enough";
      return all.length === 0 ? [] : [`topic ${rule.id}: ${verdict}: ${counted.join(", ")}`];
    });
}

interface Said {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

const found = ({ words }: Rule, { title, text }: Telling): Said => ({
  title: title.match(words) ?? [],
  text: text.match(words) ?? [],
});

const scoreOf = ({ title, text }: Said): number => title.length * IN_TITLE + text.length;

function ruleOf({ id, words }: Topic, language: string): readonly Rule[] {
  const all = new Set([
    ...(words["*"] ?? []),
    ...(words[language] ?? []),
    ...(words[baseOf(language)] ?? []),
  ]);
  const composed = [...all].map((word) => word.normalize("NFC"));
  const pattern = composed.map((word) => patternOf(word, language)).join("|");
  const hints = SPECIAL_CASES.has(baseOf(language)) ? [] : composed.flatMap(hintOf);
  const hinted = hints.length === composed.length ? { hints } : {};
  return all.size === 0 ? [] : [{ id, words: new RegExp(pattern, "gu"), ...hinted }];
}

/** Languages with pairs of small and capital letters of their own (SpecialCasing.txt of Unicode). */
const SPECIAL_CASES = new Set(["az", "lt", "tr"]);
/** Letters whose capitals have them alone for their small ones. */
const PAIRED = /^[a-zà-öø-þа-яёіїєґ]+$/;

/** The first part of a word in lower case, where that is found in lower case of whatever the word is found in. */
function hintOf(word: string): readonly string[] {
  const [part = ""] = stemOf(word).toLowerCase().split(/\s+/u);
  return PAIRED.test(part) ? [part] : [];
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
  const upper = word.toLocaleUpperCase(language);
  if (word !== word.toLocaleLowerCase(language))
    return `(?:${spaced(word, RegExp.escape)}|${spaced(upper, RegExp.escape)})`;
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
  const plain = letter.toUpperCase();
  const initial = plain.toLocaleLowerCase(language) === letter ? [plain] : [];
  return anyOf([...new Set([letter, letter.toLocaleUpperCase(language), ...initial])]);
}
