import type { Line, Role } from "./lines.ts";
import type { Heading } from "./title.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is known of the whole page when a line is looked at. */
export interface Page {
  readonly heading: Heading;
  readonly language: string;
  readonly vocabulary: Vocabulary;
}

export type Verdict = readonly [Role, string, string?];

/** Says what a line is and why (and what of it matters), where it can tell. */
export type Rule = (text: string, page: Page, line: Line) => Verdict | undefined;
