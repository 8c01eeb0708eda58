/** Whether a text is a language tag (BCP 47), in whatever letters it is written. */
export const isLanguageTag = (text: string): boolean => canonical(text) !== undefined;

/** Whether a text is a language tag as it is written canonically: `pt-BR`, not `pt-br`. */
export const isCanonicalTag = (text: string): boolean => canonical(text) === text;

function canonical(text: string): string | undefined {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return undefined; // Intl has no other way to say that a tag is malformed.
  }
}
