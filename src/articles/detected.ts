import { detectLanguage } from "./languages.ts";
import { weightOf } from "./text/prose.ts";

/** A text in Latin letters that is shorter than this tells no language. */
const TELLING = 40;

/**
 * The language of a text of markup; nothing where it is too short to tell. Other letters than Latin tell it at any length:
 * their script has few languages, of which a short text is taken to be in the publication's, if that is one of them.
 */
export function detectedIn(text: string, publication: string): string | undefined {
  const isLong = weightOf(text.trim()) >= TELLING;
  if (!isLong && !isForeign(text)) return undefined;
  const detected = detectLanguage(text);
  return !isLong && detected && haveOneScript(detected, publication) ? undefined : detected;
}

/** Whether most letters of a text, but for tags and addresses, are not Latin. */
function isForeign(text: string): boolean {
  const letters = text.replace(NO_TEXT, "").match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => !LATIN.test(letter)).length > letters.length / 2;
}

const NO_TEXT = /<[^<>]*>|\]\([^()]*\)|\w+:\/\/\S+/g;
const LATIN = /\p{Script=Latin}/u;

/** Whether two languages are written alike; a few characters of Han may be Japanese. */
function haveOneScript(detected: string, publication: string): boolean {
  const [script, own] = [detected, publication].map((tag) => new Intl.Locale(tag).maximize().script);
  return script === own || (/^Han/.test(script ?? "") && /^(?:Han|Jpan)/.test(own ?? ""));
}
