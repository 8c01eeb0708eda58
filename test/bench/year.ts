import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/articles/article.ts";
import { escapeMarkup } from "../../src/articles/escape.ts";
import { articles } from "./articles.ts";

const CASES = join(import.meta.dirname, "../reading/cases");
const HOUR = 3_600_000;
const DAYS = 365;
/** Articles come at eight-hour intervals, not on the hour at which readers poll. */
const EVERY = 8 * HOUR;
const OFFSET = HOUR / 2;
/** Enough to fill a feed before the year begins. */
const BEFORE = 60;
const BODY_CHARACTERS = 2800;

export const BEGIN = Date.UTC(2025, 0, 1);
/** The moments of the year's hourly polls. */
export const POLLS: readonly number[] = Array.from({ length: DAYS * 24 }, (_, hour) => BEGIN + hour * HOUR);

/** Three articles a day of the owner's size, of sentences that people wrote; none comes twice in one feed. */
export function yearOfArticles(): readonly Article[] {
  const lines = prose();
  let at = 0;
  const body = (): readonly string[] => {
    const taken: string[] = [];
    while (taken.join("").length < BODY_CHARACTERS) taken.push(lines[at++ % lines.length] ?? "");
    return taken;
  };
  return articles(BEFORE + DAYS * 3).map((article, number) => {
    const paragraphs = body();
    const moment = BEGIN + OFFSET + (number - BEFORE) * EVERY;
    return {
      ...article,
      title: (paragraphs[0] ?? "").slice(0, 70),
      published: new Date(moment).toISOString().replace(".000", ""),
      summary: (paragraphs[0] ?? "").slice(0, 280),
      contentHtml: paragraphs.map((text) => `<p>${escapeMarkup(text)}</p>`).join("\n"),
    };
  });
}

const PROSE_CHARACTERS = 60;
const LATIN = /^[\x20-\x7e\u00a0-\u024f\u2010-\u2027\u2039\u203a]+$/;

/** Paragraphs of the texts by which reading is measured, in languages that share a script with the owner's. */
function prose(): readonly string[] {
  const lines = readdirSync(CASES)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(join(CASES, name), "utf8").split(/\r?\n/))
    .filter((line) => line.length >= PROSE_CHARACTERS && LATIN.test(line));
  return [...new Set(lines)];
}
