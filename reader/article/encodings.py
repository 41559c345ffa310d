"""Bytes -> text, by a cascade in which each step is safer than a guess by a detector."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.article.unpacking import refuse_binary, refuse_documents, too_many_controls
from reader.late import late

_META_CHARSET = late(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.002  # bad sequences a character up to which a text still counts as what it should be
_LATIN = {"iso8859-1", "ascii", "latin-1"}
_MULTIBYTE = ("utf", "gb", "big5", "shift_jis", "euc", "cp932", "cp949", "cp950", "iso2022", "johab")
_AS_UTF8 = "decoded as utf-8"
_NO_CHARSETS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "charmap"}


class Decoded(NamedTuple):
    """A text, how it was read, and what the person should know about that."""

    text: str
    steps: tuple[str, ...]
    notices: tuple[str, ...] = ()

    @property
    def is_source(self) -> bool:
        """Whether the bytes that were decoded are the text as UTF-8."""
        return self.steps == (_AS_UTF8,)


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """``data`` as text.

    Args:
        charset: what the HTTP or mail header said, if anything.

    Raises:
        ArticleError: it is no text at all.
    """
    refuse_documents(data)
    stated = list(_stated(data, charset))
    for encoding in [*stated, *_utf16_by_nulls(data), *_utf8(data)]:
        try:
            return Decoded(data.decode(encoding), (f"decoded as {encoding}",))
        except UnicodeError:
            continue
    refuse_binary(data)
    for encoding in [*stated, "utf-8"]:
        text = data.decode(encoding, "replace")
        if (bad := text.count("\ufffd")) <= _MOSTLY * len(text):
            return _replaced(text, encoding, bad)
    text = data.decode("cp1252", "replace")
    bad = text.count("\ufffd")
    return _replaced(text, "cp1252", bad) if bad else Decoded(text, ("decoded as cp1252",))


def _replaced(text: str, encoding: str, bad: int) -> Decoded:
    says = "one place" if bad == 1 else f"{bad} places"
    notice = f"{says} could not be read as {encoding} and show as \ufffd"
    return Decoded(text, (f"decoded as {encoding}, bad bytes replaced",), (notice,))


def _stated(data: bytes, charset: str | None) -> Iterator[str]:
    """What the source says it is in; a byte-order mark is surest of all."""
    yield from [name for bom, name in _BOMS if data.startswith(bom)][:1]
    meta = _META_CHARSET.search(data[:4096]) if b"<" in data[:4096] else None
    in_page = meta[1].decode("ascii", "replace") if meta else ""
    if in_page.lower().startswith(("utf-16", "utf-32")):
        in_page = "utf-8"  # it was found by reading single bytes, so it is not what it says
    for stated in (charset, in_page):
        if (name := _known(stated or "")) and not _is_utf8_after_all(data, name):
            yield name


def _known(charset: str) -> str | None:
    """Python's name for a charset; Latin-1 on the web means cp1252, as browsers read it."""
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS or not _is_charset(name):
        return None
    return "cp1252" if name in _LATIN else name


def _is_charset(name: str) -> bool:
    """Whether bytes decode to text with it; Python also has codecs that compress, or turn letters around."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return True
    except LookupError:
        return False
    return True


def _is_utf8_after_all(data: bytes, stated: str) -> bool:
    """Whether a single-byte charset was stated for what is valid UTF-8 beyond ASCII: no chance does that."""
    if stated.startswith(_MULTIBYTE) or data.isascii() or b"\0" in data[:4096]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeError:
        return False
    return True


def _utf8(data: bytes) -> Iterator[str]:
    if not too_many_controls(data[:4096]):
        yield "utf-8"


def _utf16_by_nulls(data: bytes) -> Iterator[str]:
    """UTF-16 without a mark: Latin letters leave every other byte NUL."""
    head = data[:1000]
    even, odd = head[::2], head[1::2]
    for encoding, letters, zeros in (("utf-16-le", even, odd), ("utf-16-be", odd, even)):
        many = zeros.count(0) > 0.3 * len(zeros) and letters.count(0) * 5 < zeros.count(0)
        if many and not too_many_controls(head.decode(encoding, "replace").encode()):
            yield encoding
