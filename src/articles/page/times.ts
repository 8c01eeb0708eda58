import type { Element } from "hast";
import type { Claim, Page } from "./claim.ts";
import { isNamedDebris } from "./debris.ts";
import { META_LINE } from "./microdata.ts";
import { attribute, elementsOf, saying } from "./tree.ts";

const CHANGED = /updated|modified|dt-updated|changed/i;
/** `<time>` in a line of its own or beside a byline, not in a sentence; what a page calls its change apart. */
export function times({ tree, lineOf }: Page, changed = false): readonly Claim[] {
  const shown = elementsOf(tree, "body").flatMap(timesIn);
  return shown.flatMap((time) => {
    const label = `${attribute(time, "className")} ${attribute(time, "itemProp")} ${saying(time)}`;
    const value = attribute(time, "dateTime") || saying(time);
    return value !== "" && CHANGED.test(label) === changed ? [{ value, line: lineOf(time) }] : [];
  });
}

function timesIn(element: Element): readonly Element[] {
  if (element.tagName === "time") return [element];
  if (isSentences(element) || isElsewhere(element)) return [];
  return element.children.flatMap((child) => (child.type === "element" ? timesIn(child) : []));
}

const TEXT = new Set(["p", "li", "td", "blockquote"]);
const isSentences = (element: Element): boolean =>
  TEXT.has(element.tagName) && saying(element).length > META_LINE;

const ELSEWHERE = /related|comment|teaser|recommend|popular|trending|sidebar|widget|latest|more-from|promo/i;
/** Where the day of another article may stand. */
const isElsewhere = (element: Element): boolean =>
  ASIDE.has(element.tagName) ||
  (element.tagName !== "body" &&
    element.tagName !== "article" &&
    isNamedDebris(element) &&
    ELSEWHERE.test(`${attribute(element, "className")} ${attribute(element, "id")}`));
const ASIDE = new Set(["aside", "footer", "nav"]);
