import { momentsIn } from "../dates.ts";
import type { Role } from "./lines.ts";
import { endsSentence, isProse, weightOf } from "./prose.ts";
import type { Page, Rule, Verdict } from "./rule.ts";

export const CODE =
  /^(?:<[/!a-z]|\{\{|\{"|\{%|\/\/ ?<!|window\.|var \w+ ?=|let \w+ ?=|const \w+ ?=|function\s?\w*\(|\(function|\/\*|@media|\.\w+\{|#\w+\{)|googletag|dataLayer|adsbygoogle|(?:window|document)\.\w+[.(\s=]|^if ?\(.*\) ?\{|getElementById|_gaq\.|fbq\(|gtag\(|\.push\(|=>\s*\{|\(\)\s*\{|\}\s*\)\s*;|\{\{[^{}]*\}\}|<!--|-->|<\/(?:div|span|p|a|script|figure)>$/u;

export const ADVERTISED =
  /\S\s+(?:AD|ADV|PR|\[PR\]|Ad|広告|광고|广告|廣告|реклама|Реклама|Anzeige|Werbung|Sponsored)$/u;

export const HANDLE = /(?:^|\s)@\w{3,}/u;

export const CRUMBS = /\s[>›»→/]\s|[>›→»]/u;

export function whole(text: string, { vocabulary, language }: Page): Verdict | undefined {
  if (weightOf(text) > 120 || momentsIn(text, language).some(({ day, impossible }) => day || impossible))
    return undefined;
  const kind = vocabulary.whole(text);
  if (kind === "ends") return ["ends", "a label behind which the article is over"];
  if (kind === "contact") return ["contact", "a label of contacts and notes"];
  if (kind === "readAlso") return ["readAlso", "a label of another article", ""];
  if (kind === "tags") return ["tags", "a label of tags"];
  if (kind === "label") return ["furniture", "a label with nothing behind it"];
  const dated = vocabulary.opening("published", text) ?? vocabulary.opening("updated", text);
  if (!kind && !dated && !endsSentence(text.replace(/(?:\.{2,3}|…)$/u, "")) && vocabulary.isRow(text))
    return ["furniture", "labels in a row"];
  if (/(?<![.…])[.!?。]["”»]?$/u.test(text)) return undefined;
  return kind ? ["furniture", "navigation, a button or an advertisement's label"] : undefined;
}

/** A button says all that it wants, whatever it begins with: what stands below it is not its own. One that asks for something may go on. */
export const button = (text: string, page: Page): Verdict | undefined =>
  page.vocabulary.whole(text) === "furniture" && !page.vocabulary.holds("asks", text)
    ? whole(text, page)
    : undefined;

export function opening(kind: "prompts" | "tags" | "contact", role: Role): Rule {
  return (text, { vocabulary }) => {
    const found = weightOf(text) < 400 ? vocabulary.opening(kind, text) : undefined;
    if (!found || (kind === "tags" && (isProse(text) || !/^[^\p{L}]*\p{L}[^:：]{0,40}[:：]/u.test(text))))
      return undefined;
    return [role, `begins with "${found.label}"`];
  };
}

/** A question, or a word for what a page asks for, and then what it wants: `Were you there? Let us know …`. */
export function plea(text: string, { vocabulary }: Page): Verdict | undefined {
  const [, first = "", rest = ""] = weightOf(text) < 200 ? (TWO_SENTENCES.exec(text) ?? []) : [];
  const found = rest === "" ? undefined : vocabulary.opening("prompts", rest);
  return found && (/[?？؟]$/u.test(first) || vocabulary.holds("asks", first))
    ? ["plea", `asks, and goes on with "${found.label}"`]
    : undefined;
}

const TWO_SENTENCES = /^([^.!?。！？؟]{8,}[.!?。！？؟])\s*([^.!?。！？؟]{8,}[.!?。！？؟]?)$/u;

export function copyright(text: string, { vocabulary }: Page): Verdict | undefined {
  const opens = /^[<\s]*(?:[©ⓒ]|\(c\)\s|copyright\b|&copy;|™)/iu.test(text) && weightOf(text) < 300;
  return opens || (weightOf(text) < 400 && vocabulary.holds("copyright", text))
    ? ["copyright", "about copyright"]
    : undefined;
}
