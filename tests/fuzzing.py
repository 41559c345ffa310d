"""Feeds everything that reads a file or the network broken versions of what it expects.

``make fuzz`` goes on for as long as one likes; :mod:`tests.test_fuzz` does it for seconds, with another seed each time. Whatever
is found becomes a case of its own in the tests of its room.
"""

import argparse
import gzip
import io
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from spacy.language import Language

from reader.analysis.model import Reading
from reader.analysis.pipeline import analyse, load
from reader.article import Article, ArticleError
from reader.article.opener import from_bytes, open_each
from reader.batch.errors import BatchError
from reader.batch.journal import Journal
from reader.config import load_settings
from reader.engine.codec import CodecError, decoded, encoded
from reader.export.document import record
from reader.export.json_text import json_line
from reader.export.plain import plain_text
from reader.shelf import Shelf
from reader.ui import themes
from tests.article import reports

HANGS = 5.0  # seconds of processor time that no broken file of these sizes may take
MOST = 40_000  # bytes
TOKENS = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n\n", b"<![CDATA[", b"]]>", b"<!--", b"<script>", b"</p>", b"<table>",
    b"<div>" * 50, b"&#0;", b"&#x110000;", b"\x1b[31m", b"9" * 5000, b"-1", b"1e999", b"NaN", b"null", b"[" * 300, b"{", b'"', b"'", b"---\n",
    b"```", b"| a | b |\n|---|---|\n", b"> ", b"Content-Encoding: gzip\n", b"Content-Type: multipart/mixed; boundary=x\n", b"\n--x\n", b"--x--",
    b"Date: 99 Foo 0000", b"=?utf-8?b?//?=", b"=\n", b"From x\n", "“".encode(), "\u202e".encode(), "\ud800".encode("utf-8", "surrogatepass"),
    b"!!python/object:os.system", b"&a [*a]", b"? ", b": ", b"!!binary x", b"0001-01-01", b"2026-02-31", b"https://[::1", b"javascript:1", b"charset=utf-7",
)  # fmt: skip


@dataclass(frozen=True)
class Hit:
    """An input that brought something down: the seed that makes it again, where it went, what was raised."""

    seed: int
    way: str
    error: str
    data: bytes = field(repr=False)


Way = Callable[[bytes, Path], None]


def mutated(rng: random.Random, data: bytes, others: Mapping[str, bytes]) -> bytes:
    """``data`` with a few things done to it."""
    for _ in range(rng.choice((0, 1, 1, 2, 3, 8))):
        at, end = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
        piece = data[at:end]
        way = rng.randrange(7)
        if way == 0:
            data = data[:at] + data[min(end, at + rng.randrange(1, 80)) :]
        elif way == 1:
            data = data[:at] + rng.choice(TOKENS) + data[at:]
        elif way == 2:
            data = data[:end] + piece[:2000] * rng.randrange(1, 4) + data[end:]
        elif way == 3 and data:
            at = min(at, len(data) - 1)
            data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
        elif way == 4:
            data = data[:end]
        elif way == 5:
            other = rng.choice(list(others.values()))
            data = data[:at] + other[rng.randrange(len(other)) :]
        else:
            data = data[:at] + rng.choice(TOKENS) * rng.randrange(1, 60) + data[at:]
        data = data[:MOST]
    return data


# What is read


def _opened(ending: str) -> Way:
    def way(data: bytes, folder: Path) -> None:
        path = folder / f"article{ending}"
        path.write_bytes(gzip.compress(data, 1) if ending.endswith(".gz") else data)
        try:
            for article in open_each(path)[:3]:
                _used(article)
        except ArticleError as error:
            assert "\n" not in str(error), "an error takes one line"

    return way


def _used(article: Article) -> None:
    """What the screen and the exports ask of an article."""
    text = article.text
    assert len(article.model_text) == len(text)
    assert all(0 <= block.start <= block.end <= len(text) for block in article.blocks)
    assert all(one.end <= two.start for one, two in zip(article.blocks, article.blocks[1:], strict=False))
    assert article.words >= 0
    plain_text(article, Reading()).encode("utf-8", "replace")
    json.loads(json_line(record(article, Reading())))


def _analysed(data: bytes, folder: Path) -> None:
    try:
        article = from_bytes(data[:4000], source="weir.txt")
    except ArticleError:
        return
    with _environment("READER_STATE_DIR", folder):
        reading = analyse(_pipeline(), article)
        assert not reading.failures, (folder / "mistakes.log").read_text("utf-8")[-400:]
    plain_text(article, reading)
    json.loads(json_line(record(article, reading)))


