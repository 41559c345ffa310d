"""The event of a time: the article's own words for its clause in one line; and its status."""

from collections.abc import Callable

import pytest

from reader.analysis.model import TimelineEntry
from reader.analysis.timeline import component

Finder = Callable[..., list[TimelineEntry]]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("On Friday, Ilse Brandt opened a school in Orrin.", "Ilse Brandt opened a school in Orrin"),
        ("To that end, Ilse Brandt opened a school on Friday.", "Ilse Brandt opened a school"),
        ("“We are late,” Ilse Brandt said on Friday.", "“We are late,” Ilse Brandt said"),
        (
            "Ilse Brandt retired to her farm in 2019 and left the firm to her son.",
            "Ilse Brandt retired to her farm",
        ),
        ("There were loud calls for reform in 2019.", "loud calls for reform"),
        (
            "Envoys from both towns are to meet in Orrin on Monday.",
            "Envoys from both towns are to meet in Orrin",
        ),
        ("Ilse Brandt, who fled to Paris, died in 2019.", "Ilse Brandt … died"),
        ("The same evening the choir of Orrin sang.", "the choir of Orrin sang"),
        ("Orrin has been calm since independence 30 years ago.", "[Orrin’s] independence"),
        ("The trial in Orrin lasted six weeks.", "The trial in Orrin lasted six weeks"),
        (
            "The trial in Orrin is expected to last six weeks.",
            "The trial in Orrin is expected to last six weeks",
        ),
        ("The vote ended 22 years of rule by Brandt.", "The vote ended 22 years of rule by Brandt"),
        ("On Friday, Ilse Brandt was already packing her bags.", "Ilse Brandt was already packing her bags"),
        ("On Friday the mayor of Orrin asked how.", "the mayor of Orrin asked how"),
        ("Sales rose to $3 million on Friday, well above the forecast.", "Sales rose to $3 million"),
        ("On Friday the boat, nicknamed Tabby by its crew, sank.", "the boat … sank"),
        ("The bill, due to be changed, passed on Friday.", "The bill … passed"),
        ("The deal, first reported on Friday, was off.", "The deal, first reported"),
        ("Shares in Orvane fell 3% on Friday.", "Shares in Orvane fell 3%"),
        ("The plan, announced on Friday by the mayor, failed.", "The plan, announced on Friday by the mayor"),
        (
            "Ilse Brandt said on Wednesday the school would close.",
            "Ilse Brandt said on Wednesday the school would close",
        ),
        ("Orrin sank. It took the crew five hours to leave.", "It took the crew five hours to leave"),
        ("Helen Brandt left. It closed in June.", "It closed"),
        ("The first train leaves at 5.40am on Monday.", "The first train leaves"),
        ("The valley, where the lake dropped by a metre in 2019, is dry.", "the lake dropped by a metre"),
        ("The state-owned firm failed on Friday.", "The state-owned firm failed"),
        ("Ilse Brandt, after a long rest, sang on Friday.", "Ilse Brandt … sang"),
        ("On Friday the insurer Orvane paid.", "the insurer Orvane paid"),
        ("Ilse Brandt said she would leave before the week was out.", "[Ilse Brandt] would leave"),
        ("They still talk about Storm Hilde of 2019.", "Storm Hilde"),
    ],
)
def test_the_event_is_the_clause_the_time_modifies(entries: Finder, text: str, event: str) -> None:
    assert entries(text)[0].event == event


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Brandt’s party won 12 seats in Orrin, up from 7 four years ago.", "Brandt’s party … up from 7"),
        ("The fleet has 14 boats, compared with 9 in 2019.", "The fleet … compared with 9"),
        (
            "Orvane paid a dividend of $2 a share, down from $3 last year.",
            "a dividend of $2 a share, down from $3",
        ),
        ("The boats came up from the south in 2019.", "The boats came up from the south"),
        ("The toll was 14, compared with 9 deaths in 2019.", "9 deaths"),
    ],
)
def test_an_earlier_figure_is_told_as_a_comparison(entries: Finder, text: str, event: str) -> None:
    assert entries(text)[0].event == event


def test_a_pronoun_is_replaced_by_the_name(entries: Finder) -> None:
    (entry,) = entries("Ilse Brandt fled to Paris. She died in 2019.")
    assert entry.event == "[Ilse Brandt] died"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("“I left the mill on Friday,” Ilse Brandt said.", "[Ilse Brandt] left the mill"),
        ("“I have slept since Friday,” Ilse Brandt said.", "I have slept"),
    ],
)
def test_i_is_who_speaks_where_the_verb_goes_with_a_name(entries: Finder, text: str, event: str) -> None:
    assert entries(text)[0].event == event


