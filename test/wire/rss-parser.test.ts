/** A reader that many programs are built on, fetching by itself. */
import Parser from "rss-parser";
import { expect, test } from "vitest";
import { built } from "../built.ts";
import { served } from "./serve.ts";

const { ask, origin } = served();
const { publication } = built;
const CHANNELS = ["", ...publication.topics.map(({ id }) => `/topics/${encodeURIComponent(id)}`)];

interface Item {
  readonly id: string;
  readonly title: string;
  readonly date_published: string;
}

const itemsOf = async (channel: string): Promise<readonly Item[]> =>
  JSON.parse((await ask(`${channel}/feed.json`)).bytes.toString()).items;

test.each(CHANNELS)(
  "rss-parser reads the RSS of “%s” with the titles, ids and dates of the JSON",
  async (channel) => {
    const { items } = await new Parser().parseURL(`${origin()}${channel}/rss.xml`);
    const expected = await itemsOf(channel);
    expect(items.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
    expect(items.map(({ guid }) => guid)).toEqual(expected.map(({ id }) => id));
    expect(items.map(({ isoDate }) => Date.parse(isoDate ?? ""))).toEqual(
      expected.map((item) => Date.parse(item.date_published)),
    );
  },
);

test.each(CHANNELS)(
  "rss-parser reads the Atom of “%s” with the titles and ids of the JSON",
  async (channel) => {
    const { items } = await new Parser().parseURL(`${origin()}${channel}/atom.xml`);
    const expected = await itemsOf(channel);
    expect(items.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
    expect(items.map((item) => (item as { readonly id?: string }).id)).toEqual(expected.map(({ id }) => id));
  },
);
