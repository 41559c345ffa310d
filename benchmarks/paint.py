"""The screen beside the smallest apps: first paint, a page down, memory, and opening again."""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.rows import Row, at_most, below, beside
from benchmarks.terminal import COLUMNS, Terminal
from benchmarks.texts import text_of

FIRST, SPEAKER, HELP = "Quaymark", "▸ Ottoline Wexcombe", "Next speech"
OPENING = f"{FIRST} Bulletin\n\n“The quay is shut,” said Ottoline Wexcombe, the harbour master.\n\n"
SIZES = {"5 KB": 5_000, "10 MB": 10_000_000}
STARTS, PAGES = 7, 40
PYTHON = sys.executable


def rows() -> Iterator[Row]:
    """All of them, each pair taken by turns so that both see the same machine."""
    with tempfile.TemporaryDirectory() as name:
        files = {size: _file(Path(name), size, length) for size, length in SIZES.items()}
        for size, file in files.items():
            yield _first_paint(size, file)
        yield _answered(files["5 KB"])
        yield from _paging(files["10 MB"])
        yield from _again(files["5 KB"])


def _file(folder: Path, size: str, length: int) -> Path:
    path = folder / f"{size.replace(' ', '')}.txt"
    path.write_text(OPENING + text_of(length), "utf-8")
    return path


def _first_paint(size: str, file: Path) -> Row:
    ours, theirs = [], []
    for _ in range(STARTS):
        with _reader(file) as terminal:
            ours.append(terminal.shown(FIRST))
        with _app("blank") as terminal:
            theirs.append(terminal.shown("blank"))
    return at_most(
        f"first paint, {size}", _ms(ours), _ms(theirs), 1.3, unit="ms", against="blank Textual app"
    )


def _answered(file: Path) -> Row:
    """A key that is typed as soon as there is text: the app behind it has to be there, and open its help."""
    ours, theirs = [], []
    for _ in range(STARTS):
        with _reader(file) as terminal:
            terminal.shown(FIRST)
            terminal.type("?")
            ours.append(terminal.shown(HELP))
        with _app("blank") as terminal:
            theirs.append(terminal.shown("blank"))
    what = "from the start to the help that a key typed at the first paint opens, 5 KB"
    return beside(what, _ms(ours), _ms(theirs), unit="ms", against="blank Textual app, first paint")


def _paging(file: Path) -> Iterator[Row]:
    """Pages down through 10 MB while it is being read."""
    with _reader(file) as terminal, _app("lines", file) as bare:
        terminal.shown(FIRST)
        bare.shown(FIRST)
        terminal.press("pagedown")  # which waits until the app behind the first paint is there
        pairs = [(terminal.press("pagedown"), bare.press("pagedown")) for _ in range(PAGES)]
        memory = terminal.peak_mib
    ours, theirs = zip(*pairs, strict=True)
    what, against = "page down while 10 MB are read", "bare line-API view"
    yield at_most(f"{what}, p50", _ms(ours), _ms(theirs), 1.2, unit="ms", against=against)
    yield at_most(f"{what}, p95", _ms(ours, _p95), _ms(theirs, _p95), 1.5, unit="ms", against=against)
    yield below("the app's own memory, 10 MB", memory, 80, "MiB")


def _again(file: Path) -> Iterator[Row]:
    """The second opening of an article: from the first paint to its speakers, on a screen as before and on another."""
    with tempfile.TemporaryDirectory() as home:
        with _reader(file, home) as terminal:
            terminal.shown(SPEAKER)
            _leave(terminal)
        as_left = [_filling(file, home, COLUMNS) for _ in range(STARTS)]
        wider = [_filling(file, home, COLUMNS + 1 + times) for times in range(STARTS)]
    yield below("opened again: from first paint to filled panels", _ms(as_left), 100, "ms")
    yield Row("the same on a screen of another size", f"{_ms(wider):,.4g} ms")


def _filling(file: Path, home: str, columns: int) -> float:
    with _reader(file, home, columns) as terminal:
        took = -terminal.shown(FIRST) + terminal.shown(SPEAKER)
        _leave(terminal)
    return took


def _leave(terminal: Terminal) -> None:
    """Quit as a person does, once nothing more is drawn."""
    terminal.press("j")
    terminal.type("kq")
    terminal.ended()


@contextmanager
def _reader(file: Path, home: str | None = None, columns: int = COLUMNS) -> Iterator[Terminal]:
    """``reader FILE`` for a person who has never run it, unless ``home`` says otherwise."""
    with (
        tempfile.TemporaryDirectory() as new,
        Terminal([PYTHON, "-m", "reader", str(file)], _at_home(home or new), columns) as terminal,
    ):
        yield terminal


@contextmanager
def _app(name: str, *arguments: Path) -> Iterator[Terminal]:
    command = [PYTHON, "-m", f"benchmarks.apps.{name}", *map(str, arguments)]
    with Terminal(command, {**os.environ, "TEXTUAL_ANIMATIONS": "none"}) as terminal:
        yield terminal


def _at_home(home: str) -> Mapping[str, str]:
    folders = (
        "HOME",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "READER_CACHE_DIR",
    )
    return {**os.environ, **dict.fromkeys(folders, home)}


def _p95(values: "tuple[float, ...] | list[float]") -> float:
    return statistics.quantiles(values, n=20)[-1]


def _ms(
    seconds: "tuple[float, ...] | list[float]",
    pick: "Callable[[tuple[float, ...] | list[float]], float]" = statistics.median,
) -> float:
    return pick(seconds) * 1000
