import { baseOf } from "./languages.ts";
import type { Topic } from "./publication.ts";
import { WORD } from "./words.ts";

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
}

/**
 * Makes a chooser for the topics' words. A word matches whole words only, diacritics as written. Written in lower case it
 * matches in any case; with capitals only as it stands (`WHO` is not "who"), or in capitals throughout.
 * A star at its end stands for any ending (`Präsident*`), one at its front for any beginning (`*straße`).
 */
export function topicChooser(topics: readonly Topic[]): Chooser {
  const compiled = new Map<string, readonly Rule[]>();
  return (article) => {
    const rules =
      compiled.get(article.language) ?? topics.flatMap((topic) => ruleOf(topic, article.language));
    compiled.set(article.language, rules);
    return rules.filter((rule) => scoreOf(found(rule, article)) >= ENOUGH).map(({ id }) => id);
  };
}

/** Every topic whose words are met at all, as lines for an author: which words, how often, and whether that is enough. */
export function explainTopics(topics: readonly Topic[], article: Telling): readonly string[] {
  return topics
    .flatMap((topic) => ruleOf(topic, article.language))
    .flatMap((rule) => {
      const said = found(rule, article);
      const all = [...said.title.map((word) => `${word} (title)`), ...said.text];
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
  title: title.normalize("NFC").match(words) ?? [],
  text: text.normalize("NFC").match(words) ?? [],
});

const scoreOf = ({ title, text }: Said): number => title.length * IN_TITLE + text.length;

function ruleOf({ id, words }: Topic, language: string): readonly Rule[] {
  const all = new Set([
    ...(words["*"] ?? []),
    ...(words[language] ?? []),
    ...(words[baseOf(language)] ?? []),
  ]);
  const pattern = [...all].map((word) => patternOf(word.normalize("NFC"), language)).join("|");
  return all.size === 0 ? [] : [{ id, words: new RegExp(pattern, "gu") }];
}

function patternOf(word: string, language: string): string {
  const stem = word.replace(/^\*|\*$/g, "");
  const whole = !UNSPACED.test(stem);
  const before = whole && !word.startsWith("*") ? `(?<!${WORD})` : "";
  const after = word.endsWith("*") ? `${WORD}*` : `(?!${WORD})`;
  return `${before}${stem
    .split(/\s+/u)
    .map((part) => casesOf(part, language))
    .join("\\s+")}${whole ? after : ""}`;
}

function casesOf(word: string, language: string): string {
  const upper = word.toLocaleUpperCase(language);
  if (word !== word.toLocaleLowerCase(language)) return `(?:${RegExp.escape(word)}|${RegExp.escape(upper)})`;
  return [...word].map((letter) => eitherCase(letter, language)).join("");
}

/** A letter in either case; Greek drops its accents in capitals, but not at a sentence's beginning. */
function eitherCase(letter: string, language: string): string {
  const forms = new Set([letter, letter.toLocaleUpperCase(language), letter.toUpperCase()]);
  const escaped = [...forms].map((form) => RegExp.escape(form));
  return escaped.length === 1 ? RegExp.escape(letter) : `(?:${escaped.join("|")})`;
}
