import type { Page } from "playwright-core";
import { MEDIA } from "./varied-seeds.ts";

/** A point, as a picture. */
const POINT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);
/** Said of the document itself too, which may be missing on purpose; of all else the answer's status tells. */
const OF_A_STATUS = "Failed to load resource: the server responded with a status of";
/** Of what was still to come when the page was left. */
const LEFT = "net::ERR_ABORTED";

/**
 * What a browser complains of, on whatever a page shows from now on: violations of its policy, errors of scripts and of the
 * console, requests that fail or leave the publication. The fixtures' pictures are answered for.
 */
export async function watch(page: Page, origin: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  const complain = (complaint: string) => {
    complaints.push(complaint);
  };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().startsWith(OF_A_STATUS))
      complain(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complain(`script: ${error.message}`));
  page.on("dialog", (dialog) => {
    complain(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== LEFT) complain(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complain(`${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction("complain", complain);
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      complain(`policy: ${violatedDirective}: ${blockedURI}`);
    });
  });
  await keepWithin(page, origin, complain);
  return complaints;
}

/** Lets nothing leave the publication but requests for the fixtures' pictures, which are answered here. */
function keepWithin(page: Page, origin: string, complain: (complaint: string) => void) {
  return page.route(
    (url) => url.origin !== origin,
    (route) => {
      const request = route.request();
      if (request.url().startsWith(`${MEDIA}/`) && request.resourceType() === "image")
        return route.fulfill({ contentType: "image/png", body: POINT });
      complain(`elsewhere: ${request.url()}`);
      return route.abort();
    },
  );
}

declare global {
  /** Told within a page: {@link watch}. */
  function complain(complaint: string): void;
}
