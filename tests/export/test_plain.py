"""Plain text says what the panels show, and what of it is the person's word."""

from dataclasses import replace
from datetime import date

import pytest

from reader.analysis.model import Attribution, Claim, Failure, Quote, Reading, Span, Speaker, TimelineEntry
from reader.article import Article, Block
from reader.article.model import Run
from reader.export.plain import plain_text

TEXT = "“We lost up to two piers on Friday,” said Ilse Brandt, 58."
SENTENCE = Span(0, len(TEXT))
QUOTE = Quote("q1", "direct", TEXT[:36], 0, 36, speaker="s1")
SPEAKER = Speaker("s1", "Ilse Brandt", "person", quotes=("q1",))


def claim(text: str, value: int, kind: str = "count", unit: str | None = None, **more: object) -> Claim:
    """A claim of the article itself about these words of it."""
    start = TEXT.index(text)
    facts = {"comparator": "=", "change": None, "of": None, "by": None, **more}
    return Claim(
        "c1", text, start, start + len(text), value, kind=kind, unit=unit, sentence=SENTENCE, **facts
    )  # type: ignore[arg-type]


PIERS = claim("up to two piers", 2, unit="piers", comparator="<=", by=Attribution("s1", "q1"))
FRIDAY = TimelineEntry(
    "t1", "Friday", 28, 34, "DATE", "2026-03-13", date(2026, 3, 13), date(2026, 3, 13), "published",
    False, "happened", "We lost two piers", SENTENCE,
)  # fmt: skip
READING = Reading(speakers=(SPEAKER,), quotes=(QUOTE,), claims=(PIERS,), timeline=(FRIDAY,))


def correction(change: str, start: int, end: int) -> dict[str, object]:
    return {"kind": "correction", "change": change, "start": start, "end": end}


def lines(notes: tuple[dict[str, object], ...] = (), reading: Reading = READING) -> list[str]:
    return plain_text(Article(TEXT), reading, notes).splitlines()


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (PIERS, "≤ 2 piers - Ilse Brandt"),
        (claim("58", 58, "measure", "year"), "aged 58 - the article"),
        (claim("58", 58, "percent", "percent", change="up", of="fares"), "↑ 58%, of fares - the article"),
    ],
    ids=["a count", "an age", "a change"],
)
def test_an_amount_is_written_as_in_the_panel(made, line):
    assert line in lines(reading=Reading(speakers=(SPEAKER,), quotes=(QUOTE,), claims=(made,)))


def test_nothing_is_said_to_be_corrected_that_is_not():
    assert "by hand" not in "\n".join(lines())


def test_a_corrected_speaker_is_marked_with_the_quote_and_the_claims_in_it():
    shown = lines((correction("speaker", 0, 36),))
    assert "  - “We lost up to two piers on Friday,” [direct, speaker corrected by hand]" in shown
    assert "≤ 2 piers - Ilse Brandt (corrected by hand)" in shown


def test_a_corrected_date_is_marked():
    shown = lines((correction("date", 28, 34),))
    assert "2026-03-13 (Friday): We lost two piers [date corrected by hand]" in shown


def test_what_was_dropped_is_counted_below_the_claims():
    shown = lines((correction("dropped", 55, 57),))
    assert shown[shown.index("CLAIMS (1)") + 2] == "1 dropped by hand"


def test_who_wrote_it_is_said_once():
    signed = Article("Pier shut\n\nBy Odile Karr\n\nNobody came.", (Block("headline", 0, 9), Block("byline", 11, 24), Block("paragraph", 26, 38)), title="Pier shut", byline="Odile Karr")  # fmt: skip
    assert plain_text(signed, Reading()).count("Odile Karr") == 1
    assert (
        plain_text(replace(signed, blocks=(Block("paragraph", 26, 38),)), Reading()).count("By Odile Karr")
        == 1
    )


def test_notices_stand_below_the_head_and_struck_words_between_their_signs():
    article = Article("Cost: £40m £52m.", runs=(Run("struck", 6, 10),), notices=("two days are stated",))
    written = plain_text(article, Reading())
    assert "\n\nNote: two days are stated\n\nCost: ~~£40m~~ £52m." in written


def test_tables_keep_their_lines():
    text = "Year  Cost\n2025    40"
    assert f"\n\n{text}\n\n" in plain_text(
        Article(text, (Block("table", 0, len(text), lines=True),)), Reading()
    )


def test_a_sentence_stands_in_the_place_of_what_could_not_be_made():
    lacking = replace(READING, claims=(), failures=(Failure(("claims",), "no claims: a mistake"),))
    told = lines(reading=lacking)
    assert told[told.index("CLAIMS") + 1] == "no claims: a mistake"
    assert "TIMELINE (1)" in told


def test_the_file_is_named_where_nothing_else_tells_the_article_from_others():
    titled = Article("Words.", title="Late", source="late.txt")
    assert "late.txt" not in plain_text(titled, Reading())
    assert "\nlate.txt\n" in plain_text(titled, Reading(), among=2)
    assert "\nlate.txt\n" in plain_text(replace(titled, title=None), Reading())
    assert "\nhttps://q.example/\n" in plain_text(replace(titled, url="https://q.example/"), Reading())
