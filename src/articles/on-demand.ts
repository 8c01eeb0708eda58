// biome-ignore lint/style/noRestrictedImports: it touches no file but modules'
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Where a module is large and most seeds do without it, it is loaded when the first needs it. */
export function onDemand<T>(load: (require: NodeJS.Require) => T): () => T {
  let loaded: { readonly module: T } | undefined;
  return () => {
    loaded ??= { module: load(require) };
    return loaded.module;
  };
}
