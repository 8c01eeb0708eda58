/** The Worker that `exports` of "cloudflare:workers" holds: the bundled seeds. */
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("../../src/index.ts");
  }
}

/** A file's text. */
declare module "*?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is how Vite gives it
  export default text;
}
