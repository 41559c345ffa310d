"""The frame before the app holds the same text in the same cells, in the same colours, as the app's own."""

import pyte
import pytest
from rich.color import ColorSystem
from rich.style import Style

from reader.article import Article
from reader.config import Settings
from reader.ui.early.frame import room_of
from reader.ui.early.showing import frame_of
from reader.ui.panels.arrangement import Arrangement
from reader.ui.screens.reading import ReadingScreen
from reader.ui.theme_files import files
from tests.ui import desk

SIZES = [(200, 50), (160, 48), (121, 40), (100, 30), (99, 31), (80, 24), (79, 23), (60, 20), (59, 20), (40, 12), (21, 7)]  # fmt: skip
LONG = desk.article(
    *(f"Paragraph {n} of the harbour’s log. " + "Fog, 霧, again. " * (1 + n % 13) for n in range(90))
)


class Unread(desk.Analyst):
    """Never finds anything, so that what is drawn is the text alone."""

    async def read(self, of, progress=None):
        raise desk.AnalysisError("not today")


def cells(written: str, columns: int, rows: int) -> list[list[tuple]]:
    """Every cell of a terminal: its ground, and what stands in it in which colour and weight."""

    def seen(cell: pyte.screens.Char) -> tuple:
        return (cell.bg, *((cell.data, cell.fg, cell.bold, cell.italics) if cell.data != " " else ()))

    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed(written)
    return [[seen(screen.buffer[y][x]) for x in range(columns)] for y in range(rows)]


async def both(article: Article, size: tuple[int, int], settings: Settings, shelf: desk.Shelf):
    """The cells of the early frame, those of the app, and how many of each row hold the text."""
    early = frame_of([article], settings, shelf, *size)
    app = desk.app(article, settings=settings, shelf=shelf, analyst=Unread())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        strips = screen._compositor.render_strips()
        drawn = "\r\n".join(
            "".join((s.style or Style()).render(s.text, color_system=ColorSystem.TRUECOLOR) for s in strip)
            for strip in strips
        )
        view = screen.view
        assert view.region.offset == (0, 1)
        room = (view.size.width, view.size.height)
    assert (
        room_of(*size, settings.measure, Arrangement(settings.panels, width=settings.panel_width))[:2] == room
    )
    return cells(early.written(ColorSystem.TRUECOLOR), *size), cells(drawn, *size), room


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
async def test_the_text_stays_where_it_is_when_the_app_takes_over(size, share):
    at = int(share * len(LONG.text))
    early, app, (columns, rows) = await both(LONG, size, Settings(), desk.Shelf({LONG.text: at}))
    assert early[0] == app[0]
    for y in range(1, rows + 1):
        assert early[y][: columns - 1] == app[y][: columns - 1]  # the last is the scroll bar's


@pytest.mark.parametrize("theme", files())
async def test_every_theme_that_ships_has_its_colours_at_once(theme):
    early, app, (columns, rows) = await both(LONG, (90, 24), Settings(theme=theme), desk.Shelf())
    assert early[0] == app[0]
    for y in range(1, rows + 1):
        assert early[y][: columns - 1] == app[y][: columns - 1]


@pytest.mark.parametrize("theme", ["nord", "there is no such theme"])
def test_a_theme_without_a_file_waits_for_the_app(theme):
    assert frame_of([LONG], Settings(theme=theme), desk.Shelf(), 90, 24) is None


def test_a_theme_with_colours_only_textual_reads_waits_for_the_app(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    (tmp_path / "themes").mkdir()
    mine = tmp_path / "themes" / "mine.yaml"
    mine.write_text('colours: {background: "#101010", foreground: "hsl(0,0%,90%)", primary: "#88aaff"}\n')
    assert frame_of([LONG], Settings(theme="mine"), desk.Shelf(), 90, 24) is None
    mine.write_text('colours: {background: "#101010", foreground: "#e0e0e0", primary: "#88aaff"}\n')
    assert frame_of([LONG], Settings(theme="mine"), desk.Shelf(), 90, 24) is not None
