"""The lines of a stream that may be packed, may have no end, and may hold a line without one."""

import gzip
import io
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from reader.article.unpacking import MAX_BYTES

_PIECE = 1 << 20
_FURTHEST = 16 * MAX_BYTES  # in which the end of a line that is too long is looked for


class NoEndError(Exception):
    """A line goes on and on, so that the next one cannot be found."""


def lines(stream: BinaryIO, longest: int = MAX_BYTES, furthest: int = _FURTHEST) -> Iterator[bytes | None]:
    """Each line with its end; None in place of one that is longer than an article may be.

    Raises:
        NoEndError: there are more than ``furthest`` bytes of it.
        EOFError, OSError, zlib.error: what is packed is damaged.
    """
    while line := stream.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        end = line[-1:]
        del line  # none of what is passed over is kept
        _pass_over(stream, end, furthest)
        yield None


def _pass_over(stream: BinaryIO, end: bytes, furthest: int) -> None:
    """Go on to the end of a line of which ``end`` was the last that was read."""
    while end and not end.endswith(b"\n"):
        end = stream.readline(_PIECE)
        furthest -= len(end)
        if furthest < 0:
            raise NoEndError


def joined(begun: list[bytes], rest: BinaryIO, longest: int = MAX_BYTES) -> bytes | None:
    """What was read and all of the rest in one; None where that is longer than an article may be."""
    size = sum(map(len, begun))
    while size <= longest and (part := rest.read(_PIECE)):
        begun.append(part)
        size += len(part)
    return b"".join(begun) if size <= longest else None


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream, out of its gzip wrapping if it has one."""
    buffered: Any = stream if hasattr(stream, "peek") else io.BufferedReader(cast(Any, stream))
    packed = buffered.peek(2)[:2] == b"\x1f\x8b"
    return cast(BinaryIO, gzip.GzipFile(fileobj=buffered) if packed else buffered)
