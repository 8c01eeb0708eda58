import { expect, test } from "vitest";
import { boundedMemory } from "../../src/feeds/memory.ts";

const LIMIT = 10;
const memory = () => boundedMemory<string>(LIMIT, (text) => text.length);
const knownIn = (kept: ReturnType<typeof memory>, keys: string) =>
  [...keys].filter((key) => kept.known(key) !== undefined).join("");

test("what is kept is made once", () => {
  const kept = memory();
  let made = 0;
  for (let time = 0; time < 3; time++) kept.keep("a", () => `${++made}`);
  expect([kept.known("a"), made]).toEqual(["1", 1]);
});

test("what was asked for longest ago is given up first, whether it was asked for by `keep` or by `known`", () => {
  const kept = memory();
  for (const key of "abc") kept.keep(key, () => "123");
  kept.known("a");
  kept.keep("b", () => "another");
  kept.keep("d", () => "123");
  expect(knownIn(kept, "abcd")).toBe("abd");
});

test("all that is kept stays below the limit, but for a thing that is larger by itself", () => {
  const kept = memory();
  for (const key of "abcdefgh") kept.keep(key, () => "1234");
  expect(knownIn(kept, "abcdefgh")).toBe("gh");
  kept.keep("i", () => "1".repeat(2 * LIMIT));
  expect(knownIn(kept, "abcdefghi")).toBe("i");
  kept.keep("j", () => "1");
  expect(knownIn(kept, "ij")).toBe("j");
});

test("what was cleared takes no room", () => {
  const kept = memory();
  for (const key of "abc") kept.keep(key, () => "123");
  kept.clear();
  for (const key of "def") kept.keep(key, () => "123");
  expect(knownIn(kept, "abcdef")).toBe("def");
});
