import type { Place } from "./place.ts";

export const SECURITY = { file: ".well-known/security.txt", mediaType: "text/plain" } as const;

/** Whom to tell of a weakness (RFC 9116); nothing where the publication names nobody. */
export function securityText({ base, publication: { security, language } }: Place): string | undefined {
  if (!security) return undefined;
  const lines = [
    `Contact: ${security.contact}`,
    `Expires: ${security.expires}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${base}/${SECURITY.file}`,
  ];
  return `${lines.join("\n")}\n`;
}
