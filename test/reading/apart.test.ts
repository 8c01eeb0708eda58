import fc from "fast-check";
import { expect, test } from "vitest";
import { CHANGES, diceOf, ENDS, LAID, seedsToTakeApart, throws, toldBy } from "./apart.ts";

const seeds = seedsToTakeApart();
const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

test("a page that is changed in ways that mean nothing is read as it was", () => {
  const pages = fc.tuple(
    fc.constantFrom(...seeds),
    fc.uniqueArray(fc.constantFrom(...namesOf(CHANGES))),
    throws,
    fc.constantFrom(...ENDS),
    fc.constantFrom("NFC", "NFD"),
    fc.constantFrom(...namesOf(LAID)),
  );
  fc.assert(
    fc.property(pages, ([seed, names, numbers, end, form, laid]) => {
      const dice = diceOf(numbers);
      const lines = names.reduce((left, name) => CHANGES[name](left, dice, seed), seed.lines);
      const text = lines.map((line) => line.text).join(end);
      expect(toldBy(seed.name, LAID[laid](text.normalize(form)))).toEqual(seed.read);
    }),
    { numRuns: 600 },
  );
});

test("the pages that are taken apart are in ten languages and more", () => {
  expect(new Set(seeds.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10);
});
