import type { Article } from "../../src/articles/article.ts";
import type { App } from "../../src/http/app.ts";
import { app, article, ask } from "../sample.ts";

/** An article of a day in March. */
export const at = (day: number, more: Partial<Article> = {}) =>
  article({ slug: `day-${day}`, published: `2026-03-${String(day).padStart(2, "0")}T08:00:00Z`, ...more });

/** What there was, and what there is now. */
export const before = [1, 2, 3, 4, 5].map((day) => at(day));
export const fresh = at(6);
export const old = app({ articles: before });
export const asked = app({ articles: [...before, fresh] });

export const tagOf = async (path: string, of = old) => (await ask(of, path)).headers.get("etag") ?? "";

interface Again {
  readonly held?: App;
  readonly of?: App;
  /** What becomes of the tag on its way. */
  readonly tag?: (tag: string) => string;
  readonly wanted?: string;
}

/** Asks as a reader does that has what there was before. */
export async function again(
  path: string,
  { of = asked, held = old, tag = (one) => one, wanted = "feed" }: Again = {},
) {
  const headers = { "a-im": wanted, "if-none-match": tag(await tagOf(path, held)) };
  return ask(of, path, { headers });
}
