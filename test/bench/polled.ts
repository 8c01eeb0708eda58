import type { Article } from "../../src/articles/article.ts";
import { type App, createApp } from "../../src/http/app.ts";
import { pages } from "../../src/pages/index.tsx";
import { publication } from "./articles.ts";

interface Bindings {
  /** All that is published in the year, as JSON. */
  readonly ARTICLES: ArrayBuffer;
}

let app: App | undefined;
let now = 0;

/** The real app but for its clock, which each request brings along. */
export default {
  fetch(request: Request, { ARTICLES }: Bindings): Response | Promise<Response> {
    now = Number(request.headers.get("x-clock"));
    app ??= createApp({
      publication,
      articles: JSON.parse(new TextDecoder().decode(ARTICLES)) as Article[],
      pages,
      clock: () => now,
    });
    return app.fetch(request);
  },
};
