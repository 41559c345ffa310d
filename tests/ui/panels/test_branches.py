"""Which branches are open while one jumps from quote to quote."""

from reader.ui.panels.panel import Branches


def test_what_one_item_opened_closes_at_the_next():
    branches = Branches().revealing(("s1",)).revealing(("s2",))
    assert branches.opened == {"s2"}


def test_what_the_person_opened_stays_open():
    branches = Branches().turned("s1", True).revealing(("s1",)).revealing(("s2",))
    assert branches.opened == {"s1", "s2"}


def test_what_was_revealed_and_then_opened_by_hand_stays_open():
    branches = Branches().revealing(("s1",)).turned("s1", False).turned("s1", True).revealing(("s2",))
    assert branches.opened == {"s1", "s2"}


def test_the_kind_of_a_name_stays_open_when_the_name_closes():
    branches = Branches().revealing(("person", "e1")).revealing(("place", "e2"))
    assert branches.opened == {"person", "place", "e2"}


def test_all_open_and_then_only_what_always_is():
    every = Branches().all_turned({"person", "e1"}, frozenset({"person"}))
    assert every.opened == {"person", "e1"}
    assert every.all_turned({"person", "e1"}, frozenset({"person"})).opened == {"person"}
