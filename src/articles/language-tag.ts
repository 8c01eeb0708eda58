import { remembering } from "./remembering.ts";

/** Whether a text is a language tag (BCP 47), in whatever letters it is written. */
export const isLanguageTag = (text: string): boolean => canonicalTag(text) !== undefined;

/** Whether a text is a language tag as it is written canonically: `pt-BR`, not `pt-br`. */
export const isCanonicalTag = (text: string): boolean => canonicalTag(text) === text;

/** A language tag as it is written canonically; nothing where a text is none. */
export const canonicalTag = (text: string): string | undefined => tagIn(text).tag;

/** What a language is called in another. Extensions and what is private about a tag (`de-x-mtfrom-en`) have no name. */
export function nameOfLanguage(tag: string, language: string): string {
  const names = new Intl.DisplayNames([language, "en"].filter(isLanguageTag), { type: "language" });
  return names.of(new Intl.Locale(tag).baseName) ?? tag;
}

const tagIn = remembering((text): { readonly tag?: string } => {
  try {
    const locale = new Intl.Locale(text);
    return locale.language.length > LONGEST ? {} : { tag: locale.toString() };
  } catch {
    return {}; // Intl has no other way to say that a tag is malformed.
  }
});

/** No language has a code of more letters (BCP 47 §2.2.1); a name such as `english` is none. */
const LONGEST = 3;
