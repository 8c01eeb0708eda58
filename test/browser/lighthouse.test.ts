import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Category, DEVICES, type Lighthouse, openLighthouse } from "../bench/lighthouse.ts";
import { PAGES } from "../bench/pages.ts";

/** What does not depend on the machine's pace. */
const TIMELESS = ["accessibility", "best-practices", "seo"] as const satisfies readonly Category[];

let lighthouse: Lighthouse;
beforeAll(async () => {
  lighthouse = await openLighthouse();
});
afterAll(() => lighthouse.close());

const CASES = Object.entries(PAGES).flatMap(([page, path]) =>
  DEVICES.map((device) => [page, device, path] as const),
);

test.each(CASES)(
  "Lighthouse finds nothing wrong with the %s page (%s)",
  async (_, device, path) => {
    const { scores, failed } = await lighthouse.audit(inject("bundled") + path, device, TIMELESS);
    expect({ scores, failed }).toEqual({
      scores: { accessibility: 1, "best-practices": 1, seo: 1 },
      failed: [],
    });
  },
  120_000,
);
