import type { Claim, Page } from "./claim.ts";
import { attribute, elementsWhere, saying } from "./tree.ts";

/** Characters: a longer line is a sentence, where a day or a name is not the article's. */
export const META_LINE = 120;

/** What elements say of a property by microdata (schema.org). */
export function microdata({ tree, lineOf }: Page, name: RegExp): readonly Claim[] {
  const found = elementsWhere(tree, (element) =>
    attribute(element, "itemProp")
      .split(/\s+/)
      .some((one) => name.test(one)),
  );
  return found.flatMap((element) => {
    const inner = elementsWhere(
      element,
      (one) => one !== element && attribute(one, "itemProp") === "name",
    )[0];
    const value =
      attribute(element, "content") ||
      attribute(element, "dateTime") ||
      (inner ? attribute(inner, "content") || saying(inner) : saying(element));
    return value === "" ? [] : [{ value, line: lineOf(element) }];
  });
}
