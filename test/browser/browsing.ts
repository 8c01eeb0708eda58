import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { launched } from "./launched.ts";
import { watch } from "./watched.ts";

/** A page that was opened. */
export interface Opened {
  readonly page: Page;
  /** What the browser complained of: {@link watch}. */
  readonly complaints: readonly string[];
}

/** Opens pages of a publication while the tests of a file run, each in a browser of its own that knows nothing yet. */
export function browsing(origin: string) {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(() => browser.close());
  /** A page on which nothing is open yet; it is closed with its test. Whatever watches a page turns its cache off. */
  const unwatched = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: origin, ...options });
    onTestFinished(() => context.close());
    return context.newPage();
  };
  const blank = async (options: BrowserContextOptions = {}): Promise<Opened> => {
    const page = await unwatched(options);
    return { page, complaints: await watch(page, origin) };
  };
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Opened> => {
    const opened = await blank(options);
    await opened.page.goto(path);
    return opened;
  };
  return { unwatched, blank, open };
}
