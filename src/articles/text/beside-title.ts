import { momentsIn } from "../dates.ts";
import type { Line } from "./lines.ts";
import { fold, type Piece, type Run } from "./pieces.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The piece beside the title that is the outlet's name: behind the title an address, one in the line of copyright, or the last one; else one before it that the page says again. */
export function outletOf(
  pieces: readonly Piece[],
  run: Run,
  others: readonly Line[],
  { opening }: Vocabulary,
): string | undefined {
  const before = pieces.slice(0, run.from).map((piece) => piece.text);
  const behind = pieces
    .slice(run.to + 1)
    .map((piece) => piece.text)
    .filter((text) => !opening("by", text));
  const sure = behind.findLast((text) => DOMAIN.test(text)) ?? behind.find((text) => hasRights(text, others));
  const outlet = sure ?? behind.at(-1) ?? before.find((text) => isNamed(text, others)) ?? before[0];
  return outlet && (shorter(outlet, others) ?? outlet.replace(/^（(.*)）$/u, "$1"));
}

/** A host's name. */
export const DOMAIN = /^[\p{L}\d-]+(?:\.\p{L}[\p{L}\d-]+)+$/u;

/** In scripts without spaces a name may go on with what the outlet is: the page says the name alone elsewhere. */
const shorter = (name: string, others: readonly Line[]): string | undefined =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
    ? others.find(({ text }) => text.length >= 4 && text.length < name.length && name.startsWith(text))?.text
    : undefined;

/** An outlet's name without a day that is glued to it. */
export function withoutDay(name: string | undefined, language: string): string | undefined {
  const moment = name ? momentsIn(name, language).find(({ day }) => day) : undefined;
  return name && moment
    ? (name.slice(0, moment.start) + name.slice(moment.end)).replace(/^[\s,|·–-]+|[\s,|·–-]+$/gu, "") ||
        undefined
    : name;
}

/** Whether the page names this elsewhere, as it does with its own name: alone on a line, or in its line of copyright. */
export function isNamed(name: string, others: readonly Line[]): boolean {
  const folded = fold(name);
  const says = (text: string) => text.length <= name.length * 2 + 20 && fold(text) === folded;
  return (
    folded.length > 1 &&
    (others.some(({ text }) => text.length < 200 && says(text)) || hasRights(name, others))
  );
}

/** Whether a line of copyright names it. */
function hasRights(name: string, others: readonly Line[]): boolean {
  const folded = fold(name);
  return (
    folded.length > 1 &&
    others.some(
      ({ text }) => text.length < 200 && RIGHTS.test(text) && ` ${fold(text)} `.includes(` ${folded} `),
    )
  );
}

const RIGHTS = /©|\(c\)|copyright/iu;
