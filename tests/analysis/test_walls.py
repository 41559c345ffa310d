"""A component that fails costs what it finds; what the others find, the text and the rest of a batch go on."""

from datetime import date

import pytest

from reader import mistakes
from reader.analysis import walls
from reader.analysis.model import Failure
from reader.analysis.pipeline import COMPONENTS, analyse, analyse_many
from reader.article import Article

TEXT = "“The weir will reopen on Friday,” said Mayor Ilse Brandt in Marenby. It cost £12m."
KEEP = mistakes.keep  # as a person has it: tests are ended by a mistake
PARTS = ("entities", "speakers", "quotes", "timeline", "claims")


class Broken:
    """Stands in the place of a component."""

    def __init__(self, error):
        self.error = error

    def __call__(self, doc):
        doc._.article_claims = ["half done"]
        raise self.error


@pytest.fixture
def breaking(nlp, monkeypatch):
    """``breaking(component, error)``: from now on that component raises that."""

    def break_(component, error):
        get = nlp.get_pipe
        monkeypatch.setattr(
            nlp, "get_pipe", lambda name: Broken(error) if name == component else get(name), raising=False
        )

    return break_


@pytest.fixture(autouse=True)
def own_state(tmp_path, monkeypatch):
    monkeypatch.setattr(mistakes, "keep", KEEP)
    monkeypatch.setenv("READER_STATE_DIR", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("component", COMPONENTS)
@pytest.mark.parametrize("error", [IndexError("x"), KeyError("x"), RecursionError(), MemoryError()], ids=repr)
def test_the_others_go_on(nlp, breaking, component, error):
    breaking(component, error)
    reading = analyse(nlp, Article(TEXT, published=date(2026, 3, 12)))
    (failure,) = reading.failures
    assert failure.lost == walls.FINDS[component]
    assert {part for part in PARTS if getattr(reading, part)} == set(PARTS) - set(failure.lost)


def test_the_sentence_names_what_is_missing_and_where_the_traceback_is(nlp, breaking, own_state):
    breaking("article_claims", IndexError("beyond the end"))
    reading = analyse(nlp, Article(TEXT, source="weir.txt"))
    log = own_state / "mistakes.log"
    assert reading.notices == (
        f"The claims could not be found: a mistake in reader itself (IndexError); {log} says where",
    )
    assert reading.failure("claims") == reading.notices[0]
    assert reading.failure("quotes") is None
    logged = log.read_text()
    assert "article_claims of weir.txt, SHA-256 " in logged
    assert "IndexError: beyond the end" in logged
    assert "Ilse Brandt" not in logged
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_written_is_not_named(nlp, breaking, own_state):
    (own_state / "mistakes.log").mkdir()
    breaking("article_timeline", ValueError())
    (failure,) = analyse(nlp, Article(TEXT)).failures
    assert failure.notice == "The times could not be found: a mistake in reader itself (ValueError)"


def test_the_log_is_put_aside_when_it_is_long(own_state, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMIT", 300)
    for number in range(9):
        mistakes.keep(ValueError(f"number {number}"), "a test")
    assert sorted(path.name for path in own_state.iterdir()) == ["mistakes.log", "mistakes.old.log"]
    assert "number 8" in (own_state / "mistakes.log").read_text()


def test_a_link_in_the_place_of_the_log_is_not_followed(own_state, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "file"
    other.write_text("as it was")
    (own_state / "mistakes.log").symlink_to(other)
    assert mistakes.keep(ValueError(), "a test") is None
    assert other.read_text() == "as it was"


def test_of_several_articles_only_the_broken_part_of_each_is_missing(nlp, breaking):
    breaking("article_quotes", IndexError())
    readings = list(analyse_many(nlp, [Article(TEXT)] * 3))
    assert [failure.lost for reading in readings for failure in reading.failures] == [
        ("speakers", "quotes")
    ] * 3
    assert all(reading.claims for reading in readings)


def test_a_long_text_has_the_same_walls(nlp, breaking):
    breaking("article_entities", IndexError())
    reading = analyse(nlp, Article("\n\n".join([TEXT] * 300)))
    assert [failure.lost for failure in reading.failures] == [("entities",)]
    assert len(reading.claims) == 300


def test_what_is_told_how_far_it_is_may_give_the_reading_up(nlp):
    def checkpoint(share):
        raise KeyboardInterrupt

    doc = nlp(TEXT, disable=COMPONENTS)
    with pytest.raises(KeyboardInterrupt):
        walls.run(nlp, doc, checkpoint=checkpoint)


def test_run_again_a_part_that_failed_is_made(nlp):
    doc = nlp(TEXT, disable=COMPONENTS)
    doc._.article_failures = [Failure(("timeline",), "it failed"), Failure(("claims",), "so did this")]
    doc = walls.run(nlp, doc, ("article_timeline",))
    assert [failure.lost for failure in doc._.article_failures] == [("claims",)]
    assert doc._.article_timeline
