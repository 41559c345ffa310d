"""Only what changes is written to the terminal, and what stands there is what Textual would have written."""

import random
from itertools import product

import pyte
import pytest
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from reader.ui.frugal import Paper

WIDTH, HEIGHT = 24, 6
LOOKS = [
    Style.parse(look)
    for look in ("#d0d0d0 on #101018", "bold #d0d0d0 on #101018", "dim italic #80a0ff on #101018", "underline #d0d0d0 on #203040")
]  # fmt: skip
WORDS = ("ferry ", "tide", "  ", "渡船", "quay—", "a", "e\u0301t ", "\u2003")


def strip(chance: random.Random) -> Strip:
    """A row of words in several looks, some of them wide or combined."""
    made = [Segment(chance.choice(WORDS), chance.choice(LOOKS)) for _ in range(9)]
    return Strip(made).adjust_cell_length(WIDTH, LOOKS[0])


def layout(strips: list[Strip], y: int = 0) -> LayoutUpdate:
    return LayoutUpdate([[each] for each in strips], Region(0, y, WIDTH, len(strips)))


class Terminal:
    """A terminal on which every cell is as it was written."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self.screen)
        self.feed("\x1b[?7l")  # as the app does: nothing runs on into the next row

    def feed(self, written: str) -> None:
        self._stream.feed(written)

    @property
    def cells(self) -> list[object]:
        return [self.screen.buffer[y][x] for y, x in product(range(HEIGHT), range(WIDTH))]


@pytest.mark.parametrize("seed", range(12))
def test_the_terminal_looks_as_if_everything_had_been_written(seed):
    chance, paper = random.Random(seed), Paper(ColorSystem.TRUECOLOR)
    frugal, whole = Terminal(), Terminal()
    console = Console(color_system="truecolor", force_terminal=True)
    strips = [strip(chance) for _ in range(HEIGHT)]
    for _ in range(8):
        update = layout(strips)
        frugal.feed(paper.written(update))
        whole.feed(update.render_segments(console).replace("\n", ""))
        assert frugal.cells == whole.cells
        strips[chance.randrange(HEIGHT)] = strip(chance)


def test_what_is_there_already_is_not_written_again():
    paper, strips = Paper(ColorSystem.TRUECOLOR), [strip(random.Random(1)) for _ in range(HEIGHT)]
    assert paper.written(layout(strips))
    assert paper.written(layout(strips)) == ""
    paper.forget()
    assert paper.written(layout(strips))


def test_of_a_row_only_the_cells_that_change_are_written():
    paper = Paper(ColorSystem.TRUECOLOR)
    before, after = (Strip([Segment(f"page {n} of 9".ljust(WIDTH), LOOKS[0])]) for n in (3, 4))
    paper.written(layout([before]))
    assert paper.written(layout([after])) == "\x1b[1;6H\x1b[38;2;208;208;208;48;2;16;16;24m4\x1b[0m"


def test_part_of_a_row_goes_where_it_stands():
    paper, terminal = Paper(ColorSystem.TRUECOLOR), Terminal()
    update = ChopsUpdate([{0: None, 6: Strip([Segment("tide", LOOKS[1])])}], [(0, 6, 10)], [[6, 10]])
    terminal.feed(paper.written(update))
    assert terminal.screen.display[0] == "      tide".ljust(WIDTH)


def test_without_colours_there_are_none_and_what_stands_out_is_turned_round():
    paper = Paper(None, LOOKS[0].bgcolor)
    chosen = Style.parse("bold #101018 on #e0e0e0")
    written = paper.written(layout([Strip([Segment("quiet", LOOKS[0]), Segment("loud", chosen)])]))
    assert written == "\x1b[1;1Hquiet\x1b[1;7mloud\x1b[0m"
