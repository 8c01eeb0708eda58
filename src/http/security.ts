import { hash } from "node:crypto";
import type { Pages } from "./pages.ts";

const sourceOf = (text: string): string => `'sha256-${hash("sha256", text, "base64")}'`;

/**
 * What a browser may do with a page (CSP Level 3): show the one style, run the one script, fetch pictures and sound from
 * wherever articles have them, and send the search form back here. Nothing else, and in nobody's frame. No script of ours fetches
 * anything; Lighthouse reads robots.txt as the page would, and takes it for missing where the page may not.
 */
export function pageHeaders({ styleCss, scriptJs }: Pages): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `style-src ${sourceOf(styleCss)}`,
    `script-src ${sourceOf(scriptJs)}`,
    "img-src 'self' https: http:",
    "media-src 'self' https: http:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy":
      "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
}
