import type { Place } from "../feeds/place.ts";
import { elementXml, textElementXml } from "../feeds/xml.ts";

/** The first letter of a publication's title, as a sign for the tabs of browsers. */
export function iconSvg({ publication: { title } }: Place): string {
  const letter = /[\p{L}\p{N}]/u.exec(title)?.[0]?.toLocaleUpperCase() ?? "·";
  const groundXml = elementXml("rect", { width: "64", height: "64", rx: "10", fill: "#8b1e1e" });
  const letterXml = textElementXml("text", letter, {
    x: "32",
    y: "47",
    "font-family": "Georgia, serif",
    "font-size": "44",
    "text-anchor": "middle",
    fill: "#fff",
  });
  const attributes = { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 64 64" };
  return elementXml("svg", attributes, textElementXml("title", title) + groundXml + letterXml);
}
