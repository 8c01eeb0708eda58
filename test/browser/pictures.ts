import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PAGES } from "../bench/pages.ts";
import { serve } from "../bench/workerd.ts";
import { run } from "../interop/run.ts";
import { launched } from "./launched.ts";

/** A picture to be taken of a page. */
interface Shot {
  readonly url: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly file: string;
}

const WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"] as const;
const HEIGHT = 800;

/** Pictures of the bundled seeds' pages, taken by one browser. */
const shotsOf = (browser: string, base: string, folder: string): readonly Shot[] =>
  Object.entries(PAGES).flatMap(([page, path]) =>
    WIDTHS.flatMap((width) =>
      SCHEMES.map((scheme) => ({
        url: base + path,
        width,
        scheme,
        file: join(folder, `${page}-${width}-${scheme}-${browser}.png`),
      })),
    ),
  );

async function byChromium(shots: readonly Shot[]): Promise<void> {
  const browser = await launched();
  for (const { url, width, scheme, file } of shots) {
    const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme: scheme });
    await page.goto(url, { waitUntil: "networkidle" });
    await page.screenshot({ path: file });
    await page.close();
  }
  await browser.close();
}

/** What Firefox is told of day and night: the one for pages, the other for what is around them. */
const prefsFor = (scheme: Shot["scheme"]): string =>
  [
    ["layout.css.prefers-color-scheme.content-override", scheme === "dark" ? 0 : 1],
    ["ui.systemUsesDarkTheme", scheme === "dark" ? 1 : 0],
  ]
    .map(([name, value]) => `user_pref("${name}", ${value});\n`)
    .join("");

async function byFirefox(shots: readonly Shot[]): Promise<void> {
  for (const { url, width, scheme, file } of shots) {
    const profile = await mkdtemp(join(tmpdir(), "broadsheet-firefox-"));
    await writeFile(join(profile, "user.js"), prefsFor(scheme));
    const size = `--window-size=${width},${HEIGHT}`;
    await run(
      ["firefox-esr", "--headless", "--no-remote", "--profile", profile, "--screenshot", file, size, url],
      profile,
    );
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** `npm run pictures -- folder`: front, topic and article pages in Chromium and Firefox, narrow and wide. */
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("npm run pictures -- FOLDER: a folder for the pictures");
  process.exitCode = 1;
} else {
  const path = resolve(folder);
  await mkdir(path, { recursive: true });
  const worker = await serve("src/index.ts");
  try {
    await byChromium(shotsOf("chromium", worker.url, path));
    await byFirefox(shotsOf("firefox", worker.url, path));
  } finally {
    worker.stop();
  }
}
