import { isAddress, isPublicAddress } from "../address.ts";
import type { Author, Image } from "../article.ts";
import { isTable } from "../located.ts";
import { withoutDoubleEscapes } from "../text/entities.ts";
import type { Thing } from "./linked-data.ts";
import { shownBy } from "./tree.ts";

/** Finds what a reference (`{ "@id": … }`) means. */
export type Known = ReadonlyMap<string, Thing>;

/** A text of JSON-LD, whose values hold markup and entities on many sites. */
export function textIn(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  const text = isTable(one) ? ((one as Thing)["@value"] ?? (one as Thing).name) : one;
  return typeof text === "string" || typeof text === "number"
    ? shownBy(withoutDoubleEscapes(String(text)))
    : "";
}

/** Who wrote: a name, an object, a reference to one, or a list of them. */
export const peopleIn = (value: unknown, known: Known): readonly Author[] =>
  [value].flat().flatMap((one) => {
    const thing = resolved(one, known);
    if (!thing) return typeof one === "string" && !isAddress(one) ? [{ name: textIn(one) }] : [];
    const [name, url] = [textIn(thing.name), addressIn(thing.url ?? thing.sameAs)];
    if (!name || isAddress(name)) return [];
    return [url ? { name, url } : { name }];
  });

/** The name of an organisation, a site or a periodical. */
export function nameIn(value: unknown, known: Known): string {
  const one = [value].flat()[0];
  return textIn(resolved(one, known)?.name ?? (typeof one === "string" && !isAddress(one) ? one : ""));
}

/** An address: a text, or an object that has one. */
export function addressIn(value: unknown): string | undefined {
  const one = [value].flat()[0];
  const text = isTable(one) ? ((one as Thing)["@id"] ?? (one as Thing).url) : one;
  return typeof text === "string" && isPublicAddress(text.trim()) ? text.trim() : undefined;
}

/** The widest picture of a list, else the first. */
export function imageIn(value: unknown, known: Known): Image | undefined {
  const images = [value].flat().flatMap((one) => {
    const thing = resolved(one, known);
    const url = thing ? (thing.url ?? thing.contentUrl ?? thing["@id"]) : one;
    if (typeof url !== "string" || url.trim() === "") return [];
    const alt = thing ? textIn(thing.caption ?? thing.description ?? "") : "";
    return [{ url: url.trim(), width: Number.parseInt(String(thing?.width), 10) || 0, alt }];
  });
  const best = images.reduce<(typeof images)[number] | undefined>(
    (widest, one) => (widest && widest.width >= one.width ? widest : one),
    undefined,
  );
  return best && (best.alt ? { url: best.url, alt: best.alt } : { url: best.url });
}

function resolved(value: unknown, known: Known): Thing | undefined {
  if (!isTable(value)) return undefined;
  const thing = value as Thing;
  const isReference = thing.name === undefined && thing.url === undefined && thing.contentUrl === undefined;
  return (isReference && known.get(String(thing["@id"] ?? ""))) || thing;
}
