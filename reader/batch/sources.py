"""Sources -> items: files, folders, globs, JSON Lines and standard input, read as they are needed."""

import glob
import mmap
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from reader.article.errors import ArticleError
from reader.article.sanitise import visible
from reader.article.sources import form_of, from_file, is_address, standard_input
from reader.article.unpacking import MAX_BYTES, read_bounded
from reader.batch.errors import BatchError
from reader.batch.items import Item
from reader.batch.lines import NoEndError, joined, lines, unpacked
from reader.export import apart
from reader.export.ours import is_failures, is_lines_export
from reader.export.writing import OutputError

RECORDS = {".jsonl", ".ndjson"}
MAILBOXES, FEEDS = {".mbox", ".mbx"}, {".rss", ".atom", ".rdf"}
DOCUMENTS = {
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xhtml",
    ".eml",
    ".mhtml",
    ".mht",
    ".pdf",
    ".docx",
}
_ENDINGS = ".txt, .md, .html, .eml, .mbox, .rss, .pdf, .docx or .jsonl, each perhaps with .gz"
_BOM = b"\xef\xbb\xbf"
_MOST_BLANK = 1 << 13  # pieces of blanks before anything is said
_LARGEST = f"{MAX_BYTES // 2**20} MiB"


class Found(NamedTuple):
    """A file that was named or, with the ``folder`` it was found in, one that nobody named."""

    path: Path
    folder: Path | None = None


class Sources:
    """The documents of everything that was named, in the order in which it was named.

    A folder gives the articles and JSON Lines in it and below it, by name; a glob what it matches.

    Args:
        sources: paths, folders, globs, http(s) addresses, "-".
        outputs: files that the batch writes. What it wrote into one of the folders before is left out.
        stdin: where "-" reads from; standard input when None.
        stdout: where the batch writes to, if it does.
        follow_links: follow those in a folder that lead out of it; somebody else may have put them there.

    Raises:
        BatchError: one of them is not there, or there is no file to read in any of them.
        OutputError: one of them is to be written over.
    """

    def __init__(
        self,
        sources: Sequence[str],
        outputs: Iterable[Path] = (),
        stdin: BinaryIO | None = None,
        stdout: BinaryIO | None = None,
        follow_links: bool = False,
    ) -> None:
        self._sources = sources
        self._stdin = stdin
        self._follow_links = follow_links
        self._written = {apart.identity(path): path for path in outputs}
        self._written[apart.of_stream(stdout)] = Path("standard output")
        self._written.pop(None, None)
        if sources.count("-") > 1:
            raise BatchError("standard input (-) can be read once only")
        for source in sources:
            if not _is_elsewhere(source) and not _matches(source):
                raise BatchError(f"there is no file called {visible(source)}; check the path")
        if not any(_is_elsewhere(source) or next(self._found([source]), None) for source in sources):
            names = " and ".join(map(visible, sources))
            raise BatchError(f"there is nothing to read in {names}; articles end in {_ENDINGS}")
        self._refuse_outputs()

    def total_bytes(self) -> int | None:
        """How much there is to read; None when nobody can tell."""
        if any(map(_is_elsewhere, self._sources)):
            return None
        return sum(_size(found.path) for found in self._found(self._sources))

    def __iter__(self) -> Iterator[Item]:
        for source in self._sources:
            if source == "-":
                yield from _from_stream(self._stdin or standard_input())
            elif _is_elsewhere(source):
                yield Item(source)
            else:
                for found in self._found([source]):
                    yield from _from_file(found, self._follow_links)

    def _found(self, sources: Sequence[str]) -> Iterator[Found]:
        """Every file of the sources that is not written."""
        for found in self._all(sources):
            if found.folder is None or self._output(found.path) is None:
                yield found

    def _all(self, sources: Sequence[str]) -> Iterator[Found]:
        for match in (match for source in sources if not _is_elsewhere(source) for match in _matches(source)):
            if not match.is_dir():
                yield Found(match)
            else:
                yield from (Found(path, match) for path in _walk(match, self._follow_links))

    def _output(self, path: Path) -> Path | None:
        """The output that a file is."""
        return self._written.get(apart.identity(path)) if self._written else None

    def _refuse_outputs(self) -> None:
        if not self._written:
            return
        if "-" in self._sources:
            output = self._written.get(apart.of_stream(self._stdin or sys.stdin))
            if output is not None:
                raise OutputError(apart.said("-", output))
        for path, folder in self._all(self._sources):
            output = self._output(path)
            if output is not None and not (folder and (is_lines_export(path) or is_failures(path))):
                raise OutputError(apart.said(path, output))


def _is_elsewhere(source: str) -> bool:
    return source == "-" or is_address(source)


def _matches(source: str) -> list[Path]:
    """The path of that name, or what matches it as a glob."""
    path = Path(source).expanduser()
    if path.exists():
        return [path]
    matches = glob.glob(str(path), recursive=True)  # noqa: PTH207  (Path.glob takes no absolute patterns)
    return [Path(match) for match in sorted(matches)]


