"""Visits the addresses on standard input (a JSON list) twice each, as a program that polls; prints what each tells."""

import calendar
import json
import sys

import feedparser


def shown(entry):
    published = entry.get("published_parsed")
    return {
        "id": entry.get("id", ""),
        "title": entry.get("title", ""),
        "published": calendar.timegm(published) if published else None,
        "bodyHtml": entry.content[0].value if "content" in entry else "",
    }


def visit(url):
    feed = feedparser.parse(url)
    if feed.bozo:
        sys.exit(f"{url}: {feed.bozo_exception}")
    feedparser.parse(url, etag=feed.get("etag"), modified=feed.get("modified"))
    return [shown(entry) for entry in feed.entries]


json.dump({url: visit(url) for url in json.load(sys.stdin)}, sys.stdout)
