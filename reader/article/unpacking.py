"""Bounds on what is read: how much, out of which wrapping, and that it is text at all."""

import io
import zlib
from typing import BinaryIO

from reader.article.errors import ArticleError

MAX_BYTES = 64 * 1024 * 1024
_GZIP, _WRAPPINGS = b"\x1f\x8b", 3
_KINDS = (
    (b"%PDF-", "a PDF; save its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as text or HTML first"),
    (b"{\\rtf", "a rich text document; save it as text or HTML first"),
    (b"\x89PNG", "a picture, not text"),
    (b"\xff\xd8\xff", "a picture, not text"),
    (b"GIF89a", "a picture, not text"),
    (b"BZh91AY", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ\0", "compressed with xz; unpack it first"),
    (b"(\xb5/\xfd", "compressed with zstd; unpack it first"),
    (b"\x7fELF", "a program, not text"),
    (b"SQLite format 3\0", "a database, not text"),
    (b"%!PS-Adobe", "a PostScript document; save its text first"),
    (b"7z\xbc\xaf\x27\x1c", "compressed with 7-Zip; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"OggS\0", "sound or film, not text"),
    (b"\x1aE\xdf\xa3", "a film, not text"),
    (b"wOFF\0", "a font, not text"),
    (b"wOF2\0", "a font, not text"),
)
_RIFF = (b"WEBP", b"WAVE", b"AVI ")
_TEXT_CONTROLS = bytes(range(0x07, 0x0E)) + b"\x1b"
_CONTROLS = bytes(code for code in range(0x20) if code not in _TEXT_CONTROLS)


def read_bounded(stream: BinaryIO, longest: int = MAX_BYTES) -> bytes:
    """All of ``stream``, which may never end. A file comes in one piece, without a copy to join it.

    Raises:
        ArticleError: it holds more than ``longest`` bytes.
    """
    parts, left = [], longest + 1
    while left and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    if not left:
        raise ArticleError(f"it is larger than {_mib(longest)}; split it first")
    return b"".join(parts)


def unpack(data: bytes, longest: int = MAX_BYTES) -> tuple[bytes, tuple[str, ...]]:
    """``data`` out of its gzip wrappings, if it has any, and the steps that took.

    Raises:
        ArticleError: it does not unpack, unpacks to more than ``longest`` bytes, or is packed too many times.
    """
    steps: tuple[str, ...] = ()
    while data.startswith(_GZIP):
        if len(steps) == _WRAPPINGS:
            raise ArticleError("it is packed again and again; unpack it first")
        data, steps = _unzipped(data, longest), (*steps, "unpacked gzip")
    return data, steps


def _unzipped(data: bytes, longest: int) -> bytes:
    from gzip import GzipFile

    try:
        with GzipFile(fileobj=io.BytesIO(data)) as packed:
            out = packed.read(longest + 1)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise ArticleError("the gzip data is damaged; unpack it by other means") from error
    if len(out) > longest:
        raise ArticleError(f"it unpacks to more than {_mib(longest)}; too large for an article")
    return out


def refuse_documents(data: bytes) -> None:
    """Nothing, unless the data says that it is something else.

    Raises:
        ArticleError: it is a document of a kind that is not read.
    """
    for magic, what in _KINDS:
        if data.startswith(magic):
            raise ArticleError(f"this is {what}")
    if data.startswith(b"RIFF") and data[8:12] in _RIFF:
        raise ArticleError("this is a picture, sound or film, not text")


def refuse_binary(data: bytes) -> None:
    """Nothing, for what may be text.

    Raises:
        ArticleError: too much of it is never found in text.
    """
    head = data[:4096]
    if b"\0" in head or too_many_controls(head):
        raise ArticleError("this is a binary file, not text")


def too_many_controls(data: bytes) -> bool:
    """Whether more bytes are control characters than any text has."""
    return len(data) - len(data.translate(None, _CONTROLS)) > 0.05 * len(data)


def _mib(size: int) -> str:
    return f"{size / 2**20:.3g} MiB"
