"""Undoes the compression of an answer piece by piece, so that a bomb is seen long before it is unpacked."""

import zlib
from collections.abc import Iterable, Iterator

from reader.article.errors import ArticleError

ACCEPTED = "gzip, deflate"
_PIECE = 64 * 1024
_MOST_LAYERS = 5
_EITHER = 32 + zlib.MAX_WBITS  # gzip or zlib, by their heads


def inflated(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The bytes inside ``chunks``, in pieces of at most 64 KiB.

    Args:
        encoding: the Content-Encoding header.

    Raises:
        ArticleError: an encoding nobody asked for, or damaged data.
    """
    names = [part.strip().lower() for part in encoding.split(",") if part.strip()]
    if len(names) > _MOST_LAYERS:
        raise ArticleError(f"the answer is compressed {len(names):,} times over, which no page is")
    for name in reversed(names):
        if name in {"gzip", "x-gzip", "deflate"}:
            chunks = _unzipped(chunks)
        elif name != "identity":
            raise ArticleError("the answer is compressed in a way that was not asked for")
    return iter(chunks)


def _unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    source = iter(chunks)
    first = next(source, b"")
    if not first:
        return
    inflater = zlib.decompressobj(_EITHER if _has_head(first) else -zlib.MAX_WBITS)
    try:
        yield from _pieces(inflater, first)
        for chunk in source:
            yield from _pieces(inflater, chunk)
    except zlib.error:
        raise ArticleError("the answer's compression is damaged; try again later") from None
    if not inflater.eof:
        raise ArticleError("the answer broke off in the middle; try again later")


def _has_head(data: bytes) -> bool:
    """Whether it begins as gzip or zlib does; some servers send bare deflate."""
    return data.startswith(b"\x1f") or (data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0)


def _pieces(inflater: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    while data and not inflater.eof:
        if piece := inflater.decompress(data, _PIECE):
            yield piece
        data = inflater.unconsumed_tail
