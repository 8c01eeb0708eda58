import { plainSpaced } from "../characters.ts";
import { momentsIn } from "../dates.ts";
import { joinedText } from "./hyphen.ts";
import type { Line } from "./lines.ts";
import { endsSentence, isProse, isSolid, LIST_ITEM } from "./prose.ts";

/** Where mail programs, agencies and narrow columns break lines. */
const WIDEST = 90;
const NARROWEST = 50;
/** So many lines broken in this way are no chance. */
const ENOUGH = 6;

/**
 * Puts lines together that were broken at a column: the next line's first word would not have fitted on the line any more,
 * or the line stands in one of several blocks whose lines, but for their last ones, are nearly as long as each other.
 */
export function unwrapped(lines: readonly Line[], language: string): readonly Line[] {
  const once = saidOnce(lines);
  const broken = new Set(
    [...brokenAtColumn(once), ...brokenInBlocks(once, language), ...brokenAtLinks(once)].map(
      ({ number }) => number,
    ),
  );
  if (broken.size === 0) return lines;
  const joined: Line[] = [];
  let goesOn = false;
  for (const line of lines) {
    const last = joined.at(-1);
    if (goesOn && last) joined.splice(-1, 1, { ...last, text: joinedText(last.text, line.text, language) });
    else joined.push(line);
    goesOn = broken.has(line.number);
  }
  return joined;
}

/**
 * Lines that a page broke around its links: text that goes on in lower case belongs to the line above, and to the one above
 * that, where the link between them begins with a capital.
 */
function brokenAtLinks(lines: readonly Line[]): readonly Line[] {
  const isOpenText = (line: Line | undefined): boolean =>
    line !== undefined && !endsSentence(line.text) && !LIST_ITEM.test(line.text) && /\s/u.test(line.text);
  return lines.flatMap((line, i) => {
    const [above, link] = [lines[i - 2], lines[i - 1]];
    if (line.gap || !/^\p{Ll}/u.test(line.text) || !link || !isOpenText(link)) return [];
    if (!isSolid(line.text)) return link.text.length >= VERSE && isProse(line.text) ? [link] : [];
    const isLink = !link.gap && above && isOpenText(above) && above.text.length >= SHORTEST - 10;
    return isLink ? [above, link] : [link];
  });
}

/** What a page says again right below is a title, however long: it parts like a gap, and is no part of a paragraph. */
function saidOnce(lines: readonly Line[]): readonly Line[] {
  const isSame = lines.map((line, i) => i > 0 && saysTheSame(line.text, lines[i - 1]?.text ?? ""));
  const isAgain = lines.map((_, i) => isSame[i] || isSame[i + 1]);
  return lines.flatMap((line, i) => (isAgain[i] ? [] : isAgain[i - 1] ? [{ ...line, gap: true }] : [line]));
}

/** But for the kinds of its spaces. */
const saysTheSame = (one: string, other: string): boolean =>
  one === other || (one.length === other.length && plainSpaced(one) === plainSpaced(other));

function brokenAtColumn(lines: readonly Line[]): readonly Line[] {
  const full = lines.flatMap((line, i) => (isOpen(line, lines[i + 1]) ? [{ line, next: lines[i + 1] }] : []));
  const width = full.reduce((widest, { line }) => Math.max(widest, line.text.length), 0);
  const broken = full.filter(({ line, next }) => fills(line, next, width)).map(({ line }) => line);
  return broken.length < ENOUGH || broken.length < full.length * 0.7 ? [] : broken;
}

/** A line of text that another follows without a gap. */
const isOpen = ({ text }: Line, next: Line | undefined): boolean =>
  next !== undefined && !next.gap && text.length >= NARROWEST && text.length <= WIDEST;

function fills({ text }: Line, next: Line | undefined, width: number): boolean {
  const word = next?.text.split(/\s/u)[0] ?? "";
  return text.length + 1 + word.length > width && !(endsSentence(text) && text.length < width - 20);
}

/** Of the widest line's length, what a broken one has at least. */
const NEARLY = 0.6;
const SHORTEST = 28;
/** Verses are shorter. */
const VERSE = 48;
const BLOCKS = 2;
/** Of the lines behind a broken one, so many may begin with a capital: in verses nearly all do. */
const CAPITALS = 0.65;

/** Blocks between gaps; several of them must look broken, and so much alike, before any is put together. */
function brokenInBlocks(lines: readonly Line[], language: string): readonly Line[] {
  const isWithin = (line: Line, i: number) => !line.gap && lines[i + 1]?.gap === false;
  const goesOn = ({ gap, text }: Line) => !gap && /^\p{Ll}/u.test(text);
  if (!lines.some(goesOn) && lines.filter(isWithin).length < BLOCKS) return [];
  const blocks = blocksOf(lines, language);
  const clear = blocks.filter((block) => block.length > 2 && isBroken(block, widthOf(block)));
  if (clear.length < BLOCKS) return blocks.filter(isSurelyBroken).flatMap((block) => block.slice(0, -1));
  const width = clear.reduce((most, block) => Math.max(most, widthOf(block)), 0);
  return blocks.filter((block) => isBroken(block, width)).flatMap((block) => block.slice(0, -1));
}

/** Runs of lines without a gap, without the day that may stand above the text. */
function blocksOf(lines: readonly Line[], language: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (!last || line.gap || (last.length === 1 && isDated(last[0]?.text ?? "", language)))
      blocks.push([line]);
    else last.push(line);
  }
  return blocks;
}

const widthOf = (block: readonly Line[]): number =>
  block.reduce((most, { text }) => Math.max(most, text.length), 0);

function isBroken(block: readonly Line[], width: number): boolean {
  const open = block.slice(0, -1);
  const goesOn = open.filter(({ text }) => !endsSentence(text)).length;
  const capitals = block.slice(1).filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  return (
    open.length > 0 &&
    width >= SHORTEST &&
    goesOn > open.length / 2 &&
    capitals <= Math.max(1, open.length * CAPITALS) &&
    open.every(({ text }) => text.length >= width * NEARLY && text.length <= width) &&
    block.slice(1).every(({ text }) => text.length <= width && !LIST_ITEM.test(text)) &&
    width <= WIDEST
  );
}

/** A block that looks broken though no other does: its lines are longer than verses, some go on in lower case, and it ends with a sentence. */
const isSurelyBroken = (block: readonly Line[]): boolean =>
  isBroken(block, widthOf(block)) &&
  block.slice(0, -1).every(({ text }) => text.length >= VERSE - SLACK) &&
  block.slice(1).some(({ text }) => /^\p{Ll}/u.test(text)) &&
  endsSentence(block.at(-1)?.text ?? "");

/** A line may be shorter by a long word than its column. */
const SLACK = 8;

const BESIDE = 24;

/** A day, and few letters beside it. */
function isDated(text: string, language: string): boolean {
  if (text.length > WIDEST) return false;
  const moments = momentsIn(text, language);
  const letters = (part: string) => part.replace(/[^\p{L}]/gu, "").length;
  return (
    moments.some(({ day }) => day) &&
    letters(text) - moments.reduce((sum, { start, end }) => sum + letters(text.slice(start, end)), 0) <=
      BESIDE
  );
}
