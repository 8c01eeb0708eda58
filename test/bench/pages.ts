import { type Audited, CATEGORIES, DEVICES, openLighthouse } from "./lighthouse.ts";
import { serve } from "./workerd.ts";

/** Pages of the bundled seeds, one of each kind that people see most. */
export const PAGES = {
  front: "/",
  topic: "/topics/http",
  article: "/articles/what-atom-fixed",
} as const;

type Row = Readonly<Record<string, string | number>>;

/** What Lighthouse makes of pages in Debian's Chromium. */
export async function pages(): Promise<readonly Row[]> {
  const worker = await serve("src/index.ts");
  const lighthouse = await openLighthouse();
  const rows: Row[] = [];
  try {
    for (const [page, path] of Object.entries(PAGES))
      for (const device of DEVICES)
        rows.push({
          page,
          device,
          ...percent(await lighthouse.audit(worker.url + path, device, CATEGORIES)),
        });
  } finally {
    await lighthouse.close();
    worker.stop();
  }
  return rows;
}

const percent = ({ scores }: Audited): Row =>
  Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, Math.round(score * 100)]));
