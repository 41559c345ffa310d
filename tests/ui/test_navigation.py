"""Where to go next."""

from reader.ui.items import Item, Trail, step

ITEMS = tuple(Item("quote", f"q{n}", at, at + 5, n - 1) for n, at in enumerate((10, 20, 20, 40), 1))


def test_forward_from_a_place_goes_to_the_first_item_at_or_after_it():
    assert step(ITEMS, 15, 1) is ITEMS[1]
    assert step(ITEMS, 20, 1) is ITEMS[1]


def test_backward_from_a_place_goes_to_the_last_item_before_it():
    assert step(ITEMS, 40, -1) is ITEMS[2]


def test_from_an_item_the_way_goes_on_even_where_two_start_together():
    assert step(ITEMS, 20, 1, ITEMS[1]) is ITEMS[2]
    assert step(ITEMS, 20, -1, ITEMS[2]) is ITEMS[1]


def test_the_way_goes_round_the_ends():
    assert step(ITEMS, 40, 1, ITEMS[3]) is ITEMS[0]
    assert step(ITEMS, 10, -1, ITEMS[0]) is ITEMS[3]
    assert step(ITEMS, 99, 1) is ITEMS[0]
    assert step(ITEMS, 0, -1) is ITEMS[3]


def test_an_item_of_another_kind_is_only_a_place():
    assert step(ITEMS, 22, 1, Item("claim", "c1", 22, 30, 0)) is ITEMS[3]


def test_there_is_nowhere_to_go_without_items():
    assert step((), 0, 1) is None


def test_a_trail_goes_back_and_forward_as_a_browser_does():
    trail = Trail().visit(ITEMS[0]).visit(ITEMS[1]).visit(ITEMS[3])
    back = trail.travel(-1)
    assert back is not None
    assert back.here is ITEMS[1]
    forward = back.travel(1)
    assert forward is not None
    assert forward.here is ITEMS[3]
    assert forward.travel(1) is None


def test_a_new_place_forgets_what_lay_ahead():
    back = Trail().visit(ITEMS[0]).visit(ITEMS[1]).travel(-1)
    assert back is not None
    assert back.visit(ITEMS[3]).places == (ITEMS[0], ITEMS[3])


def test_staying_is_no_new_place():
    assert Trail().visit(ITEMS[0]).visit(ITEMS[0]).places == (ITEMS[0],)
