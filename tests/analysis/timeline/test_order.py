"""The order of the list, and that its ids count in text order."""

from collections.abc import Callable

from reader.analysis.model import TimelineEntry

Finder = Callable[..., list[TimelineEntry]]


def test_earliest_first_with_a_year_before_its_months(entries: Finder) -> None:
    found = entries(
        "The mill burnt in May 1991 after six dry weeks. It was sold in 1991. It opened in 480 BC. "
        "On 1 January 1991 it was calm. It floods every year. Nobody knows the future."
    )
    assert [entry.value for entry in found] == [
        "BC0480", "1991", "1991-01-01", "1991-05", "FUTURE_REF", "P6W", "P1Y",
    ]  # fmt: skip


def test_the_same_days_events_stand_in_text_order(entries: Finder) -> None:
    found = entries("Ilse Brandt spoke on 3 May 1991. Her brother sang on 3 May 1991.")
    assert [entry.start for entry in found] == sorted(entry.start for entry in found)


def test_ids_count_from_one_in_text_order(entries: Finder) -> None:
    found = entries("The mill was sold in 1995. It had burnt in 1991.")
    assert [(entry.id, entry.value) for entry in found] == [("t2", "1991"), ("t1", "1995")]
