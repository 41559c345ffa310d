"""What was fetched can be read again when the network or the page is gone, and the reader says so."""

import os
from dataclasses import replace
from datetime import date

import pytest

from reader.article import ArticleError, Options, open_article
from reader.article.fetch import Page
from reader.article.pages import Pages, fetch_or_recall

LINES = "".join(
    f"<p>On day {n} the ferry to Kelda stayed in port, the harbour office said.</p>" for n in range(9)
)
PAGE = f"<html><head><title>No ferry</title></head><body><article><h1>No ferry</h1>{LINES}</article></body></html>"
DAY = date(2026, 5, 3)


def kept(url="https://harbour.example/a", data=b"<p>text</p>", day=DAY):
    return Page(url, data, "utf-8", "text/html", day)


def test_a_page_comes_back_as_it_was_kept(tmp_path):
    pages = Pages(tmp_path / "pages")
    pages.keep("https://harbour.example/old", kept())
    assert pages.get("https://harbour.example/old#part") == kept()
    assert pages.get("https://harbour.example/other") is None


def test_only_the_user_may_read_the_folder(tmp_path):
    Pages(tmp_path / "pages").keep("https://harbour.example/a", kept())
    (file,) = (tmp_path / "pages").iterdir()
    assert file.parent.stat().st_mode & 0o077 == 0
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "spoil",
    [lambda b: b[:40], lambda b: b[:-9] + b"x" * 9, lambda b: b"", lambda b: b"{}\n", lambda b: b"[]\nxx"],
)
def test_a_damaged_file_counts_as_not_there(tmp_path, spoil):
    pages = Pages(tmp_path)
    pages.keep("https://harbour.example/a", kept())
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    assert pages.get("https://harbour.example/a") is None


def test_the_oldest_pages_go_when_there_are_too_many(tmp_path):
    pages = Pages(tmp_path)
    for number in range(3):
        pages.keep(f"https://harbour.example/{number}", kept())
        (new,) = [path for path in tmp_path.iterdir() if path.stat().st_mtime > 3]
        os.utime(new, (number, number))
    size = next(tmp_path.iterdir()).stat().st_size
    replace(pages, limit_bytes=size * 2 + 9).keep("https://harbour.example/3", kept())
    assert [pages.get(f"https://harbour.example/{n}") is not None for n in range(4)] == [
        False,
        False,
        True,
        True,
    ]


def test_all_pages_can_be_thrown_away(tmp_path):
    pages = Pages(tmp_path)
    pages.keep("https://harbour.example/a", kept())
    (tmp_path / "other").write_text("not a page")
    assert pages.kept.clear().entries == 1
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_a_pipe_in_the_place_of_a_page_is_not_waited_for(tmp_path):
    pages = Pages(tmp_path)
    pages.keep("https://harbour.example/a", kept())
    (file,) = tmp_path.iterdir()
    file.unlink()
    os.mkfifo(file)
    assert pages.get("https://harbour.example/a") is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_is_no_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    pages = Pages(tmp_path / "file" / "pages")
    pages.keep("https://harbour.example/a", kept())
    assert pages.get("https://harbour.example/a") is None


def test_offline_the_kept_article_opens_with_a_notice_and_its_day(server, cache_folder):
    url = server.page("/ferry", PAGE.encode())
    first = open_article(url, allow_local=True)
    del server.answers["/ferry"]
    again = open_article(url, allow_local=True)
    assert again == first
    (notice,) = again.notices
    assert notice.startswith(f"{url} answers 404 Not Found; this is the copy fetched on ")
    assert first.notices == ()
    assert again.steps[0] == f"fetched on {date.today().isoformat()}"
    assert list((cache_folder / "pages").iterdir())


def test_the_notice_names_the_day(server, tmp_path):
    url, pages = server.url("/gone"), Pages(tmp_path)
    pages.keep(url, kept(url))
    page, notices = fetch_or_recall(url, Options(allow_local=True, pages=pages))
    assert page == kept(url)
    assert notices == (f"{url} answers 404 Not Found; this is the copy fetched on 3 May 2026",)


def test_a_private_address_is_refused_even_when_a_copy_is_kept(server, tmp_path):
    url, pages = server.url("/gone"), Pages(tmp_path)
    pages.keep(url, kept(url))
    with pytest.raises(ArticleError, match="private address"):
        fetch_or_recall(url, Options(pages=pages))


def test_a_page_never_fetched_stays_an_error(server, tmp_path):
    with pytest.raises(ArticleError, match="answers 404 Not Found"):
        fetch_or_recall(server.url("/never"), Options(allow_local=True, pages=Pages(tmp_path)))


def test_a_page_with_a_wrong_charset_in_its_header_is_read_right(server):
    words = LINES.replace("said", "said – “très” sûr")
    url = server.page(
        "/a", PAGE.replace(LINES, words).encode(), "Content-Type: text/html; charset=iso-8859-1"
    )
    assert "“très” sûr" in open_article(url, allow_local=True).text


def test_a_text_and_a_markdown_file_can_be_fetched_too(server):
    text = server.page("/a.txt", b"The ferry is late.\n", "Content-Type: text/plain")
    assert open_article(text, allow_local=True).text == "The ferry is late.\n"
    marked = server.page("/a.md", b"# Late\n\nThe *ferry*.\n", "Content-Type: text/markdown; charset=utf-8")
    assert open_article(marked, allow_local=True).text == "Late\n\nThe ferry.\n"
