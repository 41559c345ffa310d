"""Bytes -> Article: unpacked, decoded, cleaned, and read as what they are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.article import jsonl, mojibake, plain
from reader.article.dateline import dateline_of
from reader.article.encodings import Decoded, decode
from reader.article.errors import ArticleError
from reader.article.frontmatter import split, unread
from reader.article.hashing import hashing
from reader.article.kinds import told_apart
from reader.article.model import Article
from reader.article.options import Options
from reader.article.sanitise import clean, is_plain_utf8, visible
from reader.article.sources import Source
from reader.article.stated import title_in, with_read_off, with_stated
from reader.article.unpacking import unpack
from reader.late import late

# Possessive throughout: a page may open with any number of comments.
_HTML = late(
    r"(?:\s*+(?:<!--(?:(?!-->).)*+-->|<\?xml[^>]*+>))*+\s*+<(?:!doctype\s+html|html|head|body|article|div|p)\b",
    re.I | re.S,
)
_HEADER = rb"(?:from|to|subject|date|received|return-path|delivered-to|mime-version|message-id|content-type|snapshot-content-location)"
_MESSAGE = late(rb"(?:From [^\n]+\n)?(?:" + _HEADER + rb":[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2}", re.I)
_HTML_FORMS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MESSAGE_FORMS = frozenset({".eml", ".mhtml", ".mht"})
_LAST = 500  # characters among which a list of links ends
_MAILBOX_FORMS = frozenset({".mbox", ".mbx"})
_FEED_FORMS = frozenset({".rss", ".atom", ".rdf", ".json"})
_BLANK = 200  # bytes among which a feed begins
_FIRST = "this is the first of several articles in the file"
_MARKDOWN_FORMS = frozenset({".md", ".markdown", ".mkd"})


def parse(source: Source, options: Options) -> Article:
    """The article in ``source``; of JSON Lines, a mailbox and a feed, the first.

    Raises:
        ArticleError: it is empty, binary, or holds no article; the message does not name the source.
    """
    data, unpacked = unpack(source.data)
    source = source._replace(data=data, steps=(*source.steps, *unpacked))
    if not data or data.isspace():
        raise ArticleError("it is empty; there is nothing to read")
    if source.form in jsonl.FORMS:
        return _first_record(source)
    if source.data.startswith((b"%PDF-", b"PK\x03\x04")) and (document := _document(source)):
        return document
    if several := _several(source, options):
        return first_of(several)
    if source.form in _MESSAGE_FORMS or (not source.form and _MESSAGE.match(data[:4096])):
        return _from_message(source, options)
    return _from_text(source, options)


def parse_each(source: Source, options: Options) -> Sequence[Article]:
    """Every article in ``source``, as ``options`` ask: one, but for JSON Lines, a mailbox and a feed.

    Raises:
        ArticleError: as :func:`parse`.
    """
    if source.form not in jsonl.FORMS:
        data, unpacked = unpack(source.data)
        source = source._replace(data=data, steps=(*source.steps, *unpacked))
        return _several(source, options) or [options.as_asked(parse(source, options))]
    found = list(jsonl.articles_in(unpack(source.data)[0], source.name))
    if not found:
        raise ArticleError("it is empty; there is nothing to read")
    return [options.as_asked(article) for article in found]


def first_of(articles: Sequence[Article]) -> Article:
    """The first, with a notice where there are others."""
    return articles[0].noticing(_FIRST) if len(articles) > 1 else articles[0]


def _several(source: Source, options: Options) -> Sequence[Article] | None:
    """The messages of a mailbox, the entries of a feed; None where it is neither.

    Raises:
        ArticleError: it is a feed without entries, or XML of another kind.
    """
    if source.form in _HTML_FORMS | _MESSAGE_FORMS | _MARKDOWN_FORMS:
        return None
    if source.data.startswith(b"From ") and source.form != ".txt":
        from reader.article import mailbox

        found = mailbox.Messages(source.data, source.name, options, parse)
        return found if len(found) > 1 or (found and source.form in _MAILBOX_FORMS) else None
    if source.form in _MAILBOX_FORMS:
        raise ArticleError(
            "no message was found in this mailbox; a mailbox (mbox) has a line that begins with From before each"
        )
    if source.form not in _FEED_FORMS and not source.data[:_BLANK].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"<", b"{")
    ):
        return None
    from reader.article import feeds

    if feeds.is_feed(source.data):
        return feeds.Entries(source, options)
    if source.form in _FEED_FORMS:
        raise ArticleError(feeds.NO_FEED)
    if _opens_page(source.data[:2000].decode("ascii", "replace")):
        return None
    if kind := feeds.unknown_xml(source.data):
        raise ArticleError(
            f"this is XML of a kind that is not read (<{visible(kind, 40)}>); save it as text or HTML first"
        )
    return None


def _first_record(source: Source) -> Article:
    articles = jsonl.articles_in(source.data, source.name)
    first = next(articles, None)
    if first is None:
        raise ArticleError("it is empty; there is nothing to read")
    if next(articles, None) is None:
        return first
    return first.noticing(_FIRST)


def _document(source: Source) -> Article | None:
    """The article of a PDF or an office document; None where it is no such document."""
    from reader.article import documents

    if not documents.is_document(source.data):
        return None
    article = documents.article_of(source.data)
    return replace(
        article,
        source=source.name,
        url=source.url or article.url,
        steps=(*source.steps, *article.steps),
        notices=(*source.notices, *article.notices),
    )


def _from_message(source: Source, options: Options) -> Article:
    """The text of a mail message, under its subject."""
    from reader.article import eml  # the mail parser of the standard library takes its time to load

    message = eml.read(source)
    article = _from_text(message.source, options)
    if message.source.form == eml.MAIL and article.published_from == "metadata":  # of a message passed on
        return article
    published = article.published if message.published is None else message.published
    return replace(
        article,
        title=message.title or article.title,
        byline=message.byline or article.byline,
        published=published,
        published_from="metadata" if message.published else article.published_from,
    )


def _from_text(source: Source, options: Options) -> Article:
    sha256 = hashing(source.data)
    decoded = _repaired(decode(source.data, source.charset), options.fix_encoding)
    article = _read(decoded, source, options)
    if not article.text or article.text.isspace():
        raise ArticleError("it holds no text; there is nothing to read")
    article = replace(
        article,
        source=source.name,
        steps=(*source.steps, *decoded.steps, *article.steps),
        notices=(*source.notices, *decoded.notices, *article.notices),
    )
    unchanged = decoded.is_source and article.text is decoded.text
    return article.hashed(sha256()) if sha256 and unchanged else article


def _repaired(decoded: Decoded, wanted: bool) -> Decoded:
    """With mojibake put right where that was asked for, else with a notice if it seems to be needed."""
    if not wanted:
        offer = (mojibake.OFFER,) if mojibake.seems_garbled(decoded.text) else ()
        return decoded._replace(notices=(*decoded.notices, *offer))
    text = mojibake.repaired(decoded.text)
    if text == decoded.text:
        return decoded
    return Decoded(text, (*decoded.steps, "mojibake repaired"), (*decoded.notices, mojibake.REPAIRED))


def _read(decoded: Decoded, source: Source, options: Options) -> Article:
    text = decoded.text
    is_markdown = source.form in _MARKDOWN_FORMS
    if source.form in _HTML_FORMS or (not is_markdown and _opens_page(text[:2000])):
        from reader.article import html

        return html.parse(text, url=source.url, raw=options.raw)
    cleaned = text if _is_clean(decoded, source.data) else clean(text)
    stated, at = split(cleaned)
    article = _made(cleaned[at:], source, source.title or title_in(stated))
    steps = _steps(text, cleaned) + (("front matter taken off",) if at else ()) + article.steps
    notices = article.notices if at else (*unread(cleaned), *article.notices)
    return with_stated(replace(article, url=source.url, steps=steps, notices=notices), stated)


def _opens_page(head: str) -> bool:
    return head.lstrip().startswith("<") and _HTML.match(head) is not None


def _is_clean(decoded: Decoded, data: bytes) -> bool:
    """Whether there is surely nothing to clean, told from the bytes where these are the text itself."""
    return decoded.is_source and is_plain_utf8(data)


def _steps(text: str, cleaned: str) -> tuple[str, ...]:
    """What cleaning changed."""
    if text == cleaned:
        return ()
    line_ends = ("line ends normalised",) if "\r" in text else ()
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return (*line_ends, *(("control and invisible characters replaced",) if unix != cleaned else ()))


def _made(text: str, source: Source, title: str | None) -> Article:
    if source.form in _MARKDOWN_FORMS:
        return _from_markdown(text, title)
    if source.form == ".mail":
        from reader.article import mailtext

        return mailtext.article_of(text, title, source.flow, source.sent)
    return _from_plain(text, title)


def _from_plain(text: str, title: str | None) -> Article:
    if text.startswith("\n") or not text.endswith("\n") or text.endswith("\n\n"):
        text = text.strip("\n") + "\n"
    from_page = _from_page(text, title) if "]" in text[-_LAST:] or "1." in text[-_LAST:] else None
    if from_page is not None:
        return from_page
    blocks = plain.blocks_of(text, title=title)
    return with_read_off(Article(text=text, blocks=blocks, dateline=dateline_of(text, blocks)))


def _from_page(text: str, title: str | None) -> Article | None:
    """The article of a text that a program made of a page; None where it is none."""
    from reader.article import linklist

    found = linklist.taken(text)
    if found is None:
        return None
    blocks = linklist.set_apart(tuple(plain.blocks_of(found.text, title=title)), found.list_from)
    steps = ("numbers of links raised",) if found.text != text else ()
    dateline = dateline_of(found.text, blocks)
    return with_read_off(
        Article(text=found.text, blocks=blocks, dateline=dateline, steps=steps, runs=found.runs)
    )


def _from_markdown(text: str, title: str | None) -> Article:
    from reader.article import markdown
    from reader.article.repeats import set_aside_repeats

    builder = markdown.build(text)
    if builder is None:
        return replace(_from_plain(text, title), notices=(markdown.AS_IT_STANDS,))
    blocks = set_aside_repeats(builder.text, told_apart(builder.text, builder.blocks))
    dateline = dateline_of(builder.text, blocks)
    steps, runs = ("Markdown turned into text",), tuple(builder.runs)
    return with_read_off(Article(text=builder.text, blocks=blocks, dateline=dateline, steps=steps, runs=runs))
