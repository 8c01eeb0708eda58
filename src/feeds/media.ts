import type { Article, Attachment, Image } from "../articles/article.ts";
import { type Place, placedUri } from "./place.ts";
import { elementXml, textElementXml } from "./xml.ts";

/** Media types by the endings of addresses, where nothing else tells. */
const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
};

/** An image's media type, as stated, else by its address. */
export const imageTypeOf = ({ type, url }: Image): string | undefined =>
  type ?? TYPES[/\.([a-z]{3,4})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? ""];

const numberText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/** An article's picture in Media RSS ("media:content"). */
export function imageXml({ image }: Article, place: Place): string {
  if (!image) return "";
  const attributes = {
    url: placedUri(image.url, place),
    type: imageTypeOf(image),
    medium: "image",
    width: numberText(image.width),
    height: numberText(image.height),
    fileSize: numberText(image.length),
  };
  return elementXml("media:content", attributes, textElementXml("media:description", image.alt));
}

/** An article's recording as the one `enclosure` of its item (RSS 2.0). */
export const audioXml = ({ audio }: Article, place: Place): string =>
  audio
    ? elementXml("enclosure", {
        url: placedUri(audio.url, place),
        length: String(audio.length),
        type: audio.type,
      })
    : "";

/** A recording as an attachment of JSON Feed 1.1. */
export const attachmentOf = ({ url, type, length, duration, title }: Attachment, place: Place) => ({
  url: placedUri(url, place),
  mime_type: type,
  title,
  size_in_bytes: length,
  duration_in_seconds: duration,
});
