import { CODING_NAMES, type Coding } from "./compression.ts";

/** Below this a coding saves nothing. */
const WORTH_BYTES = 200;

/** What every Worker on Cloudflare sees, whatever the client sent. */
const PLATFORM = new Set(["br, gzip", "gzip, br"]);

/**
 * The coding to answer with (RFC 9110 §12.5.3). On Cloudflare what the client sent is in `request.cf.clientAcceptEncoding`,
 * empty where it takes no coding. To read `cf` costs more than all else here: it is left alone where the header tells.
 */
export function codingFor(request: Request, size: number): Coding | undefined {
  if (size < WORTH_BYTES) return undefined;
  const header = request.headers.get("accept-encoding");
  if (header === null) return undefined;
  const sent: unknown = PLATFORM.has(header) ? request.cf?.clientAcceptEncoding : header;
  return choose(typeof sent === "string" ? sent : header);
}

const chosen = new Map<string, Coding | undefined>();
const REMEMBERED = 200;
const REMEMBERED_LENGTH = 100;

/** Clients send few different headers: each is understood once. */
function choose(accepted: string): Coding | undefined {
  if (chosen.has(accepted)) return chosen.get(accepted);
  const coding = best(accepted);
  if (accepted.length > REMEMBERED_LENGTH) return coding;
  if (chosen.size >= REMEMBERED) chosen.clear();
  chosen.set(accepted, coding);
  return coding;
}

function best(accepted: string): Coding | undefined {
  const weights = new Map(accepted.toLowerCase().split(",").map(weightOf));
  const weight = (coding: string) => weights.get(coding) ?? weights.get("*") ?? 0;
  const [first] = CODING_NAMES.filter((coding) => weight(coding) > 0).sort((a, b) => weight(b) - weight(a));
  return first && weight(first) >= (weights.get("identity") ?? 0) ? first : undefined;
}

function weightOf(part: string): readonly [string, number] {
  const [coding = "", ...parameters] = part.split(";").map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return [coding === "x-gzip" ? "gzip" : coding, Number.isNaN(weight) ? 0 : weight];
}
