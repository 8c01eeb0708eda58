/** So many texts are more than a page has that matter. */
const MOST = 400;
/** Of what is longer only the last one is remembered. */
const LONGEST = 1000;

/** The same function, which remembers what it said: one line of a page is asked about again and again. */
export function remembering<T extends NonNullable<unknown>>(
  answer: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  let last: { readonly text: string; readonly answer: T } | undefined;
  return (text) => {
    if (text.length > LONGEST) {
      if (last?.text !== text) last = { text, answer: answer(text) };
      return last.answer;
    }
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = answer(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
