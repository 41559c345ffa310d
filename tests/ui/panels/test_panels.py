"""The panels as the screen uses them."""

from dataclasses import replace

from reader.analysis.model import Failure, Reading
from reader.article import Article
from reader.ui.messages import ItemChosen, PublicationDayAsked, ReadingWanted, SpeakerFiltered
from tests.ui.panels.paper_mill import text_of


async def test_every_panel_is_filled(make_app, article, reading):
    app = make_app()
    async with app.run_test(size=(60, 44)) as pilot:
        app.panels.show(article, reading)
        await pilot.pause()
        assert " ▸ Bram Oduya  councillor" in text_of(app.panels, "speakers")[2]
        assert "~ 1,200  people" in text_of(app.panels, "claims")[0]
        assert "1921" in text_of(app.panels, "timeline")[0]
        assert "People 3" in text_of(app.panels, "entities")[0]


async def test_claims_dropped_by_hand_are_missed_in_their_panel(make_app, article, reading):
    app = make_app()
    async with app.run_test(size=(60, 44)) as pilot:
        app.panels.show(article, reading, dropped=2)
        await pilot.pause()
        assert text_of(app.panels, "claims")[-1].strip() == "✓ 2 dropped by hand"


async def test_enter_on_a_quote_chooses_it(make_app, article, reading):
    app = make_app()
    async with app.run_test(size=(44, 40)) as pilot:
        app.panels.show(article, reading)
        app.panels.focus_panel("speakers")
        await pilot.press("l", "j", "enter")
        chosen = app.posted[-1]
        assert isinstance(chosen, ItemChosen) and (chosen.kind, chosen.id) == ("quote", "q1")


async def test_choosing_from_outside_opens_the_speaker_marks_the_quote_and_posts_nothing(
    make_app, article, reading
):
    app = make_app()
    async with app.run_test(size=(44, 40)) as pilot:
        app.panels.show(article, reading)
        app.panels.choose("quote", "q3")
        await pilot.pause()
        rows = app.panels.panels["speakers"].rows
        assert rows.rows[rows.marked].item == ("quote", "q3")
        assert not app.posted


async def test_the_speaker_opened_to_show_a_quote_closes_when_the_next_is_someone_elses(
    make_app, article, reading
):
    app = make_app()
    async with app.run_test(size=(44, 40)):
        app.panels.show(article, reading)
        app.panels.choose("quote", "q1")
        app.panels.choose("quote", "q2")
        assert app.panels.panels["speakers"].opened == {"s2"}


async def test_only_one_panel_bears_a_mark(make_app, article, reading):
    app = make_app()
    async with app.run_test(size=(44, 40)):
        app.panels.show(article, reading)
        app.panels.choose("quote", "q1")
        app.panels.choose("claim", "c2")
        marks = {name: panel.rows.marked >= 0 for name, panel in app.panels.panels.items()}
        assert [name for name, marked in marks.items() if marked] == ["claims"]


async def test_f_asks_for_one_speaker_and_filtering_leaves_only_what_they_say(make_app, article, reading):
    app = make_app()
    async with app.run_test(size=(44, 40)) as pilot:
        app.panels.show(article, reading)
        app.panels.focus_panel("speakers")
        await pilot.press("j", "f")
        asked = app.posted[-1]
        assert isinstance(asked, SpeakerFiltered) and asked.speaker == "s2"
        app.panels.filter("s2")
        shown = {name: [row.item for row in p.rows.rows if row.item] for name, p in app.panels.panels.items()}
        assert shown["claims"] == [("claim", "c3"), ("claim", "c4")]
        assert shown["timeline"] == [("time", "t5")]
        assert [row.node for row in app.panels.panels["speakers"].rows.rows] == ["s2"]


async def test_waiting_says_so_and_how_much_is_done(make_app):
    app = make_app()
    async with app.run_test(size=(44, 40)):
        app.panels.show_waiting(0.4)
        assert text_of(app.panels, "claims") == ["   reading… 40 %"]


async def test_a_failure_is_named_literally_and_enter_asks_to_try_again(make_app):
    app = make_app()
    async with app.run_test(size=(44, 40)) as pilot:
        app.panels.show_failed("the [worker] stopped\x1b[2J")
        app.panels.focus_panel("timeline")
        await pilot.press("enter")
        assert text_of(app.panels, "timeline")[0].strip() == "the [worker] stopped␛[2J"
        assert isinstance(app.posted[-1], ReadingWanted)


async def test_a_part_that_could_not_be_made_says_so_in_its_panel_alone(make_app, article, reading):
    notice = (
        "The claims could not be found: a mistake in [reader] itself (IndexError); ~/mistakes.log says where"
    )
    lacking = replace(reading, claims=(), failures=(Failure(("claims",), notice),))
    app = make_app()
    async with app.run_test(size=(44, 40)) as pilot:
        app.panels.show(article, lacking)
        app.panels.focus_panel("claims")
        await pilot.press("enter")
        *sentence, again = text_of(app.panels, "claims")
        assert " ".join(" ".join(sentence).split()) == notice
        assert again.strip("› ") == "Enter tries again"
        assert isinstance(app.posted[-1], ReadingWanted)
        assert "Hanne Brovold" in text_of(app.panels, "speakers")[0]
        app.panels.show(article, reading)
        assert len(text_of(app.panels, "claims")) == len(reading.claims)


async def test_without_a_publication_day_the_timeline_offers_to_ask(make_app, without_day, reading):
    app = make_app()
    async with app.run_test(size=(44, 40)) as pilot:
        app.panels.show(without_day, reading)
        app.panels.focus_panel("timeline")
        await pilot.press("enter")
        assert "publication day unknown" in text_of(app.panels, "timeline")[0]
        assert text_of(app.panels, "timeline")[0].endswith("Enter sets it"), "the keyboard was elsewhere"
        assert isinstance(app.posted[-1], PublicationDayAsked)


async def test_what_was_open_and_filtered_stays_so_when_the_same_text_is_read_anew(
    make_app, article, without_day, reading
):
    app = make_app()
    async with app.run_test(size=(60, 44)):
        app.panels.show(without_day, reading)
        app.panels.choose("quote", "q2")
        app.panels.filter("s2")
        app.panels.show_waiting()
        app.panels.show(article, reading)
        speakers = app.panels.panels["speakers"]
        assert [row.item for row in speakers.rows.rows if row.item] == [("quote", "q2"), ("quote", "q3")]
        assert speakers.heading.hint == "only Oskar Lindqvist"


async def test_another_article_starts_afresh(make_app, article, reading):
    app = make_app()
    async with app.run_test(size=(60, 44)):
        app.panels.show(article, reading)
        app.panels.choose("quote", "q2")
        app.panels.filter("s2")
        app.panels.show(Article("Something else."), Reading())
        assert [line.strip("› ") for line in text_of(app.panels, "speakers")] == ["nobody is quoted"]
        assert app.panels.view.only is None
