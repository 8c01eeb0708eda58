import { endsSentence, isSolid, weightOf } from "./prose.ts";
import type { Page, Verdict } from "./rule.ts";

export function neighbour(text: string, { vocabulary }: Page): Verdict | undefined {
  if (text.length > 300) return undefined;
  const found = vocabulary.opening("neighbours", text);
  const arrow = /^(?:[←‹→»›]|«(?!.*»))\s*(\S.*)$|^(\S.*?)\s*[→←]$/u.exec(text);
  const headline = found?.rest ?? arrow?.[1] ?? arrow?.[2];
  if (
    headline === undefined ||
    /^\p{Lu}{3,}\s*:/u.test(headline) ||
    isSolid(text) ||
    endsSentence(text.replace(/[?!:…]$/u, ""))
  )
    return undefined;
  // Labels of scripts without capitals are as they are.
  const shouted =
    found &&
    found.label === found.label.toUpperCase() &&
    (found.label !== found.label.toLowerCase() || found.label.length > 2);
  const certain =
    arrow ||
    shouted ||
    (found && /^\s*[:：|›»→]/u.test(text.slice(text.indexOf(found.label) + found.label.length)));
  return certain && headline.length > 3 ? ["related", "the headline of a neighbour", headline] : undefined;
}

export function readAlso(text: string, { vocabulary }: Page): Verdict | undefined {
  const found = weightOf(text) < 260 ? vocabulary.opening("readAlso", text) : undefined;
  if (found)
    return [
      "readAlso",
      `begins with "${found.label}"`,
      /[:：]$/u.test(found.rest) || vocabulary.whole(found.rest) ? "" : found.rest,
    ];
  const [, bracketed = "", headline = ""] =
    /^[[【〔<]([^\]】〕>]{2,20})[\]】〕>]\s*(\S.*)$/u.exec(text) ?? [];
  const kind = bracketed && vocabulary.whole(bracketed);
  if (kind === "furniture" && !isSolid(text)) return ["furniture", `a line behind "${bracketed}"`];
  if (kind === "ends" || kind === "readAlso")
    return ["readAlso", `a headline behind "${bracketed}"`, headline];
  const shouted = /^(\p{Lu}[\p{Lu}\s]{3,30}):\s+\S/u.exec(text);
  return shouted && weightOf(text) < 160 && !endsSentence(text)
    ? ["readAlso", `a headline behind "${shouted[1]}"`]
    : undefined;
}

export function source(text: string, { vocabulary }: Page): Verdict | undefined {
  const found = weightOf(text) < 120 ? vocabulary.opening("source", text) : undefined;
  const marked =
    /[:：]/u.test(text) ||
    (found && found.label === found.label.toUpperCase() && found.label !== found.label.toLowerCase());
  return found && marked && found.rest !== "" && !isSolid(text)
    ? ["source", `begins with "${found.label}"`, found.rest]
    : undefined;
}
