import type { Element, Properties, Root } from "hast";
import { visit } from "unist-util-visit";
import { attribute, elementsOf, fragmentOf, type Parent } from "./tree.ts";

/** Where pages that load pictures late keep their addresses, most telling first. */
const SOURCES = [
  "dataSrc",
  "dataLazySrc",
  "dataOriginal",
  "dataOriginalSrc",
  "dataSrcMedium",
  "dataUrl",
  "dataImg",
  "dataImage",
  "dataHiResSrc",
  "dataFallbackSrc",
] as const;
const SETS = ["dataSrcset", "dataSrcSet", "dataLazySrcset", "dataOriginalSet"] as const;
const EMPTY =
  /^$|^data:|^about:|(?:blank|spacer|placeholder|pixel|transparent|grey|loading)[\w-]*\.(?:gif|png|svg|jpe?g)$/i;
/** A picture that only counts readers. */
const COUNTER = /^[01](?:px)?$/;

/** Gives every picture the address that a browser would load in the end: of `<noscript>`, `data-src`, `srcset`, `amp-img`. */
export function showPictures(tree: Root): void {
  visit(tree, "element", (element) => {
    if (element.tagName === "amp-img" || element.tagName === "amp-anim") element.tagName = "img";
    if (element.tagName === "img" || element.tagName === "source") wake(element.properties);
  });
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName === "noscript" && parent && index !== undefined) unwrap(element, index, parent);
  });
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName !== "img" || !parent || index === undefined) return undefined;
    if (attribute(element, "src") !== "" && !isCounter(element)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

const isCounter = (image: Element): boolean =>
  COUNTER.test(attribute(image, "width")) || COUNTER.test(attribute(image, "height"));

function wake(properties: Properties): void {
  const text = (name: string) => String(properties[name] ?? "").trim();
  const late = SOURCES.map(text).find(
    (value) => value !== "" && !EMPTY.test(value) && !value.startsWith("{"),
  );
  const set = SETS.map(text).find((value) => value !== "");
  if (set && EMPTY.test(text("srcSet").split(/\s/)[0] ?? "")) properties.srcSet = set;
  if (EMPTY.test(text("src")) && properties.srcSet !== undefined && !late)
    properties.src = largest(text("srcSet")) ?? "";
  if (late && EMPTY.test(text("src"))) properties.src = late;
  if (EMPTY.test(text("src"))) delete properties.src;
}

function largest(srcset: string): string | undefined {
  const candidates = srcset
    .split(/,\s+/)
    .map((candidate) => candidate.trim().split(/\s+/))
    .map(([address, size]) => ({ address, size: Number.parseFloat(size ?? "1") || 1 }));
  return candidates.sort((a, b) => b.size - a.size)[0]?.address;
}

/** What stands in `<noscript>` is the picture that a script would have put before it. */
function unwrap(noscript: Element, index: number, parent: Parent): void {
  const within = noscript.children.some(({ type }) => type === "element")
    ? noscript.children
    : fragmentOf(noscript.children.map((child) => ("value" in child ? child.value : "")).join("")).children;
  const images = elementsOf({ type: "root", children: [...within] }, "img");
  const image = images.length === 1 ? images[0] : undefined;
  if (!image) return;
  const before = parent.children.findLast((child, i) => i < index && child.type === "element");
  const stand = before?.type === "element" ? (elementsOf(before, "img")[0] ?? undefined) : undefined;
  wake(image.properties);
  if (stand && attribute(stand, "src") !== "") return;
  if (stand) Object.assign(stand.properties, image.properties);
  else parent.children.splice(index, 1, image);
}
