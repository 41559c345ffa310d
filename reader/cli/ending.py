"""How the program ends where something went wrong: one line on standard error, and an exit status."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import NoReturn

from reader.article.errors import ArticleError
from reader.article.sanitise import visible
from reader.cli.encoding import write_readably
from reader.signals import interrupts_are_raised

_LONGEST = 300  # characters of an error nobody foresaw


@contextlib.contextmanager
def ending() -> Iterator[None]:
    """Run the program; whatever goes wrong is one line on standard error and an exit status."""
    interrupts_are_raised()
    for stream in (sys.stdout, sys.stderr):
        write_readably(stream)
    try:
        yield
    except KeyboardInterrupt:
        end("given up", 130)
    except ArticleError as error:
        end(str(error), 1)
    except OSError as error:  # above all: standard output is full
        _drop_output()
        end(f"it could not be done: {error.strerror or error}", 1)
    except Exception as error:
        if _was_interrupted(error):
            end("given up", 130)
        if "READER_DEBUG" in os.environ:
            raise
        about = f"{type(error).__name__}: {visible(error, _LONGEST)}"
        end(f"a mistake in reader itself ({about}); READER_DEBUG=1 shows where it is", 1)


def end(message: str, status: int) -> NoReturn:
    """Say why in one line and leave."""
    print(f"reader: {visible(message)}", file=sys.stderr)
    sys.exit(status)


def _was_interrupted(error: BaseException | None) -> bool:
    """Whether an error is what became of ctrl+c: to load a module can make another error of it."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _drop_output() -> None:
    """What could not be written is not tried again when the interpreter ends, which would say so its own way."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
