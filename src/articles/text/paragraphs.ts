import type { MarkedLine } from "./lines.ts";
import { endsSentence, isSolid, LIST_ITEM, weightOf } from "./prose.ts";

/** A part of an article's body, as plain text. */
export interface Block {
  readonly kind: "paragraph" | "heading" | "list";
  readonly texts: readonly string[];
}

/** Puts lines together to paragraphs, lists and headings. */
export function blocksOf(lines: readonly MarkedLine[]): readonly Block[] {
  const blocks: Block[] = [];
  const [listed, headings] = [itemsIn(lines), headingsIn(lines)];
  let items: string[] | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.role !== "list" || (isDialogue(line.text) && !listed.has(i))) {
      items = undefined;
      blocks.push({ kind: headings.has(i) ? "heading" : "paragraph", texts: [line.text] });
    } else if (items) items.push(line.text);
    else {
      items = [line.text];
      blocks.push({ kind: "list", texts: items });
    }
  }
  return blocks;
}

/** A dash before a sentence is somebody speaking. */
const isDialogue = (text: string): boolean => /^[-–—]\s/u.test(text) && endsSentence(text);

/** What stands where people speak: a question, a cry, and who says so behind another dash. */
const SPEECH = /[?!¿¡？！؟]|\s[-–—]\s/u;

/**
 * The numbers of lines that are items of a list, though they end like what is said: hyphens (which dialogues seldom have in
 * place of dashes) before three calm sentences, or before two that a colon announces or of which one is no sentence.
 */
function itemsIn(lines: readonly MarkedLine[]): ReadonlySet<number> {
  const runs = runsOf(lines, ({ role, text }) => role === "list" && /^-\s/u.test(text));
  const items = runs.filter((run) => {
    const texts = run.map((i) => lines[i]?.text ?? "");
    const above = lines[(run[0] ?? 0) - 1]?.text ?? "";
    const few = /[:：]$/u.test(above) || !texts.every(endsSentence) ? 2 : 3;
    return run.length >= few && !texts.some((text) => SPEECH.test(text.slice(1)));
  });
  return new Set(items.flat());
}

/** In Japanese and Chinese what is said ends with its closing mark alone. */
const SPOKEN = /^[「『“].{10,}[」』”]$/u;

/** Short, and no sentence. */
const isShort = ({ text, role }: MarkedLine): boolean =>
  role !== "list" &&
  weightOf(text) < 90 &&
  !endsSentence(text) &&
  !LIST_ITEM.test(text) &&
  !SPOKEN.test(text);

/** So many short lines one after another are verses, ingredients or rows. */
const MANY = 3;

/** The numbers of headings: something follows each of them, and none ends like a part of a sentence. */
function headingsIn(lines: readonly MarkedLine[]): ReadonlySet<number> {
  const found = runsOf(lines, isShort).flatMap((run) =>
    run.length < MANY ? run : run.filter((i) => opensRun(lines, run, i) || opensText(lines, run, i)),
  );
  return new Set(
    found.filter((i) => i > 0 && i < lines.length - 1 && !/[,;：，、；،؛]$/u.test(lines[i]?.text ?? "")),
  );
}

/** A line apart above short lines that are not. */
const opensRun = (lines: readonly MarkedLine[], run: readonly number[], i: number): boolean =>
  i === run[0] && lines[i + 1]?.gap === true && lines[i + 2]?.gap === false;

/** The last short line above a paragraph, unless a gap parts it from that and none from the others. */
function opensText(lines: readonly MarkedLine[], run: readonly number[], i: number): boolean {
  const [line, next] = [lines[i], lines[i + 1]];
  return i === run.at(-1) && next !== undefined && isSolid(next.text) && (line?.gap === true || !next.gap);
}

/** The numbers of lines that a rule holds for, those right behind one another together. */
function runsOf(
  lines: readonly MarkedLine[],
  holds: (line: MarkedLine) => boolean,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [i, line] of lines.entries()) {
    if (!holds(line)) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === i - 1) last.push(i);
    else runs.push([i]);
  }
  return runs;
}
