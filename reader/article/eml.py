"""A mail message -> its text as a source of its own, and what its head states.

A page that a browser saved as one file (MHTML) has the form of one, too: its head says where and when
it was saved, which is nothing about the article.
"""

from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice
from typing import Literal

from reader.article.errors import ArticleError
from reader.article.sanitise import visible
from reader.article.sources import Source
from reader.article.webaddress import web_address

MAIL = ".mail"
"""The form of the text of a message, of which no file has the ending."""
_SUBSTANTIAL = 300  # characters of plain text that are more than "open this in a browser"
_LONGEST = 300
_LONGEST_HEADER = 2000  # characters
_MOST_PARTS = 1000  # that are looked at
_MANY_PARTS = f"this message has more than {_MOST_PARTS:,} parts; the rest was not looked at"


class _Policy(policy.EmailPolicy):
    """The parser of headers takes the square of their length: none that says anything is longer."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


@dataclass(frozen=True)
class Message:
    """The part to read, and what the head says."""

    source: Source
    title: str | None
    byline: str | None
    published: date | None


def read(source: Source) -> Message:
    """The message in ``source``.

    Raises:
        ArticleError: there is no text in it.
    """
    try:
        return _read(source)
    except RecursionError:
        raise ArticleError("this message is nested too deep; save the part to read by itself") from None


def _read(source: Source) -> Message:
    message = message_from_bytes(source.data, policy=_Policy())
    assert isinstance(message, EmailMessage)
    if address := _header(message, "snapshot-content-location", _LONGEST_HEADER):
        return _saved_page(source, message, address)
    part = _text_part(message)
    name, address = parseaddr(_header(message, "from") or "")
    title, day = _header(message, "subject"), _day(_header(message, "date"))
    return Message(
        source=Source(
            part.get_payload(decode=True) or b"",  # type: ignore[arg-type]
            source.name,
            ".html" if part.get_content_type() == "text/html" else MAIL,
            part.get_content_charset(),
            steps=(*source.steps, "text taken from a mail message"),
            notices=(*source.notices, *_attachments(message), *_not_looked_at(message)),
            title=title,
            flow=_flow(part),
            sent=day,
        ),
        title=title,
        byline=visible(name or address, _LONGEST) or None,
        published=day,
    )


def _flow(part: EmailMessage) -> Literal["", "flowed", "delsp"]:
    if str(part.get_param("format", "")).lower() != "flowed":
        return ""
    return "delsp" if str(part.get_param("delsp", "")).lower() == "yes" else "flowed"


def _saved_page(source: Source, message: EmailMessage, address: str) -> Message:
    """The page itself, which states everything else."""
    part = _text_part(message)
    page = source._replace(
        data=part.get_payload(decode=True) or b"",  # type: ignore[arg-type]
        form=".html",
        charset=part.get_content_charset(),
        url=web_address(address),
        steps=(*source.steps, "page taken from the file a browser saved"),
    )
    return Message(page, None, None, None)


def _header(message: EmailMessage, name: str, longest: int = _LONGEST) -> str | None:
    try:
        return visible(message[name] or "", longest) or None
    except Exception:  # the parser of headers raises whatever a hostile one runs it into
        return None


def _day(stated: str | None) -> date | None:
    try:
        return parsedate_to_datetime(stated or "").date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text_part(message: EmailMessage) -> EmailMessage:
    """The plain text, unless it is only there to send people to the HTML."""
    parts = [
        part
        for part in islice(message.walk(), _MOST_PARTS)
        if isinstance(part, EmailMessage)
        and part.get_content_type() in {"text/plain", "text/html"}
        and not part.is_attachment()
    ]
    kinds = {kind: [p for p in parts if p.get_content_subtype() == kind] for kind in ("plain", "html")}
    plain = next((p for p in kinds["plain"] if len(p.get_payload(decode=True) or b"") >= _SUBSTANTIAL), None)
    found = plain or next(iter(kinds["html"] or kinds["plain"]), None)
    if found is None:
        among = (
            f" in its first {_MOST_PARTS:,} parts; save the part to read by itself"
            if _not_looked_at(message)
            else ""
        )
        raise ArticleError(f"this message holds no text{among}")
    return found


def _attachments(message: EmailMessage) -> tuple[str, ...]:
    parts = islice(message.walk(), _MOST_PARTS)
    count = sum(part.is_attachment() for part in parts if isinstance(part, EmailMessage))
    if not count:
        return ()
    return ("an attachment was not opened" if count == 1 else f"{count} attachments were not opened",)


def _not_looked_at(message: EmailMessage) -> tuple[str, ...]:
    more = next(islice(message.walk(), _MOST_PARTS, None), None)
    return () if more is None else (_MANY_PARTS,)
