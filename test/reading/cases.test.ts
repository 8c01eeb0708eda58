import { beforeAll, describe, expect, it } from "vitest";
import { CASES, type Judged, judgeCases } from "./cases.ts";

let judged: readonly Judged[] = [];
beforeAll(async () => {
  judged = await judgeCases(CASES);
});

const LANGUAGES = "ar de en es fr he hi it ja ko nl pl pt ru tr uk zh".split(" ");

describe("what an editor reads off saved pages is what is published", () => {
  it("there are cases enough: 60 in all, and of each language two", () => {
    const counts = LANGUAGES.map((language) => judged.filter((one) => one.language === language).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(judged.length).toBeGreaterThanOrEqual(60);
  });

  it.each(LANGUAGES)("every check of every case in %s holds", (language) => {
    const faults = judged
      .filter((one) => one.language === language)
      .flatMap(({ name, checks }) =>
        checks.filter(({ ok }) => !ok).map(({ field, found }) => `${name} ${field}: ${found}`),
      );
    expect(faults).toEqual([]);
  });
});