def _walk(folder: Path, follow_links: bool) -> Iterator[Path]:
    """The articles and JSON Lines in a folder and below it; each folder once, however links lead to it."""
    seen: set[tuple[int, int]] = set()
    for root, folders, names in os.walk(folder, followlinks=follow_links):
        state = Path(root).stat()
        if (state.st_dev, state.st_ino) in seen:
            folders.clear()
            continue
        seen.add((state.st_dev, state.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if form_of(name) in RECORDS | DOCUMENTS | MAILBOXES | FEEDS and not name.startswith("."):
                yield Path(root, name)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _from_file(found: Found, follow_links: bool) -> Iterator[Item]:
    path, folder = found
    try:
        if folder and not follow_links and _leads_out(path, folder):
            raise ArticleError(f"it is a link that leads out of {visible(folder)}; --follow-links reads it")
        if form_of(path.name) in RECORDS:
            with _opened(path) as file:
                yield from _records(visible(path), lines(unpacked(file)), file.tell)
            return
        if form_of(path.name) in MAILBOXES and path.suffix.lower() != ".gz":
            yield from _messages(path)
            return
        data = _whole(path) if folder else from_file(str(path)).data
    except ArticleError as error:
        yield Item(visible(path), bytes=_size(path), problem=str(error))
    except OSError as error:
        yield Item(visible(path), bytes=_size(path), problem=f"it cannot be read: {error.strerror}")
    else:
        if form_of(path.name) in FEEDS | {".xml", ".json"}:
            yield from _entries(visible(path), data, form_of(path.name))
        else:
            yield Item(visible(path), data=data, form=form_of(path.name), bytes=len(data))


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a file in a folder is a link to one that is not."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def _whole(path: Path) -> bytes:
    with _opened(path) as file:
        return read_bounded(file)


def _opened(path: Path) -> BinaryIO:
    """A plain file, to be read. Nothing else is waited for: a pipe or a device may never end.

    Raises:
        ArticleError: it is something else.
        OSError: it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ArticleError("it is a pipe or a device and no file; give what it says on standard input (-)")
    return cast(BinaryIO, os.fdopen(descriptor, "rb"))


def _messages(path: Path) -> Iterator[Item]:
    """One item a message, read as it is needed."""
    from reader.article import mailbox

    name = visible(path)
    try:
        with _opened(path) as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            begins = list(mailbox.starts(data))
            for at, start in enumerate(begins):
                size = (begins[at + 1] if at + 1 < len(begins) else len(data)) - start
                try:
                    message = mailbox.message_at(data, begins, at)
                except ArticleError as error:
                    yield Item(f"{name}#{at + 1}", bytes=size, problem=str(error))
                else:
                    yield Item(f"{name}#{at + 1}", data=message, form=".eml", bytes=size)
    except (OSError, ValueError) as error:  # an empty file cannot be mapped
        yield Item(name, problem=f"it cannot be read: {getattr(error, 'strerror', None) or 'it is empty'}")


def _entries(name: str, data: bytes, form: str) -> Iterator[Item]:
    """One item an entry of a feed; of what is none, the one there is."""
    from reader.article import feeds
    from reader.article.unpacking import unpack

    size = len(data)
    try:
        data, _ = unpack(data)
        entries = list(feeds.apart(data)) if feeds.is_feed(data) else [data]
    except ArticleError as error:
        yield Item(name, bytes=size, problem=str(error))
        return
    for at, entry in enumerate(entries, 1):
        part = f"{name}#{at}" if len(entries) > 1 else name
        yield Item(part, data=entry, form=".json" if entry is not data else form, bytes=size // len(entries))


def _records(
    name: str, records: Iterable[bytes | None], position: Callable[[], int] = lambda: 0, first: int = 1
) -> Iterator[Item]:
    """One item a line that is not blank; ``position`` tells how much of the input is read."""
    number, before = first - 1, 0
    try:
        for number, line in enumerate(records, first):
            at = position()
            if line is None:
                yield Item(name, number, bytes=at - before, problem=f"the line is longer than {_LARGEST}")
            elif line.strip():
                yield Item(name, line=number, data=line.strip(), form=".jsonl", bytes=at - before)
            else:
                continue
            before = at
    except NoEndError:
        yield Item(name, line=number + 1, problem="the line goes on and on; what follows it is not read")
    except (EOFError, OSError, zlib.error) as error:
        yield Item(name, line=number + 1, problem=_damaged(error))


def _from_stream(stream: BinaryIO) -> Iterator[Item]:
    """Standard input: JSON Lines when it begins with a bracket, else one article."""
    plain = unpacked(stream)
    blank: list[bytes] = []
    try:
        while (head := plain.peek(1)) and not head.removeprefix(_BOM).strip() and len(blank) < _MOST_BLANK:  # type: ignore[attr-defined]
            blank.append(plain.read(len(head)))
        if head.removeprefix(_BOM).lstrip().startswith(b"{"):
            passed = sum(part.count(b"\n") for part in blank)
            yield from _records("-", lines(plain), first=passed + 1)
            return
        data = joined(blank, plain)
    except (EOFError, OSError, zlib.error) as error:
        yield Item("-", problem=_damaged(error))
    else:
        problem = f"it is larger than {_LARGEST}; split it first" if data is None else None
        yield Item("-", data=data, problem=problem)


def _damaged(error: Exception) -> str:
    return f"the rest cannot be unpacked ({visible(error)}); unpack it by other means"
