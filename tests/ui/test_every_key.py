"""Every key there is, taken from the list of bindings itself: one that does nothing fails here."""

from dataclasses import replace
from typing import Any

import pytest

from reader.analysis.model import Reading
from reader.article import Article
from reader.config import Settings
from reader.ui.app import ReaderApp
from reader.ui.bindings import default_keys
from reader.ui.ports import Progress
from tests.ui import desk

FILLER = tuple(f"Paragraph {number} is about nothing in particular. " * 3 for number in range(8))
NOTED = ["s", "a", "x", "enter", "apostrophe"]
BEFORE: dict[str, list[str]] = {
    "why": ["s"],
    "history.back": ["s", "c"],
    "history.forward": ["s", "c", "left_square_bracket"],
    "line.up": ["space"],
    "page.up": ["space"],
    "half.up": ["space"],
    "text.start": ["space"],
    "search.next": ["slash", *"kelda", "enter"],
    "search.previous": ["slash", *"kelda", "enter"],
    "filter.speaker": ["s"],
    "clear": ["s"],
    "copy": ["s"],
    "note": ["s"],
    "marks": ["m"],
    "correct": ["c"],
    "uncorrect": ["c", "w", "enter"],
    "copy.cited": ["s"],
    "panels.narrower": ["less_than_sign"],
    "select.left": ["v", "w"],
    "select.right": ["v"],
    "select.down": ["v"],
    "select.up": ["v", "j", "j"],
    "select.word": ["v"],
    "select.back": ["v", "w"],
    "select.word-end": ["v"],
    "select.row-start": ["v", "w"],
    "select.row-end": ["v"],
    "select.begin": ["v"],
    "select.turn": ["v", "v", "e"],
    "select.leave": ["v"],
    "marks.delete": NOTED,
    "marks.reword": NOTED,
    "marks.undo": [*NOTED, "d"],
    "list.down": ["tab"],
    "list.up": ["tab", "j"],
    "list.open": ["tab"],
    "list.close": ["tab", "l"],
    "list.first": ["tab", "j"],
    "list.last": ["tab"],
    "list.choose": ["tab"],
    "list.filter": ["tab"],
    "list.open-all": ["tab"],
    "list.sort": ["tab", "tab"],
    "list.sort-reverse": ["tab", "tab", "v"],
    "list.day": ["tab", "tab", "tab"],
    "list.next": ["tab"],
    "list.previous": ["tab", "tab"],
}
"""What has to be pressed first, where a key does nothing on an article that was just opened."""

ELSEWHERE = {"suspend", "redraw", "reading.again", "footnote"}
"""What shows in a terminal, in a file or in an article with notes only: tests/cli/test_citizen.py, tests/ui/test_ways_about.py."""

KEYS = {id: keys.split(",")[0] for id, keys in default_keys().items() if id not in ELSEWHERE}


class Doubtful(desk.Analyst):
    """Is sure of nothing but the quotes."""

    async def read(self, of: Article, progress: Progress | None = None) -> Reading:
        made = await super().read(of, progress)
        return replace(made, claims=tuple(replace(claim, confidence="unsure") for claim in made.claims))


class Doings:
    """What the app did beyond its screen."""

    def __init__(self) -> None:
        self.shelf = desk.Shelf()
        self.analyst = Doubtful()
        self.exported = 0
        self.addresses: list[str] = []

    def app(self) -> ReaderApp:
        def export(*_: object) -> Any:
            self.exported += 1
            return desk.export(article, desk.reading(article))

        article = desk.article(*FILLER, url="https://gull.example/ferry")
        other = desk.article("The wind has dropped.", title="Another day", source="other.txt")
        return desk.app(
            article, other, analyst=self.analyst, shelf=self.shelf, export=export, settings=Settings()
        )

    def portrait(self, app: ReaderApp) -> tuple[object, ...]:
        """All that a key can change."""
        screen, shelf = app.screen_stack[-1], self.shelf
        reading = next(each for each in reversed(app.screen_stack) if hasattr(each, "panels"))
        panels = [(each.rows.cursor, each.hint()) for each in reading.panels.panels.values()]
        rows = [[str(row.draw(40)) for row in each.rows.rows] for each in reading.panels.panels.values()]
        marks = reading.view.marks
        return (
            *(
                screen,
                reading,
                screen.focused,
                reading.current,
                marks.hit,
                reading.speaker,
                reading.view.caret,
            ),
            *(
                reading.view.scroll_offset.y,
                panels,
                rows,
                reading.panels.arrangement,
                reading.panes.panels_shown,
            ),
            *(list(shelf.written), list(shelf.marked), list(shelf.corrected), app.clipboard, app.return_code),
            *(self.exported, list(self.addresses), len(self.analyst.asked)),
        )


@pytest.mark.parametrize("id", KEYS)
async def test_it_does_something(id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    doings = Doings()
    monkeypatch.setattr(ReaderApp, "open_url", lambda _, url, new_tab=True: doings.addresses.append(url))
    app = doings.app()
    async with app.run_test(size=(110, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*BEFORE.get(id, ()))
        await app.workers.wait_for_complete()
        await pilot.pause()
        before = doings.portrait(app)
        await pilot.press(KEYS[id])
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert doings.portrait(app) != before


def test_nothing_is_prepared_for_a_key_that_is_not_there():
    assert set(BEFORE) <= set(KEYS)
