"""An article that was left is on screen at once when it is opened again, with its panels, until the app is there."""

import re
import sys
from pathlib import Path

import pytest

from tests.cli.held import HeldTerminal, own_folders
from tests.terminal import Terminal

TEXT = """The kiosk of Dunmarrow

12 March 2026

“It stays open,” said Brannoch Tewe, who has sold papers there for 31 years. Dunmarrow has 4,200 readers.

"""
LONG = TEXT + "\n\n".join(
    f"Paper {n} was sold on Friday, and the kiosk of Dunmarrow was shut." for n in range(60)
)
SIZES = [(120, 40), (80, 24), (70, 24), (40, 12)]
FRAME = b"\x1b[?25l"  # the cursor is hidden before anything is drawn
SCROLL_BAR = {(each,) for each in "▁▂▃▄▅▆▇█"}  # its length is estimated until all of the text is set
FILLED = "▸|open it in a wider|Speak"


@pytest.fixture
def kiosk(tmp_path: Path) -> Path:
    """An article in a folder of its own."""
    text = tmp_path / "kiosk.txt"
    text.write_text(LONG, "utf-8")
    return text


def leave(kiosk: Path, columns: int, rows: int, *keys: str) -> None:
    """Open it, press keys, and leave it; again where that was before all was shown."""
    command = [sys.executable, "-m", "reader", str(kiosk)]
    while not list(kiosk.parent.glob("CACHE/screens/*")):
        with Terminal(command, env=own_folders(kiosk.parent), columns=columns, rows=rows) as terminal:
            terminal.wait_for("s quotes|s says")
            terminal.press(*keys, "q")
            assert terminal.wait_for_end() == 0


def cells(terminal: Terminal) -> list[list[tuple[str, ...]]]:
    """What is in each cell, and its colours and weight where it is no blank."""
    screen = terminal.screen
    return [
        [
            (c.bg,) if c.data == " " else (c.bg, c.data, c.fg, c.bold, c.italics, c.underscore)
            for c in (screen.buffer[y][x] for x in range(screen.columns))
        ]
        for y in range(screen.lines)
    ]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_it_is_there_before_the_app_just_as_the_app_then_shows_it(kiosk, size):
    columns, rows = size
    leave(kiosk, columns, rows, "pagedown", "j")
    with HeldTerminal(kiosk, kiosk.parent, columns=columns, rows=rows) as terminal:
        terminal.wait_for("all keys")
        early = cells(terminal)
        terminal.let_go()
        terminal.wait_until(lambda: terminal.written.count(FRAME) > 2)  # twice before the app draws
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        late = cells(terminal)
        places = ((y, x) for y in range(rows) for x in range(columns) if early[y][x] != late[y][x])
        different = [(y, x) for y, x in places if not {early[y][x][1:2], late[y][x][1:2]} & SCROLL_BAR]
        assert [(y, x, early[y][x], late[y][x]) for y, x in different] == []


@pytest.mark.parametrize(
    "changed",
    [
        lambda home: (
            (home / "CONFIG").mkdir() or (home / "CONFIG" / "settings.yaml").write_text("measure: 60\n")
        ),
        lambda home: (home / "kiosk.txt").write_text(LONG.replace("4,200", "4,300"), "utf-8"),
        lambda home: [path.unlink() for path in (home / "CACHE" / "readings").iterdir()],
        lambda home: [
            path.write_bytes(path.read_bytes().replace(b"kiosk", b"kiosq"))
            for path in (home / "CACHE" / "screens").iterdir()
        ],
    ],
    ids=["settings", "text", "reading", "the picture itself"],
)
def test_where_anything_has_changed_only_the_text_is_there(kiosk, changed):
    leave(kiosk, 120, 40)
    changed(kiosk.parent)
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("The kiosk of Dunmarrow", "Paper 5 was sold")
        assert not re.search(FILLED, terminal.text)
        assert "all keys" not in terminal.text
        terminal.let_go()
        terminal.wait_for("all keys")


def test_keys_typed_at_it_are_about_what_it_shows(kiosk):
    leave(kiosk, 120, 40)
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("all keys", FILLED)
        terminal.press("s")
        terminal.let_go()
        terminal.wait_for("speech 1 of 1|quote 1 of 1")


def test_it_is_there_as_well_where_the_window_was_just_closed(kiosk):
    command = [sys.executable, "-m", "reader", str(kiosk)]
    with Terminal(command, env=own_folders(kiosk.parent)) as terminal:
        terminal.wait_for("s quotes")
        terminal.wait_until(lambda: any(kiosk.parent.glob("CACHE/screens/*.screen")))
        terminal.process.kill()
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("all keys", FILLED)
        terminal.let_go()
