"""Bytes -> text, by a cascade in which each step is safer than a guess by a detector."""

import codecs
import gzip
import io
import re

from reader.article.errors import ArticleError

MAX_BYTES = 64 * 1024 * 1024
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.002  # bad sequences a character up to which a text still counts as UTF-8


def unpack(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """``data`` out of its gzip wrapping, if it has one, and the step that took.

    Raises:
        ArticleError: it does not unpack, or unpacks to more than ``MAX_BYTES``.
    """
    if not data.startswith(b"\x1f\x8b"):
        return data, ()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            out = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, ValueError) as error:
        raise ArticleError(f"the gzip data is damaged ({error}); unpack it by other means") from error
    if len(out) > MAX_BYTES:
        raise ArticleError(f"it unpacks to more than {MAX_BYTES // 2**20} MiB; too large for an article")
    return out, ("unpacked gzip",)


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """``data`` as text, and the step that says how.

    Args:
        charset: what the HTTP header said, if anything.

    Raises:
        ArticleError: it is no text at all.
    """
    for encoding in _candidates(data, charset):
        try:
            return data.decode(encoding), (f"decoded as {codecs.lookup(encoding).name}",)
        except (UnicodeDecodeError, LookupError):
            continue
    if b"\0" in data[:4096]:
        raise ArticleError("this is a binary file, not text")
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= _MOSTLY * len(text):
        return text, ("decoded as utf-8, bad bytes replaced",)
    return data.decode("cp1252", "replace"), ("decoded as cp1252",)


def _candidates(data: bytes, charset: str | None) -> list[str]:
    named = [name for bom, name in _BOMS if data.startswith(bom)][:1]
    if charset:
        named.append(charset)
    if meta := _META_CHARSET.search(data[:4096]):
        named.append(meta[1].decode("ascii"))
    return [
        *(_modern(name) for name in named),
        *_utf16_by_nulls(data),
        *([] if b"\0" in data[:4096] else ["utf-8"]),
    ]


def _modern(name: str) -> str:
    """Latin-1 on the web means cp1252, as browsers read it."""
    return (
        "cp1252"
        if name.lower().replace("_", "-") in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
        else name
    )


def _utf16_by_nulls(data: bytes) -> list[str]:
    head = data[:1000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.3 * len(head) / 2 and even * 5 < odd:
        return ["utf-16-le"]
    if even > 0.3 * len(head) / 2 and odd * 5 < even:
        return ["utf-16-be"]
    return []
