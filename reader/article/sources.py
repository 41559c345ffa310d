"""A path, an address or standard input -> the bytes that are there, and what is known about them."""

import errno
import re
import sys
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Literal, NamedTuple

from reader.article.errors import ArticleError
from reader.article.sanitise import visible
from reader.article.unpacking import read_bounded

_OF_THE_PATH = {None, errno.ENAMETOOLONG, errno.ELOOP, errno.ENOTDIR}  # None: it cannot even be looked for
LONGEST_NAME = 200  # characters of a path or an address in a message


class Source(NamedTuple):
    """Bytes with what came along with them.

    Args:
        name: the path, the address or "standard input", for people to read.
        form: the file ending that tells the kind of its content, "" where nothing does.
        charset: what the header it came with says of its encoding.
        url: the address it was fetched from in the end.
        title: its title, where what it came in states one.
        flow: of the text of a mail message, how its lines go on; see :data:`reader.article.mailtext.Flow`.
        sent: the day of the message.
    """

    data: bytes
    name: str
    form: str = ""
    charset: str | None = None
    url: str | None = None
    steps: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    title: str | None = None
    flow: Literal["", "flowed", "delsp"] = ""
    sent: date | None = None


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
    if not name:
        raise ArticleError("no path was given; name a file, or - for what is piped in")
    return Source(_read(path, name), visible(path), form_of(path))


def is_address(source: str) -> bool:
    """Whether it names something to fetch rather than a file, perhaps with blanks around it."""
    return re.match(r"\s*https?://", source, re.I) is not None


def form_of(path: str) -> str:
    """The ending of a file name in small letters, whatever it is packed in."""
    return Path(path.lower().removesuffix(".gz")).suffix


def _read(path: str, name: str) -> bytes:
    try:
        return _contents(Path(path).expanduser(), name)
    except ArticleError as error:
        raise ArticleError(str(error) if name in str(error) else f"{name}: {error}") from None
    except FileNotFoundError:
        raise ArticleError(_missing(path, name)) from None
    except (OSError, ValueError, RuntimeError) as error:
        reason = visible(getattr(error, "strerror", None) or error, LONGEST_NAME).rstrip(".")
        check = "; check the path" if getattr(error, "errno", None) in _OF_THE_PATH else ""
        raise ArticleError(f"{name} cannot be read: {reason}{check}") from error


def _contents(path: Path, name: str) -> bytes:
    mode = path.stat().st_mode
    if S_ISREG(mode):
        with path.open("rb") as stream:
            return read_bounded(stream)
    from reader.article import special

    return special.contents(path, mode, name)


def _missing(path: str, name: str) -> str:
    from reader.article.misnamed import instead_of

    return instead_of(path) or f"there is no file called {name}; check the path"
