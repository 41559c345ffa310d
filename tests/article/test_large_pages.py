"""Pages that are too much to find the article in: all their text comes, in blocks, by a way that takes time in proportion."""

import pytest

from reader.article import ArticleError, Options
from reader.article.html import effort
from reader.article.html.elements import Open
from reader.article.html.markup import readied
from reader.article.html.visible import visible_text
from reader.article.opener import from_bytes

SENTENCE = "The ferry to Kelda stayed in port on Monday, the harbour office said."
TOO_MUCH = "too long or too deeply nested"


def read(markup, *, raw=False):
    return from_bytes(markup.encode(), Options(raw=raw), source="page.html", form=".html")


def blocks(article):
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def shown(markup):
    return blocks(visible_text(readied(markup)))


@pytest.fixture
def never_parsed(monkeypatch):
    """trafilatura is not asked."""
    monkeypatch.setattr(
        "reader.article.html.extraction.extract", lambda *_, **__: pytest.fail("was looked for in the tree")
    )


LARGE = {
    "divisions": "<div>" * 100_000 + SENTENCE,
    "spans": "<p>" + "<span>" * 100_000 + SENTENCE,
    "lists": "<ul><li>" * 50_000 + SENTENCE,
    "quotations": "<p>" + "<q>" * 100_000 + SENTENCE,
    "quotations side by side": "<q>a</q>" * 50_000 + SENTENCE,
    "tables": "<table><tr><td>" * 5_000 + SENTENCE,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(50_000)) + ">" + SENTENCE,
    "attributes with values": "<p " + " ".join(f"a{n}='{n}'" for n in range(50_000)) + ">" + SENTENCE,
    "unclosed paragraphs": "<p>a" * 50_000 + f"<p>{SENTENCE}",
    "links": "<p>a <a href=x>y</a></p>" * 25_000 + SENTENCE,
    "figures": "<figure><img><figcaption>A quay</figcaption></figure>" * 15_000 + f"<p>{SENTENCE}",
    "asides": "<aside>" * 490 + f"<p>{SENTENCE}</p>" * 20_000,
    "quotations in quotations": ("<q>" * 100 + SENTENCE + "</q>" * 100) * 390,
    "bold": "<p>" + "<b>a</b> " * 20_000 + SENTENCE,
    "breaks": "<p>" + "<br>" * 20_000 + SENTENCE,
    "preformatted": "<pre>" + "A line.\n\n" * 50_000 + SENTENCE + "</pre>",
}


@pytest.mark.parametrize("body", LARGE.values(), ids=LARGE)
def test_a_page_that_would_take_too_long_comes_with_all_its_text(body, never_parsed):
    article = read(f"<html><body>{body}")
    assert SENTENCE in article.text
    (notice,) = article.notices
    assert TOO_MUCH in notice
    assert article.steps[-1] == "all visible text taken from HTML"
    assert read(f"<html><body>{body}", raw=True).notices == ()


@pytest.mark.parametrize("around", ["<p>{}</p>", "<pre>\n\n{}\n\n</pre>"])
def test_each_of_many_paragraphs_is_one(around, never_parsed):
    said = [f"On day {day} the ferry to Kelda stayed in port." for day in range(50_000)]
    body = "".join(f"<p>{one}</p>" for one in said) if "<p>" in around else around.format("\n \n".join(said))
    article = read(f"<html><body><h1>No ferry</h1>{body}</body></html>")
    assert blocks(article) == [("headline", "No ferry"), *(("paragraph", one) for one in said)]
    assert article.title == "No ferry"


def test_what_a_large_page_states_is_known():
    head = '<meta property="og:title" content="No ferry"><meta name="author" content="Odile Marsh"><meta name="date" content="2026-03-04">'
    article = read(
        f"<html lang='en'><head>{head}</head><body>{'<p>a</p>' * 50_000}<p>{SENTENCE}</p></body></html>"
    )
    assert (article.title, article.byline, str(article.published)) == (
        "No ferry",
        "Odile Marsh",
        "2026-03-04",
    )


