import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "../feeds/formats.ts";

const NAMES = new Map<string, FormatName>([
  ...FORMAT_NAMES.map((name) => [FORMATS[name].mediaType, name] as const),
  ["application/json", "json"],
]);

/** The format that `Accept` prefers (RFC 9110 §12.5.1); RSS, which every reader knows, where it names none. */
export function formatFor(c: Context): FormatName {
  const type = accepts(c, { header: "Accept", supports: [...NAMES.keys()], default: FORMATS.rss.mediaType });
  return NAMES.get(type) ?? "rss";
}
