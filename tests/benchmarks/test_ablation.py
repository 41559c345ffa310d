"""What rules earn, as a table."""

from benchmarks.ablation import Earned, table


def test_the_rules_that_earn_most_stand_first_and_those_that_change_nothing_last():
    found = [
        Earned("claims.idle", 0, {}),
        Earned("quotes.label", 2, {"news quotes": 0.2}),
        Earned("quotes.right_behind", 23, {"news quotes": 1.5, "news claims": -0.25}),
    ]
    assert table(found).splitlines()[2:] == [
        "| `quotes.right_behind` | 23 | news quotes +1.50, news claims -0.25 |",
        "| `quotes.label` | 2 | news quotes +0.20 |",
        "| `claims.idle` | 0 |  |",
    ]
