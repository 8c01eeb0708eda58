/** What spares a build of very many articles its passes over them comes to the same as what is plain. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Filed, VERSION_LENGTH } from "../../src/archive/filed.ts";
import { indexed, NO_INDEX } from "../../src/archive/indexed.ts";
import { secondsOf } from "../../src/archive/instant.ts";
import { rowOf } from "../../src/archive/rows.ts";
import { newestFirst } from "../../src/articles/order.ts";
import { inOrder } from "../../src/build/in-order.ts";

const filed = (version: string, published?: string): Filed => ({
  facts: { id: version, language: "en", topics: [], authors: [], ...(published && { published }) },
  slug: version,
  version: version.padStart(VERSION_LENGTH, "0"),
});

const instants = fc
  .date({
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59Z"),
    noInvalidDate: true,
  })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

test("an instant's seconds are those that Date.parse tells", () => {
  fc.assert(fc.property(instants, (instant) => secondsOf(instant) === Date.parse(instant) / 1000));
});

const days = fc.constantFrom("2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "0999-12-31T23:59:59Z");
const dates = fc.oneof(instants, days, days, fc.constant(undefined));

test("articles are put in the order of newestFirst, also those of one moment and those without any", () => {
  fc.assert(
    fc.property(fc.array(dates), (published) => {
      const articles = published.map((one, i) => filed(String((i * 7) % 1000), one));
      const plain = articles.toSorted((a, b) => newestFirst(a.facts, b.facts));
      const { dated, undated } = inOrder(articles);
      expect([...dated, ...undated]).toEqual(plain);
    }),
  );
});

test("a hundred thousand articles of one moment, and one of another millennium among a million", () => {
  const same = Array.from({ length: 100_000 }, (_, i) => filed(String(i), "2025-01-01T00:00:00Z"));
  expect(
    inOrder(same)
      .dated.slice(0, 3)
      .map(({ slug }) => slug),
  ).toEqual(["0", "1", "10"]);
  const old = filed("old", "0001-01-01T00:00:00Z");
  const many = Array.from({ length: 200_000 }, (_, i) =>
    filed(String(i), `${1990 + (i % 30)}-01-01T00:00:00Z`),
  );
  expect(inOrder([old, ...many]).dated.at(-1)).toBe(old);
});

/** Each is in some orders before and after: what is new, what is gone, and what moved. */
const numbers = fc.uniqueArray(fc.nat(40), { minLength: 1 });
const histories = fc.tuple(numbers, numbers, fc.boolean());
const KEYS = ["tides", "winds", "a", "zoë", "0"];
const keysOf = ({ slug }: Filed) =>
  KEYS.filter((_, i) => Number(slug) % (i + 2) === 0).map((key, i) => ({ key, isMarked: i % 2 === 0 }));

const rowsOf = (numbers: readonly number[]) => {
  const articles = numbers.map((number) => filed(String(number)));
  const half = Math.floor(articles.length / 2);
  return [rowOf(articles.slice(0, half)), rowOf(articles.slice(half))];
};

test("an index brought up to date is the index made anew", () => {
  fc.assert(
    fc.property(histories, ([before, other, isSorted]) => {
      const inTurn = (numbers: readonly number[]) => (isSorted ? numbers.toSorted((a, b) => a - b) : numbers);
      const after = rowsOf(inTurn(other));
      const earlier = indexed(rowsOf(inTurn(before)), NO_INDEX, keysOf);
      expect(indexed(after, earlier, keysOf)).toEqual(indexed(after, NO_INDEX, keysOf));
    }),
  );
});

test("of a thousand rows, an edit, an addition and a removal make keys for one article each, and for no other", () => {
  const all = Array.from({ length: 1000 }, (_, i) => i);
  const earlier = indexed(rowsOf(all), NO_INDEX, keysOf);
  const asked = (some: readonly number[]) => {
    const own: string[] = [];
    indexed(rowsOf(some), earlier, (one) => {
      own.push(one.slug);
      return keysOf(one);
    });
    return own;
  };
  expect(asked(all.with(500, 5000))).toEqual(["5000"]);
  expect(asked(all.toSpliced(500, 0, 5000))).toEqual(["5000"]);
  expect(asked([...all, 5000])).toEqual(["5000"]);
  expect(asked(all.toSpliced(500, 1))).toEqual([]);
});
