/** Whether a text is a language tag (BCP 47), in whatever letters it is written. */
export const isLanguageTag = (text: string): boolean => canonical(text) !== undefined;

/** Whether a text is a language tag as it is written canonically: `pt-BR`, not `pt-br`. */
export const isCanonicalTag = (text: string): boolean => canonical(text) === text;

/** What a language is called in another. Extensions and what is private about a tag (`de-x-mtfrom-en`) have no name. */
export function nameOfLanguage(tag: string, language: string): string {
  const names = new Intl.DisplayNames([language, "en"].filter(isLanguageTag), { type: "language" });
  return names.of(new Intl.Locale(tag).baseName) ?? tag;
}

function canonical(text: string): string | undefined {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return undefined; // Intl has no other way to say that a tag is malformed.
  }
}
