import { namesIn } from "./names.ts";
import { endsSentence, weightOf } from "./prose.ts";
import type { Page, Verdict } from "./rule.ts";
import type { Vocabulary } from "./vocabulary.ts";

const CREDIT = /^(?:([\p{L}\p{M}.,\s/·-]{1,16}?)[\s/]*)?[(（](\p{L}[^()（）]{0,80})[)）]\.?$/u;

const INITIALS =
  /^(?:[\p{L}\p{M}]{2,5}\s?[/.]{1,2}\s?)+[\p{L}\p{M}]{2,5}\s?\/?$|^\p{Ll}{2,4}(?:\/\p{Ll}{2,4})+$/u;

export function credit(text: string, { vocabulary }: Page): Verdict | undefined {
  if (text.length > 120 || vocabulary.endsWithPicture(text)) return undefined;
  if (INITIALS.test(text)) return ["credit", "initials"];
  const match = CREDIT.exec(text);
  const names = match?.[2]?.split(/[,;/،、·]|\s-\s/u) ?? [];
  const short = names.every(
    (name) => name.trim().split(/\s+/u).length <= 3 && name.trim().length <= 24 && !/[.!?]/u.test(name),
  );
  if (!match || !short || /\d/u.test(text)) return undefined;
  const writer = writerIn(match[2] ?? "", vocabulary);
  return writer ? ["byline", "a writer in brackets", writer] : ["credit", "agencies in brackets"];
}

const EASTERN = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";
const EASTERN_NAME = new RegExp(`^${EASTERN}{2,6}$`, "u");

/** The names behind what a writer is called, in scripts without capitals: `記者・田中みどり`, `江畔晚报记者 周晓岚`. */
export function writerIn(text: string, { words }: Vocabulary): string | undefined {
  const [office = "", ...names] = text.split(/[\s・:：／/、]+/u);
  const isOffice = [...words.by, ...words.bySuffix, ...words.staff].some((label) => office.endsWith(label));
  return isOffice && names.length > 0 && names.every((name) => EASTERN_NAME.test(name))
    ? names.join("、")
    : undefined;
}

/** A name as it is written: with capitals where the script has them, and few words. */
export const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’‐-]*)(?:\s+[\p{L}\p{M}.'’‐-]+){0,5}$/u;

export function byline(text: string, { vocabulary }: Page): Verdict | undefined {
  if (weightOf(text) > 200) return undefined;
  const found = vocabulary.wordsAndPictures(text) ?? vocabulary.opening("by", text);
  const names = found ? namesIn(found.rest, vocabulary) : [];
  const bare = names.slice(0, leading(names));
  if (found && bare.length > 0 && !endsSentence(found.rest.replace(/\.$/u, "")))
    return [
      "byline",
      `begins with "${found.label}"`,
      bare.length < names.length ? bare.join(", ") : found.rest,
    ];
  if (found && found.rest !== "" && names.length === 0 && weightOf(text) < 80)
    return ["furniture", "a byline without a name"];
  const suffix = vocabulary.bySuffix.test(text);
  return suffix && weightOf(text) < 60 && !endsSentence(text)
    ? ["byline", "a name followed by what says it is a writer's", text]
    : undefined;
}

/** How many names open a byline: all of them, or whole names before what is none ("and published from …"). */
function leading(names: readonly string[]): number {
  const other = names.findIndex((name) => !NAME.test(name));
  return other < 0 ? names.length : names.slice(0, other).every((name) => /\s/u.test(name)) ? other : 0;
}
