import { namesIn } from "./names.ts";
import { endsSentence, weightOf } from "./prose.ts";
import { NAME } from "./signed.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whether a line is the name of a writer, with what says so before or behind it. */
export function isSigned(text: string, vocabulary: Vocabulary): boolean {
  if (weightOf(text) > LONGEST) return false;
  const labelled = vocabulary.opening("by", text)?.rest;
  const names = labelled === undefined ? [] : namesIn(labelled, vocabulary);
  const isBehind = weightOf(text) < 60 && vocabulary.bySuffix.test(text) && !endsSentence(text);
  return isBehind || (names.length > 0 && names.every((name) => NAME.test(name)));
}

const LONGEST = 200;
