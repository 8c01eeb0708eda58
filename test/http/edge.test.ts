import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { cacheTagsOf, fromEdge } from "../../src/http/edge.ts";
import { ORIGIN } from "../sample.ts";

test("the cached entry answers what the Worker answers, with names to throw it out by", async () => {
  for (const path of ["/rss.xml", "/topics/http/atom.xml", "/", "/nothing"]) {
    const plain = await exports.default.fetch(ORIGIN + path);
    const cached = await exports.Cached.fetch(ORIGIN + path);
    const { "cache-tag": tags, ...headers } = Object.fromEntries(cached.headers);
    expect(tags).toBe(cacheTagsOf(path));
    expect(headers).toEqual(Object.fromEntries(plain.headers));
    expect(cached.status).toBe(plain.status);
    expect(await cached.text()).toBe(await plain.text());
  }
});

test.each([
  ["/rss.xml", "everything"],
  ["/topics/http/archive/2/atom.xml", "everything,topics/http"],
  ["/topics/http/languages/de/feed.json", "everything,topics/http,languages/de"],
  ["/articles/what-atom-fixed", "everything,articles/what-atom-fixed"],
])("%s is named %s", (path, tags) => {
  expect(cacheTagsOf(path)).toBe(tags);
});

const named = { url: ORIGIN };
const context = { exports: { Cached: { fetch: async () => new Response("from the edge") } } };
const ask = (headers: Record<string, string> = {}, method = "GET") =>
  new Request(`${ORIGIN}/rss.xml`, { method, headers });

test("whole answers come from the cached entry where it is switched on", async () => {
  const answer = await fromEdge(ask(), named, { EDGE_CACHE: "on" }, context);
  expect(await answer?.text()).toBe("from the edge");
});

test("conditional requests, deltas, ranges and other methods never go there", () => {
  for (const name of ["if-none-match", "if-modified-since", "a-im", "range"])
    expect(fromEdge(ask({ [name]: "x" }), named, { EDGE_CACHE: "on" }, context), name).toBeUndefined();
  expect(fromEdge(ask({}, "OPTIONS"), named, { EDGE_CACHE: "on" }, context)).toBeUndefined();
});

test("it is off unless it is switched on, and where the platform has no such entry", () => {
  expect(fromEdge(ask(), named, {}, context)).toBeUndefined();
  expect(fromEdge(ask(), named, undefined, undefined)).toBeUndefined();
  expect(fromEdge(ask(), named, { EDGE_CACHE: "on" }, {})).toBeUndefined();
});

test("it is off where the publication names no address: one host would get what another was answered", () => {
  expect(fromEdge(ask(), { url: "" }, { EDGE_CACHE: "on" }, context)).toBeUndefined();
});
