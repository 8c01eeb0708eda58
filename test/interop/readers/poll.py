"""Visits the addresses on standard input (a JSON list), as a program that polls, and keeps in state.json what it needs to
do so again; prints what each address has told so far."""

import calendar
import json
import pathlib
import sys

import feedparser

STATE = pathlib.Path("state.json")


def shown(entry):
    published = entry.get("published_parsed")
    return {
        "id": entry.get("id", ""),
        "title": entry.get("title", ""),
        "published": calendar.timegm(published) if published else None,
        "bodyHtml": entry.content[0].value if "content" in entry else "",
    }


def visit(url, known):
    feed = feedparser.parse(url, etag=known.get("etag"), modified=known.get("modified"))
    if feed.status == 304:
        return known
    if feed.bozo:
        sys.exit(f"{url}: {feed.bozo_exception}")
    told = {entry["id"]: entry for entry in map(shown, feed.entries)}
    return {
        "etag": feed.get("etag"),
        "modified": feed.get("modified"),
        "entries": {**known.get("entries", {}), **told},
    }


state = json.loads(STATE.read_text()) if STATE.exists() else {}
state = {url: visit(url, state.get(url, {})) for url in json.load(sys.stdin)}
STATE.write_text(json.dumps(state))
json.dump({url: list(known["entries"].values()) for url, known in state.items()}, sys.stdout)
