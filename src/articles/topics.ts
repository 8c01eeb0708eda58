import { baseOf } from "./languages.ts";
import type { Topic } from "./publication.ts";
import { WORD } from "./words.ts";

/** A title's word counts as much as two in the body; two together decide. */
const IN_TITLE = 2;
const ENOUGH = 2;

/** Scripts that write no spaces between words: there a word is found anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Says which topics an article's words choose, in the order of the topics. */
export type Chooser = (article: {
  readonly title: string;
  readonly text: string;
  readonly language: string;
}) => readonly string[];

/**
 * Makes a chooser for the topics' words. A word matches whole words only, diacritics as written. Written in lower case it
 * matches in any case; with capitals only as it stands (`WHO` is not "who"), or in capitals throughout.
 * A star at its end stands for any ending (`Präsident*`).
 */
export function topicChooser(topics: readonly Topic[]): Chooser {
  const compiled = new Map<string, readonly (readonly [string, RegExp])[]>();
  return ({ title, text, language }) => {
    const rules = compiled.get(language) ?? topics.flatMap((topic) => ruleOf(topic, language));
    compiled.set(language, rules);
    const said = (part: string, rule: RegExp) => part.match(rule)?.length ?? 0;
    const [heading, body] = [title.normalize("NFC"), text.normalize("NFC")];
    return rules
      .filter(([, rule]) => said(heading, rule) * IN_TITLE + said(body, rule) >= ENOUGH)
      .map(([id]) => id);
  };
}

function ruleOf({ id, words }: Topic, language: string): readonly (readonly [string, RegExp])[] {
  const all = new Set([
    ...(words["*"] ?? []),
    ...(words[language] ?? []),
    ...(words[baseOf(language)] ?? []),
  ]);
  return all.size === 0
    ? []
    : [[id, new RegExp([...all].map((word) => patternOf(word.normalize("NFC"), language)).join("|"), "gu")]];
}

function patternOf(word: string, language: string): string {
  const stem = word.replace(/\*$/, "");
  const whole = !UNSPACED.test(stem);
  const after = stem === word && whole ? `(?!${WORD})` : "";
  return `${whole ? `(?<!${WORD})` : ""}${casesOf(stem, language)}${after}`;
}

function casesOf(word: string, language: string): string {
  const upper = word.toLocaleUpperCase(language);
  if (word !== word.toLocaleLowerCase(language)) return `(?:${RegExp.escape(word)}|${RegExp.escape(upper)})`;
  return [...word].map((letter) => eitherCase(letter, language)).join("");
}

function eitherCase(letter: string, language: string): string {
  const upper = letter.toLocaleUpperCase(language);
  return upper === letter ? RegExp.escape(letter) : `(?:${RegExp.escape(letter)}|${RegExp.escape(upper)})`;
}
