/** A withdrawal that is dated later than now is told in the same words by all that tells of it, before that moment and after. */
import { beforeEach, expect, test } from "vitest";
import { keeperOf } from "../../src/archive/keeper.ts";
import { readyOf } from "../../src/build/ready.ts";
import { type App, createApp } from "../../src/http/app.ts";
import { readyIn } from "../../src/http/ready.ts";
import { pages } from "../../src/pages/index.tsx";
import { app, article, ask, NOW, ORIGIN, publication } from "../sample.ts";
import { archived, filingOf, libraryOf } from "./kept.ts";

const WHEN = "2026-06-01T13:00:00Z";
const own = publication({ url: ORIGIN });
const held = [
  article({ published: "2026-05-20T08:00:00Z" }),
  article({
    slug: "gone",
    published: "2026-05-01T08:00:00Z",
    updated: WHEN,
    withdrawn: true,
    contentHtml: "",
    summary: "",
  }),
];

const clock = { now: 0 };
const tell = () => clock.now;
beforeEach(() => {
  clock.now = Date.parse(NOW);
});

/** In memory, in an archive, and written ahead at this moment. */
function all(): Readonly<Record<string, App>> {
  const files = new Map<string, Uint8Array>();
  const keeper = keeperOf(({ name, bytes }) => files.set(name, bytes));
  const ready = readyOf({ publication: own, isLarge: false, ...filingOf(held) }, keeper, clock.now);
  const library = libraryOf(own, archived(own, held));
  const find = readyIn(ready, async (name) => files.get(name), own.cache);
  return {
    memory: app({ publication: own, articles: held, clock: tell }),
    archive: createApp({ publication: own, library, pages, clock: tell }),
    ahead: createApp({ publication: own, library, ready: find, pages, clock: tell }),
  };
}

const told = async (asked: App, path: string) => {
  const answer = await ask(asked, path);
  return { headers: Object.fromEntries(answer.headers), text: await answer.text() };
};

const PATHS = ["/atom.xml", "/rss.xml", "/smartnews.xml", "/topics/tides/atom.xml", "/languages/en/atom.xml"];

test.each(PATHS)(
  "%s is the same in memory, in an archive and written ahead, at every moment",
  async (path) => {
    const { memory, ...others } = all();
    if (!memory) throw new Error("no app");
    for (const seconds of [0, 3599, 1, 86_400]) {
      clock.now += seconds * 1000;
      const expected = await told(memory, path);
      for (const [name, asked] of Object.entries({ ...others, anew: all().ahead }))
        if (asked) expect(await told(asked, path), `${name} at ${clock.now}`).toEqual(expected);
    }
  },
);

test("no moment is told before it comes", async () => {
  for (const asked of Object.values(all())) {
    const atom = (await told(asked, "/atom.xml")).text;
    expect(atom).toMatch(/<at:deleted-entry ref="[^"]*" when="2026-05-01T08:00:00Z"\/>/);
    for (const path of PATHS) expect((await told(asked, path)).text).not.toMatch(/13:00:00/);
  }
});

test("once it comes, the text, the date in it, Last-Modified and the tag tell of it", async () => {
  for (const [name, asked] of Object.entries(all())) {
    clock.now = Date.parse(NOW);
    const before = await told(asked, "/atom.xml");
    expect(before.headers["cache-control"]).toMatch(/^public, max-age=(900|\d{4}),/);
    clock.now = Date.parse(WHEN);
    const after = await told(asked, "/atom.xml");
    expect(after.text, name).toContain(`when="${WHEN}"`);
    expect(after.text, name).toContain(`<updated>${WHEN}</updated>`);
    expect(after.headers["last-modified"], name).toBe("Mon, 01 Jun 2026 13:00:00 GMT");
    expect(before.headers["last-modified"], name).toBe("Wed, 20 May 2026 08:00:00 GMT");
    expect(after.headers.etag).not.toBe(before.headers.etag);
  }
});

test("Last-Modified does not go back where the newest article is withdrawn without a date", async () => {
  const newest = article({ slug: "newest", published: "2026-05-30T08:00:00Z" });
  const modified = async (last: typeof newest) =>
    (await told(app({ articles: [...held, last] }), "/rss.xml")).headers["last-modified"];
  expect(await modified({ ...newest, withdrawn: true })).toBe(await modified(newest));
});
