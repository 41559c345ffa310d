"""Values that no person writes, where a source states something of itself: each is left out, or said, and never an error."""

import json
from pathlib import Path

import pytest

from reader.article import ArticleError, open_each, open_one

NINES = "9" * 5_000
WIDE = f"0x{'f' * 5_000}"
TEXT = "# Ferry\n\nThe ferry left the quay at noon, its master Nils Arvo said.\n"
UNREAD = "what looks like front matter is not closed, or cannot be read: it stands in the text"


@pytest.mark.parametrize(
    "stated",
    [
        f"---\ntitle: {NINES}\n---\n",
        f"---\ntitle: [{NINES}]\nauthor: 1e{NINES}\n---\n",
        f"---\ntitle: {WIDE}\n---\n",
        f"---\ntitle: [{WIDE}, Ferry]\nurl: {WIDE}\n---\n",
        f"---\n{NINES}: x\ndate: {NINES}\n---\n",
        f"---\ntime: {NINES}:59:59\n---\n",
        "---\ndate: 2026-02-31\n---\n",
        "---\ntitle: !!python/object/apply:os.system [x]\n---\n",
        "---\ntitle: !!int x\n---\n",
        "---\ntitle: {a: {b: c}}\nauthor: !!binary '='\n---\n",
        f"---\ntitle: {'[' * 9_000}\n---\n",
        f"+++\ntitle = {NINES}\n+++\n",
        f"+++\ntitle = {WIDE}\n+++\n",
        f"+++\ntitle = [{NINES}]\n+++\n",
        "+++\ndate = 2026-02-31\n+++\n",
        f"+++\ntitle = {'[' * 9_000}\n+++\n",
    ],
    ids=lambda stated: repr(stated[:25]),
)
def test_front_matter(tmp_path: Path, stated):
    path = tmp_path / "ferry.md"
    path.write_text(stated + TEXT)
    article = open_one(path)
    assert "Nils Arvo" in article.text
    assert article.notices in ((), (UNREAD,))
    assert len(article.title or "") < 400


def test_half_a_pair_in_front_matter_is_a_sign(tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text('---\ntitle: "Ferry \\uD800"\nauthor: "\\e]0;mine\\a"\n---\n' + TEXT)
    article = open_one(path)
    assert (article.title, article.byline) == ("Ferry \ufffd", "␛]0;mine␇")


PAGE = "".join(f"<p>The ferry left the quay at {n} in the morning, its master said.</p>" for n in range(9))


@pytest.mark.parametrize(
    "location",
    ["http://[::1", "cid:x", "=?utf-8?q?=ed=a0=80?=", "http://" + "a" * 9_000, "http://x:y/", "//", ";"],
    ids=lambda location: location[:20],
)
@pytest.mark.parametrize("head", ["", '<base href="http://[::1">', '<link rel="canonical" href="http://[x">'])
def test_where_a_saved_page_says_it_came_from(tmp_path, location, head):
    path = tmp_path / "ferry.mhtml"
    path.write_text(
        f"From: <Saved>\nSnapshot-Content-Location: {location}\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
        f"<html><head>{head}</head><body><article>{PAGE}</article></body></html>"
    )
    article = open_one(path)
    assert "the ferry" in article.text.lower() and article.url is None


@pytest.mark.parametrize(
    "record",
    [
        f'{{"text": "The ferry.", "id": {NINES}}}',
        '{"text": "The ferry.", "published": 7}',
        '{"text": "The ferry.", "published": "9999999-01-01"}',
        '{"text": 7}',
        "[" * 100_000,
        '"text"',
        "",
    ],
    ids=lambda record: record[:20],
)
def test_a_record(tmp_path, record):
    path = tmp_path / "ferry.jsonl"
    path.write_text(f'{record}\n{{"text": "x"}}\n' if record else "")
    with pytest.raises(ArticleError, match=r"line 1: |is empty|no article|holds no"):
        open_each(path)


@pytest.mark.parametrize("value", [True, 7, [], {}, 1e300, "\ud800", None])
def test_the_address_and_title_of_a_record(tmp_path, value):
    path = tmp_path / "ferry.jsonl"
    path.write_text(json.dumps({"text": "The ferry left.", "url": value, "title": value}) + "\n")
    (article,) = open_each(path)
    assert article.url is None and article.title in (None, "\ufffd")
