import { fold } from "../text/pieces.ts";

/** Between a title and the outlet beside it. */
const MARK =
  /\s*[|｜»«›·•]\s*|\s+(?:[–—:~/-]|::)\s+|\s*[:：]\s+|\s*[_]\s*|(?<=\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})\s*[-–—｜|]\s*/gu;

/** The title without the outlet's name before or behind it, and without what the page's headline does not say. */
export function bareTitle(title: string, outlets: readonly string[], headlines: readonly string[]): string {
  const found = headlines.filter((one) => isPartOf(one, title) || isCut(title, one));
  if (found.length > 0) return found.reduce((a, b) => (b.length > a.length ? b : a));
  const names = new Set(outlets.map(fold).filter((name) => name !== ""));
  let bare = title;
  for (let cut: string | undefined = bare; cut !== undefined; cut = withoutName(bare, names)) bare = cut;
  return bare;
}

/** What stands beside a headline in a title, beyond the last mark: an outlet's name, where the page states none. */
export function outletBeside(title: string, headline: string): string | undefined {
  if (!isPartOf(headline, title)) return undefined;
  const isBehind = title.startsWith(headline);
  const rest = isBehind ? title.slice(headline.length) : title.slice(0, -headline.length);
  const pieces = rest.split(MARK).map((piece) => piece.replace(EDGES, ""));
  const some = pieces.filter((piece) => piece !== "");
  const name = isBehind ? some.at(-1) : some[0];
  return name && name.length <= 40 && !/^\d|\d{4}/.test(name) ? name : undefined;
}

const EDGES = /^[\s|｜»«›‹·•–—:_-]+|[\s|｜»«›‹·•–—:_-]+$/gu;

/** Whether a headline opens or closes a title, with a mark between it and the rest. */
export function isPartOf(headline: string, title: string): boolean {
  if (headline.length < 8 || headline.length >= title.length) return false;
  if (title.startsWith(headline)) return /^\s*[|｜»›·•–—:_-]/u.test(title.slice(headline.length));
  return title.endsWith(headline) && /[|｜«‹·•–—:_-]\s*$/u.test(title.slice(0, -headline.length));
}

/** A title that was cut short ("…"), of which the headline says all. */
const isCut = (title: string, headline: string): boolean =>
  /(?:…|\.{3})$/u.test(title) &&
  headline.length >= title.length &&
  headline.startsWith(title.replace(/\s*(?:…|\.{3})$/u, ""));

function withoutName(title: string, names: ReadonlySet<string>): string | undefined {
  for (const mark of [...title.matchAll(MARK)].reverse()) {
    const [before, behind] = [
      title.slice(0, mark.index).trim(),
      title.slice(mark.index + mark[0].length).trim(),
    ];
    if (before && names.has(fold(behind))) return before;
    if (behind && names.has(fold(before))) return behind;
  }
  return undefined;
}
