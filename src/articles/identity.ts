import slugify from "@sindresorhus/slugify";
import anyAscii from "any-ascii";
import { parse, v5 } from "uuid";

const SLUG_LENGTH = 80;
const AS_WRITTEN = { decamelize: false };

/** `urn:uuid:…`, version 5 (RFC 9562 §5.5) of the publication's id and the seed's path below `seeds/`. */
export const idOf = (publicationId: string, path: string): string =>
  `urn:uuid:${v5(encoder.encode(path.normalize("NFC")), namespaceOf(publicationId))}`;

const encoder = new TextEncoder();
let namespace = { id: "", bytes: new Uint8Array() };

/** All paths of a publication are in one. */
function namespaceOf(publicationId: string): Uint8Array {
  if (publicationId !== namespace.id)
    namespace = { id: publicationId, bytes: parse(publicationId.replace("urn:uuid:", "")) };
  return namespace.bytes;
}

/** A title in ASCII letters, digits and hyphens, cut at a word; characters of the id's hash where nothing of it is left. */
export function slugOf(title: string, id: string): string {
  const words = title.replace(/\p{Extended_Pictographic}/gu, " ");
  const slug = slugify(words, AS_WRITTEN) || slugify(anyAscii(words), AS_WRITTEN);
  const cut = slug.length > SLUG_LENGTH ? slug.slice(0, SLUG_LENGTH + 1).replace(/-[^-]*$/, "") : slug;
  return cut.slice(0, SLUG_LENGTH) || digest(id, 8);
}

/** Characters that stand for an id in an address: of a hash of it. */
const digest = (id: string, length: number) => v5(id, v5.URL).replaceAll("-", "").slice(0, length);

/** What decides about an article's slug. */
interface Named {
  readonly id: string;
  /** What it is called if no other article is: what front matter claims, or {@link slugOf} its title. */
  readonly plain: string;
  /** Front matter claims it. */
  readonly isStated?: true;
  readonly published?: string;
}

/** How slugs end that had to be told from others. */
const TOLD_APART = /-[0-9a-f]{6,}$/;

/**
 * A slug for each article, in their order. Slugs claimed in front matter come first; then undated articles, by id, and the dated
 * by their days: the first keeps the plain one, and the others add characters of their id's hash. So no slug depends on the order
 * of files, and an article dated later than all others of its title takes a slug from none of them. Nothing tells the age of
 * an undated one: a new one may take the plain slug from a dated or another undated one.
 */
export function slugsOf(articles: readonly Named[]): readonly string[] {
  const slugs = articles.map(({ plain }) => plain);
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const slug of slugs) (seen.has(slug) ? shared : seen).add(slug);
  // Whoever shares its slug with nobody keeps it, unless it is one that is given to tell others apart.
  const asking = articles.flatMap(({ id, plain, isStated, published = "" }, at) =>
    shared.has(plain) || TOLD_APART.test(plain)
      ? [{ at, age: `${isStated ? 0 : 1} ${published} ${id}` }]
      : [],
  );
  const taken = new Set<string>();
  for (const { at } of asking.sort((a, b) => (a.age < b.age ? -1 : 1))) {
    const { id = "", plain = "" } = articles[at] ?? {};
    let slug = plain;
    for (let length = 6; taken.has(slug); length++) slug = `${plain}-${digest(id, length)}`;
    taken.add(slug);
    slugs[at] = slug;
  }
  return slugs;
}
