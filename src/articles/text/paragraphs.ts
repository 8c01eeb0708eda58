import type { MarkedLine } from "./lines.ts";
import { endsSentence, LIST_ITEM, weightOf } from "./prose.ts";

/** A part of an article's body, as plain text. */
export interface Block {
  readonly kind: "paragraph" | "heading" | "list";
  readonly texts: readonly string[];
}

/** Puts lines together to paragraphs, lists and headings. */
export function blocksOf(lines: readonly MarkedLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let items: string[] | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.role !== "list" || isDialogue(line.text)) {
      items = undefined;
      blocks.push({ kind: isHeading(line, lines[i + 1], i) ? "heading" : "paragraph", texts: [line.text] });
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

/** In Japanese and Chinese what is said ends with its closing mark alone. */
const SPOKEN = /^[「『“].{10,}[」』”]$/u;

/** Short, no sentence, and something follows. */
function isHeading(line: MarkedLine, next: MarkedLine | undefined, index: number): boolean {
  return (
    index > 0 &&
    next !== undefined &&
    weightOf(line.text) < 90 &&
    !endsSentence(line.text) &&
    !LIST_ITEM.test(line.text) &&
    !SPOKEN.test(line.text)
  );
}
