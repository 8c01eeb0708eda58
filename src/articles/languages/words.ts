/**
 * What differs by language when the text of a saved page is read: adding a language is adding one file of these.
 * All are in lower case and NFC, without the colon, arrow, number or emoji that may stand beside them on a page.
 * English labels are looked for on every page beside those of its own language.
 */
export interface Words {
  /** Written between slashes, the month comes first (06/19/2024). */
  readonly monthFirst: boolean;
  /** Names of months beside those that CLDR has (long and short, alone and beside a day): `{ jänner: 1 }`. */
  readonly months: Readonly<Record<string, number>>;
  /** What follows an hour ("11:35 uhr", "11 heures"). */
  readonly hours: readonly string[];
  /** Labels right before the moment of publication. */
  readonly published: readonly string[];
  /** Labels right before the moment of a change. */
  readonly updated: readonly string[];
  /** Beginnings of a sentence that tells what was changed or corrected since publication. */
  readonly notes: readonly string[];
  /** What stands before the names of those who wrote ("von", "text", "reporting by"). */
  readonly by: readonly string[];
  /** What stands behind a writer's name (기자, 記者). */
  readonly bySuffix: readonly string[];
  /** What joins the last two names. */
  readonly and: readonly string[];
  /** Stands where a writer's name would, or beside one, and is none ("redaktion", "agencias", "staff reporter"). */
  readonly staff: readonly string[];
  /** Labels right before or alone above the headline of the previous or the next article. */
  readonly neighbours: readonly string[];
  /** Labels of a reference to another article inside a body, alone on a line or before its headline. */
  readonly readAlso: readonly string[];
  /** Whole lines behind which nothing of the article comes any more (lists of other articles, comments, tags). */
  readonly ends: readonly string[];
  /** Whole lines that are never part of an article, wherever they stand (navigation, buttons, labels of advertisements). */
  readonly furniture: readonly string[];
  /** Beginnings of lines that want something of the reader (newsletter, cookies, subscription, sharing, following). */
  readonly prompts: readonly string[];
  /** Phrases that only stand in a short line which asks for a subscription, support or a download. */
  readonly asks: readonly string[];
  /** By what a page asks to be followed elsewhere, at the beginning of a line that names a platform. */
  readonly follow: readonly string[];
  /** Beginning and end of a line by which one may jump over a box within an article ("Skip … and continue reading"). */
  readonly skips: readonly (readonly [string, string])[];
  /** Beginnings of the line behind such a box ("End of …"). */
  readonly skipEnds: readonly string[];
  /** Labels before the name of a photographer or an agency in the credit of a picture. */
  readonly captions: readonly string[];
  /** Labels before a list of tags or topics. */
  readonly tags: readonly string[];
  /** Phrases that only stand in a line about copyright. */
  readonly copyright: readonly string[];
  /** Phrases that only stand in a line about the time that reading takes, or how often it was read. */
  readonly readingTime: readonly string[];
  /** Whole lines or beginnings of lines behind which a press release has only contacts and notes. */
  readonly contact: readonly string[];
  /** Labels before the name of the outlet or agency that an article was taken from. */
  readonly source: readonly string[];
}
