"""Which addresses an article may bring along, and which of this world's may be connected to."""

import json
from pathlib import Path

import pytest

from reader.article import Article, open_each, open_one
from reader.article.addresses import is_public
from reader.article.webaddress import same_site, web_address, without_password

KEPT = {
    "https://gull.example/ferry?a=1#top": "https://gull.example/ferry?a=1#top",
    " HTTP://Gull.Example ": "http://Gull.Example",
    "https://gull.example:8443/a b": "https://gull.example:8443/a%20b",
    "https://[2001:db8::7]/x": "https://[2001:db8::7]/x",
    "https://zürich.example/straße": "https://zürich.example/straße",
    "https://nils:secret@gull.example/x@y": "https://gull.example/x@y",
    "https://nils%40:se@cret@gull.example": "https://gull.example",
}
HOSTILE = [
    "javascript:alert(1)", "JAVASCRIPT://gull.example/%0aalert(1)", "java\nscript:alert(1)", "data:text/html,x",
    "file:///etc/passwd", "file://gull.example/etc", "vscode://x/y", "ssh://gull.example", "mailto:a@gull.example",
    "-https://gull.example", "--new-window=https://gull.example", "//gull.example/x", "gull.example", "/ferry", "https:",
    "https://", "https:///x", "https://@/x", "http:gull.example", "https://-gull.example", "https://.gull.example/",
    "https://gull.example\\@evil.example/", "https://gull.example\x00/", "https://gull.example/\x1b[2J",
    "https://gull.example/\nx", "https://gull example/", "https://gull.example:0/", "https://gull.example:x/",
    "https://gull.example:99999999/", "https://[::1/", "https://[gull]/", "https://gull.example/\ud800",
    "https://gull.example/\u2028x", 'https://gull.example"onload=/', "https://%67ull.example/",
    "https://gull.example/" + "x" * 5000, "https://" + "g" * 300, None, 7, ["https://gull.example"], "",
]  # fmt: skip


@pytest.mark.parametrize("stated", KEPT)
def test_an_address_of_the_web_is_kept_without_a_password(stated):
    assert web_address(stated) == KEPT[stated]
    assert web_address(KEPT[stated]) == KEPT[stated]


@pytest.mark.parametrize("stated", HOSTILE, ids=lambda stated: repr(stated)[:40])
def test_nothing_else_is_kept(stated):
    assert web_address(stated) is None


def in_front_matter(folder: Path, url: str) -> Path:
    path = folder / "ferry.md"
    path.write_text(f"---\nurl: {json.dumps(url)}\n---\n# Ferry\n\nThe ferry left the quay at noon.\n")
    return path


def in_source_line(folder: Path, url: str) -> Path:
    path = folder / "ferry.txt"
    path.write_text(f"Title: Ferry\nSource: {url}\n\nThe ferry left the quay at noon.\n")
    return path


def in_toml(folder: Path, url: str) -> Path:
    path = folder / "toml.md"
    path.write_text(f"+++\nlink = {json.dumps(url)}\n+++\n\nThe ferry left the quay at noon.\n")
    return path


def in_record(folder: Path, url: str) -> Path:
    path = folder / "ferry.jsonl"
    path.write_text(json.dumps({"id": "1", "text": "The ferry left the quay at noon.", "url": url}) + "\n")
    return path


BODY = "".join(
    f"<p>The ferry left the quay at {n} in the morning, its master Nils Arvo said.</p>" for n in range(9)
)


def in_canonical(folder: Path, url: str) -> Path:
    path = folder / "ferry.html"
    path.write_text(
        f'<html><head><link rel="canonical" href="{url}"></head><body><article>{BODY}</article></body></html>'
    )
    return path


def in_linked_data(folder: Path, url: str) -> Path:
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "url": url})
    path = folder / "linked.html"
    path.write_text(
        f'<html><head><script type="application/ld+json">{data}</script></head><body><article>{BODY}</article></body></html>'
    )
    return path


def in_saved_page(folder: Path, url: str) -> Path:
    path = folder / "ferry.mhtml"
    path.write_text(
        f"From: <Saved>\nSnapshot-Content-Location: {url}\nSubject: Ferry\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
        f"<html><body><article>{BODY}</article></body></html>\n--x--\n"
    )
    return path


PLACES = [in_front_matter, in_source_line, in_toml, in_record, in_canonical, in_linked_data, in_saved_page]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "vscode://x/y",
        "--x=https://gull.example",
        "https://[::1",
        "http://",
    ],
)
def test_wherever_it_is_stated_it_is_not_kept(tmp_path, place, url):
    assert [article.url for article in open_each(place(tmp_path, url))] == [None]


@pytest.mark.parametrize("place", PLACES)
def test_wherever_it_is_stated_the_password_is_not_kept(tmp_path, place):
    (article,) = open_each(place(tmp_path, "https://nils:secret@gull.example/ferry"))
    assert article.url == "https://gull.example/ferry"
    assert "secret" not in repr(article)


def test_a_source_that_was_typed_with_a_password_is_kept_without():
    article = Article(
        "x", source="https://nils:secret@gull.example/x", url="https://nils:secret@gull.example/x"
    )
    assert (article.source, article.url) == ("https://gull.example/x", "https://gull.example/x")
    assert without_password("notes@home/ferry.txt") == "notes@home/ferry.txt"


@pytest.mark.parametrize(
    "address",
    [
        "fec0::1", "feff::1", "64:ff9b:1::1", "64:ff9b:1:ffff::10.0.0.1", "64:ff9b::127.0.0.1", "::127.0.0.1", "::8.8.8.8",
        "::ffff:0:10.0.0.1", "::ffff:0:8.8.8.8", "::ffff:10.0.0.1", "5f00::1", "2002:7f00:1::", "3fff::1", "2001:db8::1",
        "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1", "100::1", "4000::1", "0.0.0.0", "127.0.0.1", "169.254.169.254",
        "100.64.0.1", "224.0.0.1", "255.255.255.255",
    ],
)  # fmt: skip
def test_what_is_not_of_the_open_internet_is_not_connected_to(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::93.184.216.34", "::ffff:93.184.216.34"]
)
def test_what_is_of_it_is(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.gull.example/a", "http://gull.example/b", True),
        ("https://amp.gull.example/a", "https://www.gull.example/b", True),
        ("https://gull.example/", "https://notgull.example/", False),
        ("https://gull.example/", "https://gull.example.evil.example/", False),
        ("ferry.txt", "https://gull.example/", False),
    ],
)
def test_two_addresses_are_of_one_site_where_one_is_within_the_others_domain(one, other, same):
    assert same_site(one, other) is same


def test_an_article_that_is_opened_has_its_address(tmp_path):
    assert (
        open_one(in_front_matter(tmp_path, "https://gull.example/ferry")).url == "https://gull.example/ferry"
    )


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "vscode://x", "-x", "/relative", "mailto:a@b.example"],
)
def test_a_link_that_leads_nowhere_on_the_web_is_none(tmp_path, url):
    path = tmp_path / "ferry.md"
    path.write_text(
        f'# Ferry\n\nThe [ferry](<{url}>) and <a href="{url}">the quay</a>, [here](https://n:pw@gull.example/x).\n'
    )
    article = open_one(path)
    assert [run.address for run in article.links] == ["https://gull.example/x"]
