"""A path, an address or standard input -> the bytes that are there, and what is known about them."""

import re
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reader.article.errors import ArticleError
from reader.article.sanitise import visible
from reader.article.unpacking import read_bounded

LONGEST_NAME = 200  # characters of a path or an address in a message


class Source(NamedTuple):
    """Bytes with what came along with them.

    Args:
        name: the path, the address or "standard input", for people to read.
        form: the file ending that tells the kind of its content, "" where nothing does.
        charset: what the header it came with says of its encoding.
        url: the address it was fetched from in the end.
        title: its title, where what it came in states one.
    """

    data: bytes
    name: str
    form: str = ""
    charset: str | None = None
    url: str | None = None
    steps: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    title: str | None = None


def from_stream(stream: BinaryIO | None) -> Source:
    """What ``stream`` (standard input when None) holds."""
    return Source(read_bounded(stream or standard_input()), "-")


def standard_input() -> BinaryIO:
    """The bytes that are piped in.

    Raises:
        ArticleError: the program was started without one.
    """
    if sys.stdin is None:
        raise ArticleError("standard input is closed; name a file instead of -")
    return sys.stdin.buffer


def from_file(path: str) -> Source:
    """What the file at ``path`` holds.

    Raises:
        ArticleError: it cannot be read; one line that names it.
    """
    name = visible(path, LONGEST_NAME)
    return Source(_read(Path(path), name), visible(path), form_of(path))


def is_address(source: str) -> bool:
    """Whether it names something to fetch rather than a file."""
    return re.match(r"https?://", source, re.I) is not None


def form_of(path: str) -> str:
    """The ending of a file name in small letters, whatever it is packed in."""
    return Path(path.lower().removesuffix(".gz")).suffix


def _read(path: Path, name: str) -> bytes:
    try:
        path = path.expanduser()
        if path.is_dir():
            raise ArticleError(f"{name} is a folder; name a file in it")
        with path.open("rb") as stream:
            return read_bounded(stream)
    except ArticleError as error:
        raise ArticleError(str(error) if name in str(error) else f"{name}: {error}") from None
    except FileNotFoundError:
        raise ArticleError(f"there is no file called {name}; check the path") from None
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{name} cannot be read: {visible(reason, LONGEST_NAME)}") from error
