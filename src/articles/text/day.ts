import { momentsIn } from "../dates.ts";
import { type Piece, piecesOf } from "./pieces.ts";

export const isDay = (text: string, language: string): boolean => lettersBesideDay(text, language) < 12;

/** A place may stand before it. */
export const isMostlyDay = (text: string, language: string): boolean => lettersBesideDay(text, language) < 24;

/** The parts of a title line but for its day. */
export const undatedPieces = (text: string, language: string): readonly Piece[] =>
  piecesOf(text).filter((piece, i) => i === 0 || !isDay(piece.text, language));

function lettersBesideDay(text: string, language: string): number {
  const [moment, ...more] = momentsIn(text, language);
  if (!moment?.day || more.length > 0) return Number.POSITIVE_INFINITY;
  return (text.slice(0, moment.start) + text.slice(moment.end)).replace(/[^\p{L}]/gu, "").length;
}
