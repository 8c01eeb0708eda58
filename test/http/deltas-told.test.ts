/** RFC 3229 with the "feed" instance manipulation: which entries are sent, and when only the whole will do. */
import { expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { app, ask, FILES, type File, publication, undated } from "../sample.ts";
import { again, at, before, fresh, tagOf } from "./delta.ts";
import { entriesIn } from "./follower.ts";

/** What a reader that had the articles before is sent, after they have become others. */
async function sent(articles: readonly Article[], file: File, first: readonly Article[] = before) {
  const answer = await again(`/${file}`, { held: app({ articles: first }), of: app({ articles }) });
  return { status: answer.status, ids: [...entriesIn(file, await answer.text()).keys()] };
}

const idOf = (day: number) => at(day).id;
const edited = (day: number, updated: string) => at(day, { updated, title: "Changed" });

test.each(FILES)("%s: what was changed is sent again with what is new", async (file) => {
  const articles = [...before.slice(1), edited(1, "2026-03-07T08:00:00Z"), fresh];
  expect(await sent(articles, file)).toEqual({ status: 226, ids: [fresh.id, idOf(1)] });
});

test("two changes are both sent, though one is dated before what the reader had", async () => {
  const articles = [...before.slice(2), edited(1, "2026-03-04T00:00:00Z"), edited(2, "2026-03-07T00:00:00Z")];
  expect(await sent(articles, "rss.xml")).toEqual({ status: 226, ids: [idOf(2), idOf(1)] });
});

test("an edit without a date is noticed, also where a date of that day names no time", async () => {
  const first = [...before.slice(1), edited(1, "2026-03-06T00:00:00Z")];
  const articles = first.map((one) => (one.id === idOf(3) ? { ...one, title: "Changed in silence" } : one));
  expect(await sent(articles, "rss.xml", first)).toMatchObject({ status: 200 });
  expect(await sent([...articles, fresh], "rss.xml", first)).toMatchObject({ status: 200 });
});

test("an edit without a date is not sent where another is announced: the one thing that a tag cannot tell", async () => {
  const silent = at(3, { title: "Changed in silence" });
  const articles = [...before.filter(({ id }) => id !== silent.id && id !== idOf(1)), silent];
  const ids = [idOf(1)];
  expect(await sent([...articles, edited(1, "2026-03-07T08:00:00Z")], "rss.xml")).toEqual({
    status: 226,
    ids,
  });
});

test.each([
  ["an article published with an earlier date", [...before, at(3, { slug: "late" })]],
  ["an article withdrawn", before.map((one, i) => (i === 2 ? { ...one, withdrawn: true as const } : one))],
  ["an article removed, and another published", [...before.slice(1), fresh]],
  ["an article without a date", [...before, undated({ slug: "some-day" })]],
  ["nothing of what there was", [at(7), at(8)]],
])("%s is answered by the whole", async (_, articles) => {
  for (const file of FILES) expect((await sent(articles, file)).status).toBe(200);
});

test("articles of one moment that were published one after another are told apart", async () => {
  const of = (slugs: readonly string[]) => slugs.map((slug) => at(9, { slug }));
  const slugs = ["a", "b", "c", "d", "e", "f"];
  const { status, ids } = await sent([...before, ...of(slugs)], "feed.json", [...before, ...of(["b", "e"])]);
  expect(status).toBe(226);
  expect(ids.toSorted()).toEqual(
    of(["a", "c", "d", "f"])
      .map(({ id }) => id)
      .toSorted(),
  );
});

test.each([
  ["title", { title: "Another" }],
  ["address", { url: "https://other.example" }],
  ["number of entries", { entries: 4 }],
])(
  "another %s of the publication is answered by the whole, though an edit is announced with it",
  async (_, more) => {
    const articles = [...before.slice(1), edited(1, "2026-03-07T08:00:00Z")];
    const of = app({ articles, publication: publication(more) });
    for (const file of FILES) expect((await again(`/${file}`, { of })).status).toBe(200);
  },
);

test("an article that was scheduled comes as a delta at its time, until which the answer may be kept", async () => {
  let now = Date.parse("2026-03-06T07:59:30Z");
  const next = at(6, { slug: "next", published: "2026-03-06T08:00:40Z" });
  const waiting = app({ articles: [...before, fresh, next], clock: () => now });
  const tag = await tagOf("/atom.xml", waiting);
  now = Date.parse("2026-03-06T08:00:20Z");
  const answer = await ask(waiting, "/atom.xml", { headers: { "a-im": "feed", "if-none-match": tag } });
  expect(answer.status).toBe(226);
  expect(answer.headers.get("cache-control")).toBe("private, max-age=19");
});
