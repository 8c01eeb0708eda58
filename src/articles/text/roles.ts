import { isYearless, momentsIn } from "../dates.ts";
import type { Line, MarkedLine, Role } from "./lines.ts";
import { namesIn } from "./names.ts";
import { fold } from "./pieces.ts";
import { endsSentence, isProse, isSolid, LIST_ITEM, weightOf } from "./prose.ts";
import { isRelative } from "./relative.ts";
import type { Heading } from "./title.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is known of the whole page when a line is looked at. */
export interface Page {
  readonly heading: Heading;
  readonly language: string;
  readonly vocabulary: Vocabulary;
}

type Verdict = readonly [Role, string, string?];
/** Says what a line is and why (and what of it matters), where it can tell. */
type Rule = (text: string, page: Page, line: Line) => Verdict | undefined;

/** A meta line has few letters beside its dates and labels. */
const META_LETTERS = 48;
const CODE =
  /^(?:<[/!a-z]|\{\{|\{"|\{%|\/\/ ?<!|window\.|var \w+ ?=|let \w+ ?=|const \w+ ?=|function\s?\w*\(|\(function|\/\*|@media|\.\w+\{|#\w+\{)|googletag|dataLayer|adsbygoogle|(?:window|document)\.\w+[.(\s=]|^if ?\(.*\) ?\{|getElementById|_gaq\.|fbq\(|gtag\(|\.push\(|=>\s*\{|\(\)\s*\{|\}\s*\)\s*;|\{\{.*\}\}|<!--|-->|<\/(?:div|span|p|a|script|figure)>$/u;
const CREDIT = /^(?:([\p{L}.\s/·-]{1,16}?)[\s/]*)?[(（](\p{L}[^()（）]{0,80})[)）]\.?$/u;
const INITIALS = /^(?:\p{L}{2,4}\s?[/.]{1,2}\s?)+\p{L}{2,4}\s?\/?$|^\p{Ll}{2,4}(?:\/\p{Ll}{2,4})+$/u;
const HASHTAGS = /^(?:#[\p{L}\p{M}\p{N}_]+[\s,]*)+$/u;
const ADDRESS_ONLY = /^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w.-]+|@\w+)(?:\s*[|/]?\s*\S+@\S+)?$/iu;
const PLATFORM =
  /facebook|twitter|whatsapp|telegram|pinterest|linkedin|instagram|reddit|tumblr|mastodon|bluesky/iu;
const ADVERTISED =
  /\S\s+(?:AD|ADV|PR|\[PR\]|Ad|広告|광고|广告|廣告|реклама|Реклама|Anzeige|Werbung|Sponsored)$/u;
const HANDLE = /(?:^|\s)@\w{3,}/u;
const CRUMBS = /\s[>›»→/]\s|[>›→»]/u;

const RULES: readonly Rule[] = [
  (text) => (/[\p{L}\p{N}]/u.test(text) ? undefined : ["rule", "no letters"]),
  (_, { heading }, { number }) =>
    heading.lines.has(number) ? ["title", "says the title", heading.glued.get(number) ?? ""] : undefined,
  (text) =>
    CODE.test(text) && !(isSolid(text) && !/[;{}]\s*$|^[<{]/u.test(text))
      ? ["code", "left-over markup or code"]
      : undefined,
  neighbour,
  copyright,
  (text, { heading }) =>
    /^\d/u.test(text) && text.length < heading.title.length + 60 && fold(text).includes(fold(heading.title))
      ? ["ends", "a count of comments on the title"]
      : undefined,
  (text, { language }) =>
    isRelative(text, language) || isYearless(text, language)
      ? ["date", "a time that names no day", ""]
      : undefined,
  (text) =>
    weightOf(text) < 140 && PLATFORM.test(text) && (/[)）]$/u.test(text) || HANDLE.test(text))
      ? ["furniture", "a button to share by"]
      : undefined,
  (text, { vocabulary }) =>
    weightOf(text) < 160 && !/[.:。।]["”»]?$/u.test(text) && vocabulary.holds("asks", text)
      ? ["plea", "asks to subscribe, to support or to load"]
      : undefined,
  (text, { vocabulary }) =>
    weightOf(text) < 260 && PLATFORM.test(text) && vocabulary.opening("follow", text)
      ? ["plea", "asks to be followed elsewhere"]
      : undefined,
  (text) =>
    weightOf(text) < 120 && ADVERTISED.test(text)
      ? ["furniture", "an advertisement's label at its end"]
      : undefined,
  (text, { vocabulary }) =>
    weightOf(text) < 120 && vocabulary.isSkip(text) ? ["skip", "jumps over a box", ""] : undefined,
  (text) => (HASHTAGS.test(text) ? ["tags", "hashtags"] : undefined),
  (text) => (text.length < 300 && ADDRESS_ONLY.test(text) ? ["furniture", "an address alone"] : undefined),
  whole,
  credit,
  note,
  opening("prompts", "plea"),
  opening("tags", "tags"),
  opening("contact", "contact"),
  readAlso,
  meta,
  source,
  byline,
  caption,
  (text, { vocabulary }) =>
    weightOf(text) < 90 && vocabulary.holds("readingTime", text) ? ["furniture", "reading time"] : undefined,
  (text) =>
    text.length < 200 &&
    CRUMBS.test(text) &&
    !endsSentence(text) &&
    weightOf(text) < 200 &&
    !LIST_ITEM.test(text) &&
    !/^[>»]/u.test(text)
      ? ["furniture", "a path of sections"]
      : undefined,
  (text) =>
    text.length < 60 && text.replace(/[^\p{L}]/gu, "").length <= 2 && !endsSentence(text)
      ? ["furniture", "hardly a letter"]
      : undefined,
  (text) => (LIST_ITEM.test(text) ? ["list", "an item of a list"] : undefined),
];

/** Gives each line the first role that a rule knows for it; a line that none knows is body. */
export function markLines(lines: readonly Line[], page: Page): readonly MarkedLine[] {
  const marked = lines.map((line) => roleOf(line, page));
  return withoutBoxes(marked, page).map(
    (line, i, all) => namedAbove(line, all[i - 1], page) ?? noteBelow(line, all[i - 1], page) ?? line,
  );
}

const BOX_LINES = 14;

/** What may be jumped over is a box, up to the line that ends it: nothing in it is of the article. */
function withoutBoxes(lines: readonly MarkedLine[], { vocabulary }: Page): readonly MarkedLine[] {
  let end = -1;
  return lines.map((line, i) => {
    if (line.role === "skip") {
      const below = lines.slice(i + 1, i + 1 + BOX_LINES);
      const last = below.findIndex((one) => one.role !== "skip" && vocabulary.opening("skipEnds", one.text));
      if (last >= 0 && !below.slice(0, last).some(({ text }) => isSolid(text))) end = i + 1 + last;
    }
    return i <= end || line.role === "skip"
      ? { ...line, role: "furniture", why: "a box within the article" }
      : line;
  });
}

/** A name below a byline's label that stands alone. */
function namedAbove(
  line: MarkedLine,
  above: MarkedLine | undefined,
  { vocabulary }: Page,
): MarkedLine | undefined {
  const label = above && vocabulary.opening("by", above.text);
  if (label?.rest !== "" || line.role !== "body" || weightOf(line.text) > 80 || isProse(line.text))
    return undefined;
  const names = namesIn(line.text, vocabulary);
  const isNamed =
    names.length > 0 && names.every((name) => NAME.test(name)) && !/\p{L}{3}\.\s/u.test(line.text);
  return isNamed ? { ...line, role: "byline", why: `below "${label.label}"` } : undefined;
}

/** Right below who signed an article a sentence with the word for a change and a time of day tells of one. */
function noteBelow(
  line: MarkedLine,
  above: MarkedLine | undefined,
  { vocabulary, language }: Page,
): MarkedLine | undefined {
  const could = above?.role === "credit" && line.role === "body" && weightOf(line.text) < 300;
  return could &&
    vocabulary.holds("updated", line.text) &&
    momentsIn(line.text, language).some(({ time }) => time)
    ? { ...line, role: "note", why: "below the credit, tells when and what was changed" }
    : undefined;
}

function roleOf(line: Line, page: Page): MarkedLine {
  for (const rule of RULES) {
    const verdict = rule(line.text, page, line);
    if (verdict) return { ...line, role: verdict[0], why: verdict[1], says: verdict[2] ?? line.text };
  }
  return {
    ...line,
    role: "body",
    why: isProse(line.text) ? "sentences" : "nothing speaks against it",
    says: line.text,
  };
}

function neighbour(text: string, { vocabulary }: Page): Verdict | undefined {
  if (text.length > 300) return undefined;
  const found = vocabulary.opening("neighbours", text);
  const arrow = /^(?:[←«‹]|[→»›])\s*(\S.*)$|^(\S.*?)\s*[→←]$/u.exec(text);
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

function copyright(text: string, { vocabulary }: Page): Verdict | undefined {
  const opens = /^[<\s]*(?:[©ⓒ]|\(c\)\s|copyright\b|&copy;|™)/iu.test(text) && weightOf(text) < 300;
  return opens || (weightOf(text) < 400 && vocabulary.holds("copyright", text))
    ? ["copyright", "about copyright"]
    : undefined;
}

function whole(text: string, { vocabulary, language }: Page): Verdict | undefined {
  if (weightOf(text) > 120 || momentsIn(text, language).some(({ day }) => day)) return undefined;
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

function credit(text: string): Verdict | undefined {
  if (text.length > 120) return undefined;
  if (INITIALS.test(text)) return ["credit", "initials"];
  const match = CREDIT.exec(text);
  const names = match?.[2]?.split(/[,;/،、·]|\s-\s/u) ?? [];
  const short = names.every(
    (name) => name.trim().split(/\s+/u).length <= 3 && name.trim().length <= 24 && !/[.!?]/u.test(name),
  );
  return match && short && !/\d/u.test(text) ? ["credit", "agencies in brackets"] : undefined;
}

function note(text: string, { vocabulary, language }: Page): Verdict | undefined {
  const changed = weightOf(text) < 600 && vocabulary.opening("notes", text);
  const updated = weightOf(text) < 400 && vocabulary.opening("updated", text);
  if (!changed && !updated) return undefined;
  const isDated = momentsIn(text, language).length > 0;
  const says = !isDated || lettersBeside(text, vocabulary, language) > 12;
  if (changed && says) return ["note", "tells what was changed"];
  return updated && isDated && says && endsSentence(text)
    ? ["note", "tells when and what was changed"]
    : undefined;
}

/** Letters of a line that belong to no date and no label of one. */
function lettersBeside(text: string, { labels }: Vocabulary, language: string): number {
  let rest = text;
  for (const { start, end } of [...momentsIn(text, language)].reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return weightOf(rest.replace(labels, " ").replace(/[^\p{L}]/gu, ""));
}

function opening(kind: "prompts" | "tags" | "contact", role: Role): Rule {
  return (text, { vocabulary }) => {
    const found = weightOf(text) < 400 ? vocabulary.opening(kind, text) : undefined;
    if (!found || (kind === "tags" && (isProse(text) || !/^[^\p{L}]*\p{L}[^:：]{0,40}[:：]/u.test(text))))
      return undefined;
    return [role, `begins with "${found.label}"`];
  };
}

function readAlso(text: string, { vocabulary }: Page): Verdict | undefined {
  const found = weightOf(text) < 260 ? vocabulary.opening("readAlso", text) : undefined;
  if (found)
    return ["readAlso", `begins with "${found.label}"`, /[:：]$/u.test(found.rest) ? "" : found.rest];
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

/** A line of dates and labels, and little else. */
function meta(text: string, page: Page): Verdict | undefined {
  const { vocabulary, language } = page;
  if (weightOf(text) > 260) return undefined;
  const labelled = vocabulary.opening("published", text) ?? vocabulary.opening("updated", text);
  const moments = momentsIn(text, language);
  if (moments.length === 0) return labelled && emptyLabel(labelled.rest, page);
  if (LIST_ITEM.test(text) && moments[0]?.start !== 0) return undefined;
  const beside = lettersBeside(text, vocabulary, language);
  const isSentence = endsSentence(text) && beside > 8 && !/\s[·•|]\s/u.test(text);
  const isDated = labelled !== undefined || moments.some(({ day, impossible }) => day || impossible);
  if (!isDated || isSentence || beside > META_LETTERS * (labelled ? 2 : 1)) return undefined;
  return ["date", labelled ? `labelled "${labelled.label}"` : "a date"];
}

/** Labels with nothing behind them, or with a time that names no day. */
function emptyLabel(rest: string, { vocabulary, language }: Page): Verdict | undefined {
  const left = rest.replace(vocabulary.labels, "").trim();
  return !/\p{L}/u.test(left) || isRelative(left, language) ? ["date", "the label of a date"] : undefined;
}

function source(text: string, { vocabulary }: Page): Verdict | undefined {
  const found = weightOf(text) < 120 ? vocabulary.opening("source", text) : undefined;
  const marked =
    /[:：]/u.test(text) ||
    (found && found.label === found.label.toUpperCase() && found.label !== found.label.toLowerCase());
  return found && marked && found.rest !== "" && !isSolid(text)
    ? ["source", `begins with "${found.label}"`, found.rest]
    : undefined;
}

/** A name as it is written: with capitals where the script has them, and few words. */
const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’‐-]*)(?:\s+[\p{L}\p{M}.'’‐-]+){0,5}$/u;

function byline(text: string, { vocabulary }: Page): Verdict | undefined {
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

/** `(Agency: Name)` behind a caption. */
const TAKEN_BY = /\s\(\p{Lu}[^():]{1,38}:\s\p{Lu}[^():]{2,40}\)$/u;
/** A photographer's name in capitals behind a caption's full stop. */
const SIGNED_IN_CAPITALS =
  /\p{Ll}{2}[.!?][”»]?\s(?:\p{Lu}[\p{Lu}’'-]+\s)+\p{Lu}[\p{Lu}’'-]{3,}(?:\s?\/\s?[\p{L}\s.-]+)?$/u;
const DAY_BEHIND = /(?<=[)）])[^()（）\s]{0,8}年\d{1,2}月\d{1,2}日$/u;
/** So far from a line's beginning a label still opens it. */
const CAPTION_START = 6;

function caption(text: string, page: Page): Verdict | undefined {
  if (weightOf(text) > 420) return undefined;
  if (/^\[\d+\/\d+\]/u.test(text)) return ["caption", "one of several pictures"];
  return signedPicture(text, page) ?? labelledPicture(text, page);
}

function signedPicture(text: string, { vocabulary, heading }: Page): Verdict | undefined {
  const label =
    weightOf(text) < 250 &&
    vocabulary.words.captions.find((words) => words.includes(" ") && text.toLowerCase().startsWith(words));
  if (label) return ["caption", `begins with "${label}"`];
  if (
    heading.outlet &&
    weightOf(text) < 250 &&
    /[|/–—(（-]/u.test(text) &&
    fold(text).endsWith(` ${fold(heading.outlet)}`)
  )
    return ["caption", "ends with the outlet's name"];
  if (weightOf(text) < 260 && (TAKEN_BY.test(text) || SIGNED_IN_CAPITALS.test(text)))
    return ["caption", "ends with who took the picture"];
  if (weightOf(text) < 200 && vocabulary.pictureBy.test(text.replace(DAY_BEHIND, "")))
    return ["caption", "the credit of a picture in brackets"];
  return undefined;
}

function labelledPicture(text: string, { vocabulary }: Page): Verdict | undefined {
  const match = vocabulary.caption(text);
  if (!match) return undefined;
  if (match.index >= CAPTION_START && !/[.!?…–—|/)(-]\s*$/u.test(text.slice(0, match.index + 1)))
    return undefined;
  const behind = text.slice(match.index + match[0].length);
  return weightOf(behind) < 70 && !isSolid(behind) && (match.index < CAPTION_START || behind !== "")
    ? ["caption", "the credit of a picture"]
    : undefined;
}
