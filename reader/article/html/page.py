"""A page -> its Article: the main text under its headline, and what the page states about itself."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from reader.article.building import Builder
from reader.article.bylines import names_in
from reader.article.dateline import dateline_of
from reader.article.errors import ArticleError
from reader.article.html import extraction, markup, shown, stated
from reader.article.html.effort import is_too_much
from reader.article.html.extraction import Piece, text_of
from reader.article.html.heading import built, title_in_lines
from reader.article.html.jsonld import LONGEST
from reader.article.html.lines import Lines, lines_of, site_in_title
from reader.article.html.shown import MARK
from reader.article.html.stated import Stated
from reader.article.html.visible import visible_text
from reader.article.kinds import told_apart
from reader.article.model import HEADINGS, Article
from reader.article.plain import blocks_of
from reader.article.repeats import set_aside_repeats
from reader.article.sanitise import visible
from reader.article.stated import with_byline_read_off, with_day_read_off
from reader.article.webaddress import web_address

_FRAMES = "this page only holds frames, each a page of its own; open the address of the one to read: {}"
_NO_ARTICLE = "no article was found in this page; --raw shows all its text"
_TOO_MUCH = (
    "this page is too long or too deeply nested to find the article in it, so all its text is shown; "
    "to have the article by itself, copy it into a text file"
)
_TOP = 50_000  # characters in which a page says what it is
_HEADLINE_AMONG = 4  # pieces in which the headline may stand again
_SHORTEST = 60  # characters an article has, unless the page has hardly more
_MOSTLY = 0.5
_MANY = 1000  # paragraphs of a page in which nobody looks for its author
_LESS_THAN = 0.5  # main text shorter than this share of what JSON-LD gives was not found


def parse(text: str, *, url: str | None = None, raw: bool = False) -> Article:
    """The article in a page.

    Args:
        url: the address it was fetched from.
        raw: the whole visible text instead of the main text.

    Raises:
        ArticleError: the page holds no article (and ``raw`` was not asked for).
    """
    text, url = markup.readied(text), web_address(url)
    if is_too_much(text):
        article = _whole(text, _top(text), url)
        return article if raw else _undivided(article)
    tree = markup.tree_of(text)
    if tree is None:
        raise ArticleError(_NO_ARTICLE)
    if raw:
        return _whole(text, tree, url)
    says = stated.read(tree, url)
    return _with_lines(tree, lines_of(tree), *_main(tree, says, url))


def whole(text: str, *, url: str | None = None) -> Article:
    """The article of markup that holds nothing else: an entry of a feed, a document that was turned into HTML.

    Args:
        url: the address that links in it start from.
    """
    text = markup.readied(text)
    tree = None if is_too_much(text) else markup.tree_of(text)
    if tree is None:
        return parse(text, url=url, raw=True)
    builder, says = Builder(), stated.read(tree, url)  # before its texts are marked
    for line in shown.lines_of(tree, url):
        is_second = line.kind == "headline" and any(block.kind == "headline" for block in builder.blocks)
        if line.raw is not None:
            builder.add_lines(line.kind, line.raw)
        elif is_second:
            builder.add("subhead", line.words, 1)
        else:
            builder.add(line.kind, line.words, line.level)
    return _article(builder, says, None, "text taken from HTML")


def _whole(text: str, tree: Any, url: str | None) -> Article:
    """All that a page shows, with what ``tree`` states about it."""
    return _article(visible_text(text), stated.read(tree, url), None, "all visible text taken from HTML")


def _top(text: str) -> Any:
    """The tree of the beginning of a page that is too much for a whole one; an empty one where that is no better."""
    top = text[:_TOP]
    return markup.tree_of("<html>" if is_too_much(top) else top)


def _undivided(article: Article) -> Article:
    """The whole text of a page in which the article was not looked for."""
    if not article.blocks:
        raise ArticleError(_NO_ARTICLE)
    article = with_day_read_off(with_byline_read_off(article))
    return replace(article, notices=(*article.notices, _TOO_MUCH))


def _main(tree: Any, says: Stated, url: str | None) -> tuple[list[Piece], Stated, str]:
    """The pieces of the main text, what was stated with what was found beside it, and the step that took.

    Raises:
        ArticleError: there is none.
    """
    links = markup.link_texts(tree)
    frames = [visible(source, 200) for source in tree.xpath("//frame/@src")]
    says = _with_found(tree, says, url)
    found = extraction.extract(tree, says.url or url)
    pieces: list[Piece] = [
        (line.kind, line.words if line.raw is None else line.raw, line.level) for line in found.lines
    ]
    pieces, step = _best(pieces, says)
    if not _is_article(pieces, links, tree):
        raise ArticleError(_FRAMES.format(", ".join(frames)) if frames else _NO_ARTICLE)
    return pieces, says.noticing(*_left_out(found.left_out)), step


def _with_found(tree: Any, says: Stated, url: str | None) -> Stated:
    """With the title and the author that a page states only to people."""
    if (says.title and says.byline) or tree.xpath("count(//p)") > _MANY:
        return says
    title, author = extraction.about(tree, url)
    return says.completed(title=title, byline=names_in(author or ""))


def _left_out(passages: int) -> tuple[str, ...]:
    """A word about what stands in the page between the first and the last word of the article."""
    if not passages:
        return ()
    said = "1 passage" if passages == 1 else f"{passages} passages"
    return (f"{said} inside the text left out as no part of it (links, forms, notices); --raw shows all",)


def _with_lines(tree: Any, seen: Lines, pieces: list[Piece], says: Stated, step: str) -> Article:
    """The article, with what only lines of the page say where nothing states it."""
    heads = (text_of(words) for kind, words, _ in pieces[:_HEADLINE_AMONG] if kind == "headline")
    title = title_in_lines(visible(says.title or next(heads, None) or "", LONGEST) or None, pieces)
    says = says.completed(byline=seen.byline, site=site_in_title(tree, title))
    article = _article(built(title, says.byline, pieces), says, title, step)
    return _dated(with_day_read_off(with_byline_read_off(article)), seen.day)


def _is_article(pieces: list[Piece], links: set[str], tree: Any) -> bool:
    """Whether there is more than headings and links: much of it, or most of what the page says."""
    said = (text_of(words) for kind, words, _ in pieces if kind not in HEADINGS)
    lines = (" ".join(line.split()) for text in said for line in text.splitlines())
    length = sum(len(line) for line in lines if line not in links)
    if length >= _SHORTEST:
        return True
    body = tree.find("body")
    everything = " ".join(MARK.sub("", "".join((tree if body is None else body).itertext())).split())
    return everything not in links and length > _MOSTLY * len(everything)


def _best(pieces: list[Piece], says: Stated) -> tuple[list[Piece], str]:
    """The main text, or what JSON-LD gives where the page itself has little of it."""
    body = extraction.bare(says.body or "")
    if sum(len(text_of(words)) for _, words, _ in pieces) >= _LESS_THAN * len(body):
        return pieces, "main text taken from HTML"
    blocks = blocks_of(body, title=says.title or "?")
    return [(block.kind, body[block.start : block.end], block.level) for block in blocks], (
        "main text taken from JSON-LD"
    )


def _article(builder: Builder, says: Stated, title: str | None, step: str) -> Article:
    blocks = set_aside_repeats(builder.text, told_apart(builder.text, builder.blocks))
    head = next((builder.text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    return Article(
        text=builder.text,
        blocks=blocks,
        title=title or says.title or head,
        byline=says.byline,
        site=says.site or _host(says.url),
        url=says.url,
        published=says.published,
        published_from=says.published_from,
        language=says.language,
        dateline=dateline_of(builder.text, blocks),
        steps=(step,),
        runs=tuple(builder.runs),
        notices=says.notices,
    )


def _dated(article: Article, seen: date | None) -> Article:
    """With the day that a line of the page gives where it is known from nowhere else, and a word about that."""
    if article.published is not None or seen is None:
        return article
    notice = f"the publication day {seen} was taken from a line of the page"
    return replace(article, published=seen, published_from="dateline", notices=(*article.notices, notice))


def _host(url: str | None) -> str | None:
    return visible((urlsplit(url or "").hostname or "").removeprefix("www."), 100) or None
