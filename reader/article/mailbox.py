"""A mailbox in one file (mbox) -> its messages, each an article. A large one is read as it is needed."""

import mmap
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from reader.article.errors import ArticleError
from reader.article.model import Article
from reader.article.options import Options
from reader.article.several import Each
from reader.article.sources import Source
from reader.article.unpacking import MAX_BYTES

_WINDOW = 1 << 26  # bytes, whole pages
_BEGINS = b"\nFrom "
_HEADER = re.compile(rb"(?:From [^\n]{1,400}\n)(?=[!-9;-~]{1,80}:)")
_QUOTED = re.compile(rb"^>(?=>*From )", re.M)
_UNREADABLE = "this message cannot be read: {}"
Data = bytes | mmap.mmap
Parse = Callable[[Source, Options], Article]


def is_mailbox(head: bytes) -> bool:
    """Whether a file that begins like this is a mailbox."""
    return _HEADER.match(head) is not None


class Messages(Each):
    """The messages of a mailbox. Where each begins is looked for once; nothing else of it is read before its turn.

    Args:
        data: the mailbox.
        source: what it is called.
        parse: makes an article of one message.
    """

    def __init__(self, data: Data, source: str, options: Options, parse: Parse) -> None:
        super().__init__()
        self._data, self._source, self._options, self._parse = data, source, options, parse
        self._starts = list(starts(data))

    def __len__(self) -> int:
        return len(self._starts)

    def make(self, at: int) -> Article:
        """The article of a message; one that cannot be read says why, in place of its text."""
        name = f"{self._source}#{at + 1}"
        try:
            article = self._parse(
                Source(message_at(self._data, self._starts, at), name, ".eml"), self._options
            )
        except ArticleError as error:
            says = _UNREADABLE.format(error)
            return Article(f"{says}\n", source=name, notices=(says,))
        return self._options.as_asked(article)


def starts(data: Data) -> Iterator[int]:
    """Where each message begins."""
    if _HEADER.match(data, 0):
        yield 0
    at, let_go = data.find(_BEGINS), 0
    while at >= 0:
        if isinstance(data, mmap.mmap) and at - let_go > _WINDOW:
            let_go = at // _WINDOW * _WINDOW
            data.madvise(mmap.MADV_DONTNEED, 0, let_go)  # what was looked through need not stay in memory
        before = data[max(0, at - 2) : at]
        if before.endswith((b"\n", b"\n\r")) and _HEADER.match(data, at + 1):
            yield at + 1
        at = data.find(_BEGINS, at + 1)


def message_at(data: Data, begins: Sequence[int], at: int) -> bytes:
    """One message, without the line that parts it from the one before.

    Raises:
        ArticleError: it is larger than an article may be.
    """
    start, end = begins[at], begins[at + 1] if at + 1 < len(begins) else len(data)
    if end - start > MAX_BYTES:
        raise ArticleError(f"it is larger than {MAX_BYTES // 2**20} MiB")
    message = bytes(data[start:end])
    return _QUOTED.sub(b"", message.partition(b"\n")[2])


def opened(path: Path, source: str, options: Options, parse: Parse) -> Messages | None:
    """The messages of a file, read where it lies; None where it is no mailbox, or holds one message and is not called one."""
    with suppress(OSError, ValueError), path.open("rb") as file:
        if not is_mailbox(file.read(1000)):
            return None
        found = Messages(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), source, options, parse)
        return found if len(found) > 1 or path.suffix.lower() in {".mbox", ".mbx"} else None
    return None