@cache
def _pipeline() -> Language:
    return load()


def _settings(data: bytes, folder: Path) -> None:
    path = folder / "settings.yaml"
    path.write_bytes(data)
    _, problems = load_settings(path, dict)
    assert all("\n" not in str(problem) for problem in problems)


def _theme(data: bytes, folder: Path) -> None:
    place = folder / "themes"
    place.mkdir(exist_ok=True)
    (place / "odd.yaml").write_bytes(data)
    with _environment("READER_CONFIG_DIR", folder):
        assert all("\n" not in str(problem) for problem in themes.load_all().problems)


def _shelf(data: bytes, folder: Path) -> None:
    article = Article("The weir held.", source="weir.txt")
    (folder / "articles").mkdir(exist_ok=True)
    for name in ("recents.json", "screen.json", f"articles/{article.sha256}.json"):
        (folder / name).write_bytes(data)
    shelf = Shelf(folder)
    shelf.recents(), shelf.screen(), shelf.written()
    for question in (shelf.record, shelf.position, shelf.bookmarks, shelf.notes, shelf.corrections):
        question(article)
    shelf.remember(article)
    shelf.add_note(article, 0, 3, "kept")


def _cache(data: bytes, folder: Path) -> None:
    try:
        assert isinstance(decoded(data), Reading)
    except CodecError:
        return


def _journal(data: bytes, folder: Path) -> None:
    path = folder / "all.jsonl.journal"
    path.write_bytes(data)
    try:
        journal = Journal(path, {"asked": 1})
    except BatchError:
        return
    try:
        journal.marks()
    except BatchError:
        return
    finally:
        journal.close()


WAYS: dict[str, Way] = {
    **{ending: _opened(ending) for ending in (
        ".txt", ".html", ".md", ".eml", ".mht", ".mbox", ".jsonl", ".json", ".xml", ".rss", ".pdf", ".docx", ".gz", ".html.gz", "",
    )},
    "analysis": _analysed,
    "settings": _settings,
    "theme": _theme,
    "shelf": _shelf,
    "cache": _cache,
    "journal": _journal,
}  # fmt: skip

_TEXT = "The weir held\n\nBy Ilse Brandt\n\nHARN, March 3 - “It held,” said Jonas Feld. Some 40 boats sank [1].\n\nREAD MORE: Odds\n"
_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>The weir held | Harn News</title><meta property="article:published_time" '
    'content="2026-03-10T08:00:00Z"><link rel="canonical" href="https://harn.example/2026/03/10/weir"><script type="application/ld+json">'
    '{"@type":"NewsArticle","headline":"The weir held","author":[{"name":"Ilse Brandt"}],"datePublished":"2026-03-10"}</script></head>'
    "<body><article><h1>The weir held</h1><p class=byline>By Ilse Brandt</p>"
    + "<p>“It held,” said <a href='/feld'>Jonas Feld</a> of the water board, who had watched it all night long with 40 others.</p>"
    * 4
    + "<figure><img alt='The weir'><figcaption>The weir</figcaption></figure><table><tr><th>Year</th><td>10<sup>3</sup></td></tr></table>"
    "<ul><li>one<li>two</ul><blockquote>Held.</blockquote></article><footer>Related stories</footer></body></html>"
)
_MAIL = (
    "From: Ilse Brandt <ilse@harn.example>\nTo: all@harn.example\nSubject: =?utf-8?q?The_weir?=\nDate: Tue, 10 Mar 2026 08:00:00 +0100\n"
    "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8; format=flowed\n"
    f"Content-Transfer-Encoding: quoted-printable\n\n{_TEXT}\n> so it was\n\n--x\nContent-Type: text/html\nContent-Location: https://harn.example/\n"
    f"\n{_PAGE}\n--x--\n"
)
_FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Harn</title><item><title>The weir</title><link>https://harn.example/1</link>'
    f"<pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate><description><![CDATA[{_PAGE}]]></description></item></channel></rss>"
)
_KEPT = {
    "position": 3, "bookmarks": [0], "notes": [{"start": 0, "end": 3, "text": "so", "made": "2026-03-12T08:00:00.000+00:00"}],
    "corrections": [{"change": "date", "start": 0, "end": 3, "value": "2026-03-12", "made": "2026-03-12T08:00:00.000+00:00"}],
}  # fmt: skip


def _docx() -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_heading("The weir held", 0)
    document.add_paragraph(_TEXT)
    document.add_table(2, 2).cell(0, 0).text = "Year"
    document.save(out)
    return out.getvalue()


