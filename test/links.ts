/** A `Link` header without the addresses of the other formats, of which short answers (304, 226) do not speak. */
export const withoutSiblings = (link: string | readonly string[] | null | undefined): string =>
  String(link ?? "")
    .split(/, ?(?=<)/)
    .filter((one) => !one.includes('rel="alternate"'))
    .join(", ");
