"""Which side a day lies on that something is set, planned, due or moved for."""

from collections.abc import Callable
from datetime import date

import pytest

from reader.analysis.model import TimelineEntry

Finder = Callable[..., list[TimelineEntry]]

SENTENCES = [
    ("2024-05-16", "The next round of talks is on Tuesday.", "2024-05-21"),
    ("2024-05-16", "The final is on Saturday.", "2024-05-18"),
    ("2024-05-16", "The hearing is on Monday.", "2024-05-20"),
    ("2024-05-16", "The deadline is Friday.", "2024-05-17"),
    ("2024-05-16", "The vote is Tuesday.", "2024-05-21"),
    ("2024-05-16", "The deadline was Friday.", "2024-05-10"),
    ("2024-05-16", "Her next match is against Dora Quell on Sunday.", "2024-05-19"),
    ("2024-05-16", "The funeral is on Tuesday in Orrin.", "2024-05-21"),
    ("2024-05-16", "The hearing is set for Tuesday.", "2024-05-21"),
    ("2024-05-16", "The hearing is scheduled for Tuesday.", "2024-05-21"),
    ("2024-05-16", "A ruling is due Tuesday.", "2024-05-21"),
    ("2024-05-16", "A decision is expected Tuesday.", "2024-05-21"),
    ("2024-05-16", "Orvane has lost 45 percent since January.", "2024-01"),
    ("2024-05-16", "Orvane has lost 45 percent of its value since September.", "2023-09"),
    ("2024-05-16", "Prices have risen since Monday.", "2024-05-13"),
    ("2024-01-10", "Orvane has lost 45 percent since January.", "2024-01"),
    ("2024-01-10", "Orvane has lost 45 percent since February.", "2023-02"),
    ("2024-01-10", "The closure is planned for November.", "2024-11"),
    ("2024-01-10", "The trial is scheduled for December.", "2024-12"),
    ("2024-01-10", "The vote is set for November.", "2024-11"),
    ("2024-01-10", "The report is due in October.", "2024-10"),
    ("2024-01-10", "The first train is expected in December.", "2024-12"),
    ("2024-01-10", "The opening was planned for November but slipped.", "2023-11"),
    ("2024-01-10", "The concert has been put off until November.", "2024-11"),
    ("2024-01-10", "The concert was put off from February to November.", "2024-02 2024-11"),
    ("2024-03-12", "The regatta was put off from 6 July to 3 August.", "2024-07-06 2024-08-03"),
    ("2024-03-12", "The regatta has been put off from 6 July.", "2024-07-06"),
    ("2024-03-12", "The trial was postponed from 2 April to 9 September.", "2024-04-02 2024-09-09"),
    ("2024-03-12", "The match has been moved from Saturday to Sunday.", "2024-03-16 2024-03-17"),
    ("2024-03-12", "The election was brought forward from October to June.", "2024-10 2024-06"),
    ("2024-03-12", "The opening has been delayed from September to November.", "2024-09 2024-11"),
    ("2024-03-12", "The opening was delayed by rain in October.", "2023-10"),
    ("2024-03-12", "The election is due in the fall.", "2024-FA"),
    ("2024-03-12", "The ferry is to return before the fall.", "2024-FA"),
    ("2024-03-12", "Orvane expects sales to recover by the fall.", "2024-FA"),
    ("2024-03-12", "Orvane expects sales to recover in the autumn.", "2024-FA"),
    ("2024-03-12", "The bridge is due to open in the summer.", "2024-SU"),
    ("2024-05-12", "Orvane expects sales of 13 million crowns, up from 12 million in February.", "2024-02"),
    ("2024-03-12", "Sales fell in the fall.", "2023-FA"),
    ("2024-03-12", "The mill closed in the autumn.", "2023-FA"),
]


@pytest.mark.parametrize(("published", "text", "expected"), SENTENCES)
def test_what_is_set_for_a_day_lies_ahead(entries: Finder, published: str, text: str, expected: str) -> None:
    found = sorted(entries(text, date.fromisoformat(published)), key=lambda entry: entry.start)
    assert [entry.value for entry in found if entry.type == "DATE"] == expected.split()