@pytest.mark.parametrize("heavy", ["script", "style", "svg", "comment"])
def test_what_nobody_reads_does_not_count(heavy):
    inside = "<path d='M0 0'/>" if heavy == "svg" else "<b></b>"
    around = "<!--{}-->" if heavy == "comment" else f"<{heavy}>{{}}</{heavy}>"
    page = f"<html><body><article><h1>No ferry</h1>{f'<p>{SENTENCE}</p>' * 3}{{}}</article></body></html>"
    assert read(page.format(around.format(inside * effort.MOST * 4))) == read(page.format(""))


def test_a_long_live_blog_is_not_too_much():
    entry = (
        f"<div class='post'><h2>10:30</h2><p>{SENTENCE}</p><p>{SENTENCE * 4} <a href='/a'>More</a></p></div>"
    )
    assert not effort.is_too_much(f"<html><body>{entry * (2_000_000 // len(entry))}</body></html>")


@pytest.mark.parametrize(
    ("markup", "cost"),
    [
        ("<p>a <b>b</b></p>" * 1_000, 2_002),
        ("<p>a<p>a <b>b</b>" * 1_000, 3_002),
        ("<p>" + "a <b>b</b>" * 1_000, 1_001 + 1_000 * 1_001 // 2 // 500),
        ("<p>" + "a<br>" * 1_000, 1_001 + 1_000 * 1_001 // 2 // 500),
        ("<div>" * 50, 50 + sum(range(21)) // 20),
        ("<p title='>'><div data-a=\"<b>\">", 3),
        ("</div></p>" * 900 + "<div></div>" * 100, 100),
    ],
    ids=["plain", "unclosed", "side by side", "breaks", "deep", "in values", "ends of nothing"],
)
def test_elements_count_more_where_they_lie_deep_or_many_in_a_line(markup, cost):
    assert effort.effort(markup) == cost


def test_attributes_count_by_their_pairs():
    few = "<p " + "class='ferry' " * 40 + ">"
    assert effort.effort(few * 10) == 10 + 10 * 40 * 40 // 500
    assert effort.effort("<p class='" + "ferry " * 5_000 + "'>") == 1


def test_an_end_of_nothing_ends_nothing():
    opened = Open()
    for name in ("ul", "li"):
        opened.begin(name)
    opened.end("blockquote")
    assert opened.kind == ("listitem", 1)
    opened.end("ul")
    assert (opened.names, opened.kind) == ([], ("paragraph", 0))


def test_kinds_of_blocks_without_a_tree():
    markup = "<h1>No ferry</h1><h2>Why</h2><ul><li>Wind<li>Tide</ul>Then<blockquote><p>We wait.</blockquote><h1>More</h1><table><tr><td>a<td>b</table>"
    assert shown(markup) == [
        ("headline", "No ferry"),
        ("subhead", "Why"),
        ("listitem", "Wind"),
        ("listitem", "Tide"),
        ("paragraph", "Then"),
        ("blockquote", "We wait."),
        ("subhead", "More"),
        ("paragraph", "a b"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>Gone.<p>Seen.",
        "<div style='color: red; display: none'><div>Gone.</div>Gone.</div>Seen.",
        "<svg/><svg><title>Gone.</title><svg></svg>Gone.</svg>Seen.",
        "<button>Gone.</button><input hidden>Seen.",
        "<title>Gone.</title><noscript><p>Gone.</noscript>Seen.",
        "<!-- <script> --><p>Seen.</p><!--> --><script>Gone.",
        "<p class='is hidden' title='a > b' data-a=\"it's\">Seen.",
        "<p style='visibility: hidden'>Gone.</p>Seen.",
        "<li hidden>Gone.</li><li>Seen.",
    ],
)
def test_what_is_hidden_is_not_shown_and_the_rest_is(markup):
    assert "".join(text for _, text in shown(markup)).removesuffix("-->").strip() == "Seen."


def test_what_is_raised_is_no_part_of_the_number_before_it():
    assert shown("<p>10<sup>3</sup> hectares, CO<sub>2</sub> and the 21<sup>st</sup></p>") == [
        ("paragraph", "10³ hectares, CO₂ and the 21st")
    ]


def test_quotations_get_the_marks_of_a_browser():
    assert shown("<p>She said <q>no</q> and <q>“never”</q>, <q>he said</p>")[0][1] == (
        "She said “no” and “never”, “he said"
    )


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        ("a<svg/>b<svg>x<SVG w=1>y</svg>z</svg>c", "abc"),
        ("a</svg>b<svg>c</svg>", "ab"),
        ("a<svg>b<svg>c</svg>", "a<svg>b<svg>c</svg>"),
    ],
)
def test_drawings_are_taken_out_before_a_page_is_read(markup, left):
    assert readied(markup) == left


@pytest.mark.parametrize(
    "markup", ["<p title='", '<p a="b>', "<", "<p", "</", "<!", "<!--", "a<b", "<q></q></q>", "</svg>"]
)
def test_a_tag_that_is_cut_off_is_no_crash(markup):
    assert shown(f"<p>Seen.</p>{markup}")[0] == ("paragraph", "Seen.")


@pytest.mark.parametrize(
    "declared",
    ["<![CDATA[{}]]>", "<!DOCTYPE html [<!ELEMENT note {}>", "<?php {} ?>", "<!{}>", "</ {}>"],
    ids=["CDATA", "document type", "instruction", "declaration", "end of nothing"],
)
def test_a_long_declaration_is_passed_over(declared):
    long = declared.format("var quay = 'Tarn, Kelda'; " * 40)
    page = f"<html><head>{long}</head><body><h1>No ferry</h1>{long}<p>{SENTENCE}</p></body></html>"
    assert blocks(read(page)) == [("headline", "No ferry"), ("paragraph", SENTENCE)]


def test_json_ld_that_is_wrapped_for_xml_is_read():
    stated = '{"@type": "NewsArticle", "datePublished": "2026-03-10", "author": {"name": "Odile Marsh"}}'
    for opens, ends in (
        ("<![CDATA[", "]]>"),
        ("//<![CDATA[\n", "\n//]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("<!--", "-->"),
        ("", ";"),
    ):
        head = f"<script type='application/ld+json'>{opens}{stated}{' ' * 400}{ends}</script>"
        article = read(f"<html><head>{head}</head><body>{f'<p>{SENTENCE}</p>' * 3}</body></html>")
        assert (str(article.published), article.byline) == ("2026-03-10", "Odile Marsh"), opens


@pytest.mark.parametrize("blank", [" ", "\n", "\t \n"])
def test_a_run_of_blanks_is_gone_through_once(blank):
    run = blank * 400_000  # where each is begun anew, minutes
    page = f"<html>{run}<body><h1>No ferry</h1>{run}<p>{SENTENCE}{run}</p>{run}</body></html>"
    assert blocks(read(page)) == [("headline", "No ferry"), ("paragraph", SENTENCE)]


def test_a_large_page_that_shows_nothing_holds_no_article():
    with pytest.raises(ArticleError, match="no article"):
        read("<html><body>" + "<div hidden>" * 50_000 + SENTENCE)


def test_many_references_are_each_told_once(monkeypatch):
    told = []
    monkeypatch.setattr("reader.article.html.markup.display", lambda sign: told.append(sign) or "?")
    readied("&#21;" * 5_000 + "&#22;")
    assert set(told) == {"\x15", "\x16"}
    assert len(told) <= 4
    assert readied("&#" + "9" * 100_000 + ";") == "\ufffd"


def test_what_a_page_of_frames_says_without_them_is_shown():
    markup = (
        "<frameset><frame src='a.html'><noframes><body>No frames <b>here</b>.</body></noframes></frameset>"
    )
    assert shown(markup) == [("paragraph", "No frames here.")]