SEEDS: dict[str, bytes] = {
    "pdf": reports.two_columns(),
    "docx": _docx(),
    "text": _TEXT.encode(),
    "page": _PAGE.encode(),
    "markdown": f"---\ntitle: The weir\ndate: 2026-03-10\nauthor: [Ilse Brandt]\n---\n\n# The weir\n\n{_TEXT}\n> [!note]\n> So.\n\n[^1]: x\n\n```\n1\n```\n".encode(),
    "mail": _MAIL.encode(),
    "mailbox": f"From ilse@harn.example Tue Mar 10 08:00:00 2026\n{_MAIL}\n".encode(),
    "records": (json.dumps({"id": "1", "text": _TEXT, "title": "The weir", "published": "2026-03-10", "url": "https://harn.example"}) + "\n").encode() * 2,
    "feed": _FEED.encode(),
    "json feed": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": _PAGE, "date_published": "2026-03-10T08:00:00Z"}]}).encode(),
    "newsboat": f"Feed: Harn\nTitle: The weir\nAuthor: Ilse Brandt\nLink: https://harn.example\nDate: Tue, 10 Mar 2026 08:00:00 +0000\n\n{_TEXT}\n\nLinks:\n[1]: https://harn.example (link)\n".encode(),
    "settings": b"theme: light\nmeasure: 60\npanels: [speakers, claims]\nkeys:\n  quote.next: s\nanimation: false\n",
    "theme": b"about: Odd\ndark: true\ncolours:\n  primary: '#ff0000'\n  background: '#000000'\n",
    "kept": json.dumps(_KEPT).encode(),
    "recents": json.dumps([["a" * 64, "The weir", "weir.txt", "2026-03-12T08:00:00.000+00:00"]]).encode(),
    "reading": encoded(Reading()),
    "journal": b'{"reader batch": 1, "asked": {"asked": 1}}\n{"items": 1, "failed": 0, "output": {"bytes": 0}, "failures": {"bytes": 0}, "last": "x", "files": []}\n',
}  # fmt: skip


FITTING = {
    ".html": "page", ".html.gz": "page", ".md": "markdown", ".eml": "mail", ".mht": "mail", ".mbox": "mailbox", ".jsonl": "records",
    ".json": "json feed", ".xml": "feed", ".rss": "feed", "": "newsboat", "settings": "settings", "theme": "theme", "shelf": "kept",
    "cache": "reading", "journal": "journal", "analysis": "text", ".txt": "text", ".gz": "text", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
"""What each way expects, which most of what it is given begins as."""


# The run


def one(seed: int, folder: Path) -> Hit | None:
    """What one input does; None where all is well."""
    rng = random.Random(seed)
    way = rng.choice(list(WAYS))
    begins = SEEDS[FITTING[way]] if rng.random() < 0.7 else rng.choice(list(SEEDS.values()))
    data = mutated(rng, begins, SEEDS)
    return tried(seed, way, data, folder)


def tried(seed: int, way: str, data: bytes, folder: Path) -> Hit | None:
    """What this input does on this way."""
    try:
        with _no_longer_than(HANGS):
            WAYS[way](data, folder)
    except Exception as error:
        ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "reader" in frame.filename]
        last = (ours or traceback.extract_tb(error.__traceback__))[-1]
        return Hit(
            seed, way, f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})", data
        )
    return None


def run(seconds: float, first: int) -> Iterator[Hit]:
    """Inputs one after the other for so long, from a seed on."""
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder, _environment("READER_CACHE_DIR", Path(folder)):
        seed = first
        while time.monotonic() < until:
            if hit := one(seed, Path(folder)):
                yield hit
            seed += 1


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """Raises TimeoutError in what takes more processor time than that."""

    def stop(*_: Any) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _environment(name: str, folder: Path) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def main() -> None:
    """Go on for as long as is asked for; each kind of hit is shown once, with its input in a file."""
    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("--seconds", type=float, default=600)
    asked.add_argument("--seed", type=int, default=time.time_ns() % 10**9)
    options = asked.parse_args()
    print(f"from seed {options.seed} on, for {options.seconds:g} s", flush=True)
    seen: set[str] = set()
    kept = Path(tempfile.mkdtemp(prefix="reader-fuzz-"))
    for hit in run(options.seconds, options.seed):
        if hit.error not in seen:
            seen.add(hit.error)
            (kept / f"{hit.seed}{hit.way if hit.way.startswith('.') else '.txt'}").write_bytes(hit.data)
            print(f"{hit} in {kept}", flush=True)
    sys.exit(bool(seen))


if __name__ == "__main__":
    main()
