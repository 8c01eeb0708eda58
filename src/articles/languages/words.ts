/** What differs by language when text is read: adding a language is adding one file of these. All in lower case. */
export interface Words {
  /** Written between slashes, the month comes first (06/19/2024). */
  readonly monthFirst: boolean;
  /** Names of months beside those that CLDR has. */
  readonly months: Readonly<Record<string, number>>;
  /** What follows an hour that has no minutes ("11 Uhr"). */
  readonly hours: readonly string[];
  /** Labels before the moment of publication. */
  readonly published: readonly string[];
  /** Labels before the moment of a change, and the beginnings of notes that tell of one. */
  readonly updated: readonly string[];
  /** What stands before the names of those who wrote. */
  readonly by: readonly string[];
  /** What joins the last two names. */
  readonly and: readonly string[];
  /** Labels of the headlines before and after this one on the same page. */
  readonly neighbours: readonly string[];
}
