import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/**
 * In CI the same examples each time, so that a failure is the change's; at a desk new ones, so that more is tried. `FUZZ` says
 * how many requests the fuzz of headers makes.
 */
const examples = {
  setupFiles: ["test/seeded.ts"],
  provide: { fuzz: Number(process.env.FUZZ ?? 3000), ...(process.env.CI && { seed: 20_261_124 }) },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...examples,
          name: "node",
          include: ["test/{articles,build,markup,reading,wire}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The bucket is for tests of the archive: a real one of R2's, as it runs locally.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: { r2Buckets: ["BUCKET"] },
          }),
        ],
        test: {
          ...examples,
          name: "workerd",
          include: ["test/{archive,feeds,field,http,pages,validity}/**/*.test.{ts,tsx}"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/setup.ts",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
