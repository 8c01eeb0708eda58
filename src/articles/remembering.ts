/** What is longer is looked at once or twice, and so many texts are more than a page has that matter. */
const LONGEST = 1000;
const MOST = 400;

/** The same function, which remembers what it said of short texts: one line of a page is asked about again and again. */
export function remembering<T extends NonNullable<unknown>>(
  answer: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = answer(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
