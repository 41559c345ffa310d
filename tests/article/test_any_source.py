"""Whatever the bytes: an Article whose offsets hold and that no terminal would obey, or one clear line."""

import gzip

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.article import Article, ArticleError
from reader.article.jsonl import from_record
from reader.article.opener import from_bytes
from reader.article.options import AS_IT_IS, Options
from reader.article.sanitise import display
from tests.article.hostile import HOSTILE, obeyed

FORMS = st.sampled_from(["", ".txt", ".md", ".html", ".eml", ".jsonl"])
ANY_TEXT = st.text(st.characters(codec=None), max_size=300)
PIECES = st.sampled_from(
    [
        *HOSTILE.values(),
        "\n\n",
        "\n",
        "---\n",
        "# ",
        "> ",
        "- ",
        "|",
        "“",
        "(Photo: Piet Halm)",
        "More: ",
        "By Odile Marsh",
        "BERLIN, Jan 7 - ",
        "The ferry is late. ",
        "The ferry between Tarn and Kelda will run again from Thursday, the operator said on Wednesday. " * 2,
    ]
)
MARKUP = st.sampled_from(
    [
        *[
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<h1>",
            "</h1>",
            "<li>",
            "<ul>",
            "</ul>",
            "<td>",
            "<table>",
            "<tr>",
            "</table>",
            "<br>",
            "<q>",
            "</q>",
            "<a",
            "href=x>",
        ],
        *[
            "<blockquote>",
            "</blockquote>",
            "<figure>",
            "<figcaption>",
            "</figure>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<title>",
            "</title>",
        ],
        '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"',
        '"}</script>',
        '<meta name="author" content="',
        '">',
        "&#27;",
        "&#x9b;",
        "&amp;",
        "<",
        "&",
        "<![CDATA[",
        "<?xml ?>",
    ]
)


def assert_sound(article: Article, text_is_shown: bool = False) -> None:
    """Blocks in order and inside the text, and nothing that is obeyed."""
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        at = block.end
        assert article.text[block.start : block.end].strip()
    if article.dateline:
        assert 0 <= article.dateline[0] < article.dateline[1] <= len(article.text)
    assert len(article.model_text) == len(article.text)
    assert len(article.sha256) == 64
    shown = [display(article.text) if text_is_shown else article.text]
    shown += [
        article.title,
        article.byline,
        article.site,
        article.url,
        article.source,
        *article.notices,
        *article.steps,
    ]
    for text in shown:
        assert not obeyed(text or "")


def check(data: bytes, form: str, options: Options = AS_IT_IS) -> None:
    try:
        article = from_bytes(data, options, source="any", form=form)
    except ArticleError as error:
        assert str(error).isprintable()
    else:
        assert_sound(article, text_is_shown=form == ".jsonl")


@given(st.binary(max_size=400), FORMS)
@example(b"\xff\xfe\x00", "")
@example(b"\x1f\x8b", "")
@settings(deadline=None)
def test_any_bytes(data, form):
    check(data, form)
    check(gzip.compress(data), form, Options(fix_encoding=True))


@given(ANY_TEXT, FORMS)
@settings(deadline=None)
def test_any_text(text, form):
    check(text.encode("utf-8", "surrogatepass"), form)


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["", ".md", ".eml"]))
@settings(deadline=None)
def test_any_text_of_known_pieces(text, form):
    check(text.encode("utf-8", "surrogatepass"), form)


@given(st.lists(MARKUP | PIECES, max_size=40).map("".join))
@settings(deadline=None)
def test_any_page(markup):
    data = markup.encode("utf-8", "surrogatepass")
    check(data, ".html")
    check(data, ".html", Options(raw=True))


@given(ANY_TEXT | st.lists(PIECES, max_size=25).map("".join))
@settings(deadline=None)
def test_any_record_is_taken_exactly(text):
    article = from_record({"id": 1, "text": text})
    assert article.text == text
    assert_sound(article, text_is_shown=True)
