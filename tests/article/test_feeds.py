"""Feeds: RSS, Atom and JSON Feed open as several articles."""

import json
from datetime import date

import pytest

from reader.article import ArticleError, open_article, open_each
from reader.article.feeds import apart, is_feed
from reader.article.opener import from_bytes

BODY = "&lt;p&gt;Nine &lt;b&gt;boats&lt;/b&gt; sank.&lt;/p&gt;&lt;p&gt;Two more are missing.&lt;/p&gt;"
RSS = f"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Tarn Post</title>
<item><title>Boats &amp; ferries</title><link>https://post.example/a</link><author>ida@post.example (Ida Feld)</author>
<pubDate>Tue, 10 Mar 2026 23:30:00 -0500</pubDate><description>{BODY}</description></item>
<item><title>Second</title><description>Plain words.</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tarn Post</title>
<entry><title>Boats &amp; ferries</title><link href="https://post.example/a"/><author><name>Ida Feld</name></author>
<published>2026-03-10T23:30:00-05:00</published><content type="html">{BODY}</content></entry>
<entry><title>Second</title><summary>Plain words.</summary></entry>
</feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Tarn Post",
        "items": [
            {
                "id": "1",
                "title": "Boats & ferries",
                "url": "https://post.example/a",
                "authors": [{"name": "Ida Feld"}],
                "date_published": "2026-03-10T23:30:00-05:00",
                "content_html": "<p>Nine <b>boats</b> sank.</p><p>Two more are missing.</p>",
            },
            {"id": "2", "title": "Second", "content_text": "Plain words."},
        ],
    }
)
FEEDS = {"a.rss": RSS, "b.atom": ATOM, "c.xml": RSS, "d.json": JSON, "feed": ATOM}


@pytest.mark.parametrize("name", FEEDS)
def test_each_entry_is_an_article(tmp_path, name):
    (tmp_path / name).write_text(FEEDS[name], "utf-8")
    first, second = open_each(tmp_path / name)
    assert first.text == "Boats & ferries\n\nNine boats sank.\n\nTwo more are missing.\n"
    assert (first.title, first.byline, first.site) == ("Boats & ferries", "Ida Feld", "The Tarn Post")
    assert (first.published, first.published_from) == (date(2026, 3, 10), "metadata")
    assert first.url == "https://post.example/a"
    assert second.text == "Second\n\nPlain words.\n"
    assert second.published is None


def test_the_first_says_that_there_are_others(tmp_path):
    (tmp_path / "a.rss").write_text(RSS)
    assert "this is the first of several articles in the file" in open_article(tmp_path / "a.rss").notices


def test_what_is_only_the_beginning_says_so():
    article = from_bytes(RSS.encode(), source="a.rss", form=".rss")
    assert "this is what the feed gives of the article; o opens all of it in a browser" in article.notices


def test_an_address_that_is_none_of_the_web_is_not_kept():
    assert from_bytes(RSS.replace("https://post", "javascript:post").encode(), source="a.rss").url is None


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_entries_can_be_taken_apart_and_lose_nothing(feed):
    entries = [from_bytes(entry, source="a", form=".json") for entry in apart(feed.encode())]
    whole = from_bytes(feed.encode(), source="a")
    assert (entries[0].text, entries[0].published, entries[0].byline, entries[0].site) == (
        whole.text, whole.published, whole.byline, whole.site,
    )  # fmt: skip
    assert len(entries) == 2


def test_of_ten_thousand_entries_none_is_made_before_its_turn():
    items = "".join(
        f"<item><title>No {n}</title><description>Words.</description></item>" for n in range(10_000)
    )
    feed = f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()
    from reader.article.feeds import Entries
    from reader.article.options import AS_IT_IS
    from reader.article.sources import Source

    entries = Entries(Source(feed, "a.rss"), AS_IT_IS)
    assert (len(entries), entries[9_999].title) == (10_000, "No 9999")
    assert len(entries._made) == 1


BOMB = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"/>'


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.rss", '<rss version="2.0"><channel><title>T</title></channel></rss>', "has no entries"),
        ("a.rss", "hello", "no feed that can be read"),
        ("a.rss", BOMB, "no feed that can be read"),
        ("a.json", '{"a": 1}', "articles as JSON are JSON Lines"),
        ("a.json", '{"version": "https://jsonfeed.org/version/1", "items": [', "is no valid JSON"),
        ("a.json", '{"version": "https://jsonfeed.org/version/1", "items": 7}', "has no entries"),
        ("a.xml", '<?xml version="1.0"?><svg xmlns="x"><text>hi</text></svg>', "XML of a kind that is not read .<svg>"),
        ("a.xml", BOMB, "XML of a kind that is not read"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_a_line(tmp_path, name, text, says):
    (tmp_path / name).write_text(text)
    with pytest.raises(ArticleError, match=says) as refused:
        open_each(tmp_path / name)
    assert "\n" not in str(refused.value)


def test_a_page_that_begins_as_xml_is_a_page():
    assert not is_feed(b'<?xml version="1.0"?><!DOCTYPE html><html><body><p>Words of it.</p></body></html>')
