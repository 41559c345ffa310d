"""The line of panel names looks whole at any width."""

import pytest

from reader.ui.panels.container import fitting

TABS = [("Speakers", "11"), ("Claims", "18"), ("Timeline", "7"), ("Entities", "130")]


def line(width: int, active: int = 0) -> str:
    return "  ".join(f"{name} {count}".strip() for name, count in fitting(TABS, active, width))


@pytest.mark.parametrize(
    ("width", "active", "shown"),
    [
        (60, 0, "Speakers 11  Claims 18  Timeline 7  Entities 130"),
        (40, 0, "Speakers  Claims  Timeline  Entities"),
        (31, 0, "Speakers 11  C 18  T 7  E 130"),
        (31, 3, "S 11  C 18  T 7  Entities 130"),
        (20, 1, "S  Claims  T  E"),
        (8, 1, "S  C  T  E"),
    ],
)
def test_names_are_whole_or_one_letter(width, active, shown):
    assert line(width, active) == shown
