import { plainSpaced } from "../characters.ts";
import { fold } from "./pieces.ts";
import { isSolid, weightOf } from "./prose.ts";
import type { Page, Verdict } from "./rule.ts";

/** `(Agency: Name)` behind a caption. */
const TAKEN_BY = /\s\(\p{Lu}[^():]{1,38}:\s\p{Lu}[^():]{2,40}\)$/u;

/** `APA / Anna Berg` alone on a line. */
const AGENCY_AND_NAME =
  /^(?:\p{Lu}{2,8}|Getty(?: Images)?|iStock|Shutterstock)\s?\/\s?\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}[\p{L}.]+){0,3}$/u;
/** A photographer's name in capitals behind a caption's full stop. */
const SIGNED_IN_CAPITALS =
  /\p{Ll}{2}[.!?][”»]?\s(?:\p{Lu}[\p{Lu}’'-]+\s)+\p{Lu}[\p{Lu}’'-]{3,}(?:\s?\/\s?[\p{L}\s.-]+)?$/u;

const DAY_BEHIND = /(?<=[)）])[^()（）\s]{0,8}年\d{1,2}月\d{1,2}日$/u;

/** So far from a line's beginning a label still opens it. */
const CAPTION_START = 6;

export function caption(text: string, page: Page): Verdict | undefined {
  if (weightOf(text) > 420) return undefined;
  if (/^\[\d+\/\d+\]/u.test(text)) return ["caption", "one of several pictures"];
  return signedPicture(text, page) ?? labelledPicture(text, page);
}

function signedPicture(text: string, { vocabulary, heading }: Page): Verdict | undefined {
  const opening = plainSpaced(text.toLowerCase());
  const label = weightOf(text) < 250 && vocabulary.longCaptions.find((words) => opening.startsWith(words));
  if (label) return ["caption", `begins with "${label}"`];
  if (
    heading.outlet &&
    weightOf(text) < 250 &&
    /[|/–—(（-]/u.test(text) &&
    fold(text).endsWith(` ${fold(heading.outlet)}`)
  )
    return ["caption", "ends with the outlet's name"];
  if (weightOf(text) < 60 && AGENCY_AND_NAME.test(text))
    return ["caption", "an agency and who took the picture"];
  if (weightOf(text) < 260 && (TAKEN_BY.test(text) || SIGNED_IN_CAPITALS.test(text)))
    return ["caption", "ends with who took the picture"];
  if (weightOf(text) < 200 && vocabulary.endsWithPicture(text.replace(DAY_BEHIND, "")))
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
