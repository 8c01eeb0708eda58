import { SaxesParser } from "saxes";

/** An element as a strict, namespace-aware parser understood it. */
export interface Element {
  readonly name: string;
  /** Of its namespace. */
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
  /** The lines on which it begins and ends, from 1. */
  readonly lines: readonly [number, number];
}

interface Open extends Element {
  readonly children: Open[];
  text: string;
  lines: readonly [number, number];
}

/** Reads a document whole; throws where it is not well-formed or a prefix is not declared. */
export function readXml(source: string): Element {
  const root: Open = { name: "", uri: "", attributes: {}, children: [], text: "", lines: [1, 1] };
  const open = [root];
  const into = () => open.at(-1) ?? root;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, uri, attributes }) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const element: Open = {
      name,
      uri,
      attributes: Object.fromEntries(values),
      children: [],
      text: "",
      lines: [parser.line, parser.line],
    };
    into().children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed) closed.lines = [closed.lines[0], parser.line];
  });
  const add = (text: string) => {
    into().text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(source).close();
  return one(root);
}

const one = ({ children }: Element): Element => {
  const [first] = children;
  if (!first) throw new Error("expected an element; found none");
  return first;
};

/** The elements at a path below another, such as `channel/item`. */
export const all = (element: Element, path: string): readonly Element[] =>
  path
    .split("/")
    .reduce<readonly Element[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    );

/** The texts at a path below an element. */
export const texts = (element: Element, path: string): readonly string[] =>
  all(element, path).map(({ text }) => text);
