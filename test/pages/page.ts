import { parseHTML } from "linkedom/worker";
import type { App } from "../../src/http/app.ts";
import { ask, ORIGIN } from "../sample.ts";

/** An element as linkedom understood it. */
export interface Element {
  readonly localName: string;
  readonly textContent: string;
  readonly parentElement: Element | null;
  readonly getAttribute: (name: string) => string | null;
  readonly hasAttribute: (name: string) => boolean;
  readonly querySelector: (selector: string) => Element | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
  readonly closest: (selector: string) => Element | null;
}

/** A page as a parser of HTML understood it. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly all: (selector: string) => readonly Element[];
  /** The only element of a selector; throws where there are none or several. */
  readonly one: (selector: string) => Element;
  /** The texts of elements, their white space as browsers show it. */
  readonly texts: (selector: string) => readonly string[];
  readonly text: (selector: string) => string;
  /** The addresses that elements lead to, below this origin as paths. */
  readonly hrefs: (selector: string) => readonly string[];
}

export async function pageAt(asked: App, path: string, init: RequestInit = {}): Promise<Page> {
  const answer = await ask(asked, path, init);
  return { status: answer.status, headers: answer.headers, ...pageIn(await answer.text()) };
}

export function pageIn(html: string): Omit<Page, "status" | "headers"> {
  const { document } = parseHTML(html) as unknown as { readonly document: Element };
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const one = (selector: string) => {
    const [first, ...others] = all(selector);
    if (!first || others.length > 0)
      throw new Error(`expected one ${selector}; found ${first ? others.length + 1 : 0}`);
    return first;
  };
  return {
    all,
    one,
    texts: (selector) => all(selector).map(shown),
    text: (selector) => shown(one(selector)),
    hrefs: (selector) => all(selector).map((element) => pathOf(element.getAttribute("href") ?? "")),
  };
}

export const shown = ({ textContent }: Element): string => textContent.replace(/\s+/g, " ").trim();

const pathOf = (href: string): string =>
  href === ORIGIN || href.startsWith(`${ORIGIN}/`) ? href.slice(ORIGIN.length) : href;
