import type { FormerTopic } from "../articles/publication.ts";
import { namedIn } from "../feeds/channels.ts";
import { ALL_FORMATS, FORMATS } from "../feeds/formats.ts";
import { KIND_NAMES } from "../feeds/traits.ts";
import { CHOICE } from "./negotiation.ts";

const fileIn = (formats: Readonly<Record<string, { readonly file: string }>>): string =>
  `(?:${Object.values(formats)
    .map(({ file }) => file.replaceAll(".", "\\."))
    .join("|")})`;
/** How the addresses of a channel end: its page, what chooses a format, its feeds, its archives. */
const ENDINGS = [
  "",
  CHOICE,
  `/${fileIn(ALL_FORMATS)}`,
  `/archive/(?:undated-)?[1-9]\\d*/${fileIn(FORMATS)}`,
].join("|");
/** An address of a channel of one trait or two; no segment of one has a dot. */
const CHANNEL = new RegExp(`^((?:/(?:${KIND_NAMES.join("|")})/[^/.]+){1,2})(${ENDINGS})$`, "u");

/**
 * Where a path (decoded) leads now that is an address of a channel of a former topic, of that alone or together with another
 * trait; `to` is absent where that is gone for good. Nothing where it is any other path.
 */
export function formerPath(
  path: string,
  former: readonly FormerTopic[],
): { readonly to?: string } | undefined {
  const [, channel = "", ending = ""] = CHANNEL.exec(path) ?? [];
  const named = namedIn(channel) ?? [];
  if (new Map(named).size < named.length) return undefined; // No channel has two traits of a kind.
  const id = new Map(named).get("topics");
  const topic = former.find((one) => one.id === id);
  if (!topic) return undefined;
  const { movedTo } = topic;
  if (movedTo === undefined) return {};
  const parts = named.map(([kind, segment]) => `/${kind}/${kind === "topics" ? movedTo : segment}`);
  return { to: parts.join("") + ending };
}
