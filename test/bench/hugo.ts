import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Measured, measured } from "./measured.ts";
import { type Invented, markdownOf } from "./seeds.ts";

const CONFIG = `baseURL = "https://news.example.com/"
title = "Bench"
disableKinds = ["404", "robotsTXT", "sitemap", "taxonomy"]
disableHugoGeneratorInject = true
ignoreErrors = ["error-disable-taxonomy"]

[taxonomies]
topic = "topics"

[outputs]
home = ["RSS"]
section = ["RSS"]
term = ["RSS"]
page = ["HTML"]
`;

/** The newest 50 with their full content, as ours. */
const RSS = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ $pages := .RegularPages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}{{ range first 50 $pages }}
<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
{{ range .Params.topics }}<category>{{ . }}</category>{{ end }}
<description>{{ .Summary | html }}</description>
<content:encoded>{{ .Content | html }}</content:encoded></item>{{ end }}
</channel></rss>
`;

const PAGE = `<!doctype html>
<meta charset="utf-8">
<title>{{ .Title }}</title>
<h1>{{ .Title }}</h1>
{{ .Content }}
`;

/** Whether there is a Hugo to compare with. */
export const hasHugo = (): boolean => spawnSync("hugo", ["version"]).status === 0;

/** A site whose sections are languages and whose taxonomy is the topics: RSS of each and of all, and a bare page per article. */
export function writeSite(folder: string, articles: Iterable<Invented>): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("config.toml", CONFIG);
  write("layouts/_default/rss.xml", RSS);
  write("layouts/_default/single.html", PAGE);
  let number = 0;
  for (const article of articles) write(`content/${article.language}/${number++}.md`, markdownOf(article));
}

/** Builds such a site anew. */
export function buildSite(folder: string): Promise<Measured> {
  rmSync(join(folder, "public"), { recursive: true, force: true });
  return measured("hugo", ["--quiet", "--cacheDir", join(folder, "cache")], folder);
}