def test_a_pronoun_among_others_stays(entries: Finder) -> None:
    (entry,) = entries("Ilse Brandt fled. Neither she nor her son could be found on Friday.")
    assert entry.event == "Neither she nor her son could be found"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ilse Brandt pleaded guilty Monday to stealing a boat.",
            "Ilse Brandt pleaded guilty Monday to stealing a boat",
        ),
        ("The basins are no longer checked every year.", "The basins are no longer checked"),
        ("My aunt went to Orrin on Monday to buy a stamp.", "My aunt went to Orrin on Monday to buy a stamp"),
        ("Ilse Brandt (FDP), the mayor of Orrin since the war, left on Friday.", "Ilse Brandt … left"),
        ("From Friday the last three shops will be.", None),
        ("The next meeting of the council is on Friday.", "The next meeting of the council is on Friday"),
        ("Work could start as early as Friday.", "Work could start"),
    ],
)
def test_an_event_is_the_articles_own_words_in_their_order(
    entries: Finder, text: str, event: str | None
) -> None:
    assert entries(text)[0].event == event


def test_two_times_of_one_event_share_it(entries: Finder) -> None:
    found = entries("The fair of Orrin ran from 3 May 2019 to 5 May 2019.")
    assert [entry.event for entry in found] == ["The fair of Orrin ran"] * 2


def test_a_long_event_loses_what_stands_last(entries: Finder) -> None:
    (entry,) = entries(
        "Ilse Brandt opened a school for the orphans of the sailors who were lost in the great storm and a home for "
        "the widows of the miners of Orrin on Friday."
    )
    assert (
        entry.event
        == "Ilse Brandt opened a school for the orphans of the sailors … and a home for the widows of the miners of Orrin"
    )


def test_what_is_still_too_long_is_cut_at_a_word(entries: Finder) -> None:
    names = "the unhappy owners of the many small boats that once lay in the harbours of Orrin, of Wexcombe and of Port Alder"
    (entry,) = entries(f"On Friday {names} met.")
    assert entry.event is not None
    assert len(entry.event) <= 122


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ilse Brandt resigned on Friday.", "happened"),
        ("Ilse Brandt will resign on Friday.", "planned"),
        ("The town plans a fair for 3 June.", "planned"),
        ("Ilse Brandt may resign on Friday.", "uncertain"),
        ("Ilse Brandt did not resign on Friday.", "uncertain"),
        ("If Ilse Brandt resigned on Friday, nobody saw it.", "uncertain"),
        ("Ilse Brandt allegedly resigned on Friday.", "uncertain"),
        ("It was the worst flood to reach Orrin since 1952.", "happened"),
        ("Ilse Brandt was the first mayor to resign in May.", "happened"),
        ("Ilse Brandt was to resign on Monday.", "planned"),
        ("Ilse Brandt swims every Friday.", "recurring"),
        ("Ilse Brandt would be back by the end of the year.", "planned"),
        ("Ilse Brandt was back by the end of the year.", "happened"),
        ("It may be as bad as the great storm of 2019.", "happened"),
    ],
)
def test_status(entries: Finder, text: str, status: str) -> None:
    assert [entry.status for entry in entries(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The harvest is three weeks away.", "planned"),
        ("The vote in Orrin is ten days off.", "planned"),
        ("There are six months to go.", "planned"),
        ("Orrin needs 400 nurses over the next ten years.", "planned"),
        ("The bridge opens in two weeks.", "planned"),
        ("The harvest was three weeks away.", "happened"),
        ("Orrin is three hours away.", "happened"),
        ("Orrin faces its worst harvest in ten years.", "happened"),
        ("The bridge was built in two weeks.", "happened"),
        ("The police are looking into ten thefts in the past four years.", "happened"),
        ("The harvest may be three weeks away.", "uncertain"),
    ],
)
def test_a_length_that_leads_to_what_is_to_come_is_planned(entries: Finder, text: str, status: str) -> None:
    assert [entry.status for entry in entries(text)] == [status]


def test_what_the_article_takes_back_is_no_event(values):
    text = "An earlier version of this article said the bridge was built in 1913. It was built in 1931."
    assert values(text) == {"1931": "1931"}


def test_a_sentence_full_of_dates_is_looked_at_once_for_what_it_takes_back(entries, monkeypatch):
    seen: list[str] = []
    monkeypatch.setattr(component, "retracted", seen.append)
    text = f"The quay opened on {', '.join(['Monday'] * 30)} and Friday. It shut in 1931."
    assert len(entries(text)) > 10
    assert len(seen) == 2
