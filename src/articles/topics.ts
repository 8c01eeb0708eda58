import { type Beginning, beginningsOf } from "./beginnings.ts";
import { oneLine } from "./characters.ts";
import type { Topic } from "./publication.ts";
import { type Rule, ruleOf } from "./topic-words.ts";

/** A title's word counts as much as two in the body; two together decide. */
const IN_TITLE = 2;
const ENOUGH = 2;

/** What topics are chosen by. */
export interface Telling {
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

/** Says which topics an article's words choose, in the order of the topics. */
export type Chooser = (article: Telling) => readonly string[];

/** The rules of a language, and what tells at once which of them may hold. */
interface Ruling {
  readonly rules: readonly Rule[];
  readonly beginnings: (text: string) => readonly Beginning[];
}

/**
 * Makes a chooser for the topics' words. A word matches whole words only, diacritics as written. Written in lower case it
 * matches in any case; with capitals only as it stands (`WHO` is not "who"), or in capitals throughout.
 * A star at its end stands for any ending (`Präsident*`), one at its front for any beginning (`*straße`).
 */
export function topicChooser(topics: readonly Topic[]): Chooser {
  const compiled = new Map<string, Ruling>();
  return ({ title, text, language }) => {
    const article = { title: title.normalize("NFC"), text: text.normalize("NFC"), language };
    const { rules, beginnings } = compiled.get(language) ?? rulingOf(topics, language);
    compiled.set(language, { rules, beginnings });
    const whole = `${article.title}\n${article.text}`;
    const lower = whole.toLowerCase();
    const begun = beginnings(lower);
    // A capital that is two characters in lower case is none of a word's, but may seem so, and moves what is behind it.
    const isPlain = lower.length === whole.length;
    const isChosen = (rule: Rule) =>
      isPlain && rule.isPlain
        ? isSaid(rule, begun, article.title.length)
        : mayHold(rule, begun, lower) && isEnough(rule, article);
    return rules.filter(isChosen).map(({ id }) => id);
  };
}

function rulingOf(topics: readonly Topic[], language: string): Ruling {
  const rules = topics.flatMap((topic) => ruleOf(topic, language));
  const hints = rules.flatMap(({ hints }) => hints ?? []).filter(({ kind }) => kind !== "within");
  return { rules, beginnings: beginningsOf([...new Set(hints.map(({ part }) => part))]) };
}

/** Whether words that are found by their beginnings alone are said often enough. */
function isSaid({ hints = [] }: Rule, begun: readonly Beginning[], title: number): boolean {
  const said = begun.filter(({ one, isWhole }) =>
    hints.some(({ part, kind }) => part === one && (isWhole || kind === "stem")),
  );
  const score = [...new Set(said.map(({ at }) => at))].reduce(
    (sum, at) => sum + (at < title ? IN_TITLE : 1),
    0,
  );
  return score >= ENOUGH;
}

/** Whether an article has what one of the words would be found by. */
const mayHold = ({ hints }: Rule, begun: readonly Beginning[], lower: string): boolean =>
  !hints ||
  hints.some(({ part, kind }) =>
    kind === "within" ? lower.includes(part) : begun.some(({ one }) => one === part),
  );

/** The title decides alone, if it can: it is shorter. */
function isEnough(rule: Rule, { title, text }: Telling): boolean {
  const words = rule.words();
  const inTitle = (title.match(words)?.length ?? 0) * IN_TITLE;
  return inTitle >= ENOUGH || inTitle + (text.match(words)?.length ?? 0) >= ENOUGH;
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
  title: title.match(words()) ?? [],
  text: text.match(words()) ?? [],
});

const scoreOf = ({ title, text }: Said): number => title.length * IN_TITLE + text.length;
