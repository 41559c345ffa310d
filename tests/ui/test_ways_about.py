"""Ways about an article beside its items: numbers before keys, links, footnotes, what a search takes."""

import pytest
from textual import events

from reader.article import Article, Block
from reader.article.model import Run
from reader.config import Settings
from reader.ui.choices import Choices
from reader.ui.kept import moved_to
from tests.ui import desk


async def settled(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "at"), [("3s", "q3"), ("2c", "c2"), ("s2S", "q3"), ("12s", "q4"), ("s2s", "q3")]
)
async def test_a_number_before_a_key_is_how_often(keys, at):
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        assert pilot.app.screen.current.id == at


async def test_a_number_is_shown_until_its_key_comes_and_escape_forgets_it():
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("1", "2")
        assert pilot.app.screen.footer.where == "12 …"
        await pilot.press("escape", "s")
        await pilot.pause()
        assert pilot.app.screen.current.id == "q1"


async def test_a_number_moves_so_many_rows_in_the_text_and_in_a_panel():
    filler = [f"Paragraph {n} of the long winter." for n in range(60)]
    async with desk.app(desk.article(*filler)).run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        await pilot.press("7", "j")
        assert pilot.app.screen.view.scroll_offset.y == 7
        await pilot.press("tab", "1", "0", "j")
        rows = pilot.app.screen.panels.panels["speakers"].rows
        assert rows.cursor == len(rows.rows) - 1


async def test_a_number_before_the_key_of_the_panels_says_which():
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("2", "p")
        assert "claims" not in pilot.app.screen.panels.arrangement.shown
        await pilot.press("2", "p")
        assert "claims" in pilot.app.screen.panels.arrangement.shown


async def test_after_the_beginning_the_first_quote_comes_and_after_the_end_the_last():
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("s", "s", "g", "s")
        assert pilot.app.screen.current.id == "q1"
        await pilot.press("G", "S")
        assert pilot.app.screen.current.id == "q4"


TEXT = "The tide is late.¹ Read the report or the appendix.² More.\n\n1 As the harbour office says.\n\n2 See page 9.\n"


def noted() -> Article:
    """An article with two links and two footnotes."""
    at = TEXT.index
    runs = (
        Run("mark", at("¹"), at("¹") + 1),
        Run("link", at("the report"), at("the report") + 10, "https://gull.example/report"),
        Run("mark", at("²"), at("²") + 1),
        Run("link", at("More"), at("More") + 4, "https://gull.example/more"),
    )
    ends = (at("More.") + 5, at("says.") + 5, at("page 9.") + 7)
    blocks = (
        Block("paragraph", 0, ends[0]),
        Block("footnote", at("1 As"), ends[1]),
        Block("footnote", at("2 See"), ends[2]),
    )
    return Article(TEXT, blocks, title="Tides", source="tides.txt", runs=runs)


async def test_the_links_are_listed_opened_and_copied(monkeypatch):
    opened: list[str] = []
    app = desk.app(noted(), analyst=desk.Analyst(made=desk.Reading()))
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        rows = app.screen.query_one(Choices).options
        assert [row.prompt.plain for row in rows] == [
            "the report  https://gull.example/report",
            "More  https://gull.example/more",
        ]
        await pilot.press("j", "y")
        await settled(pilot)
        assert app.clipboard == "https://gull.example/more"
        await pilot.press("l", "enter")
        assert opened == ["https://gull.example/report"]


async def test_links_are_underlined_where_they_are_shown():
    def underlined(app) -> list[str]:
        strip = app.screen.view.render_line(app.screen.view._layout.y_of(0))
        return [segment.text for segment in strip if segment.style and segment.style.underline]

    app = desk.app(noted(), analyst=desk.Analyst(made=desk.Reading()))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert underlined(app) == []
        await pilot.press("L", "l", "escape")
        assert underlined(app) == ["the report", "More"]


async def test_an_article_without_links_says_so():
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        assert next(iter(pilot.app._notifications)).message == "There are no links in this article"


async def test_a_footnote_and_back_to_its_mark_and_on_to_the_next():
    app = desk.app(noted(), analyst=desk.Analyst(made=desk.Reading()))

    def at() -> str:
        hit = app.screen.view.marks.hit
        return TEXT[hit.start : hit.end]

    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        seen = []
        for _ in range(4):
            await pilot.press("F")
            seen.append(at())
        assert seen == ["1 As the harbour office says.", "¹", "2 See page 9.", "²"]


async def test_lines_that_are_pasted_into_a_search_are_one():
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("slash")
        pilot.app.screen.focused.post_message(events.Paste("passengers were\nwaiting"))
        await settled(pilot)
        assert pilot.app.screen.search.in_words == "hit 1 of 1"


async def test_a_key_makes_a_search_a_regular_expression_and_what_is_wrong_with_it_is_said():
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("slash", "ctrl+r", *"(Kelda|bridge)")
        await settled(pilot)
        assert pilot.app.screen.search.in_words == "hit 1 of 4"
        await pilot.press("backspace")
        await settled(pilot)
        assert pilot.app.screen.search.in_words == "no regular expression: missing )"


def test_a_place_is_found_again_by_the_words_before_it():
    old = "".join(f"Sentence {n} of the old text. " for n in range(50))
    new = "A new beginning. " + old.replace("Sentence 20", "Something else")
    at = old.index("Sentence 21")
    assert new[moved_to(old, new, at) :].startswith("Sentence 21")
    assert new[moved_to(old, new, 0) :].startswith("Sentence 0")


@pytest.mark.parametrize("citation", ["html", 3])
def test_a_citation_of_a_kind_that_is_not_there_is_named(tmp_path, citation):
    from reader.config import load_settings

    file = tmp_path / "settings.yaml"
    file.write_text(f"citation: {citation}\n", "utf-8")
    settings, problems = load_settings(file)
    assert settings == Settings()
    assert "citation must be" in str(problems[0])
