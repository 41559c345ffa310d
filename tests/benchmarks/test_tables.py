"""What the measurements are written as."""

from benchmarks.quality import Score, parsed
from benchmarks.results import Results
from benchmarks.rows import at_least, at_most, below, table

SCORED = """
=== boats-harbour: 3 texts, 5.8 s, 0.5 texts/s (start of the program included)
--- in marks
span exact     P  90.00  R 100.00  F1  94.74
speaker accuracy on matched spans  96.30 (26/27)  name 22/23
=== ports: 2 texts, 1.0 s
span+type    p=56.82 r=83.33 f1=67.57 gold=30 pred=44
value F1  92.31  (accuracy 100.00)   strict+value F1  76.92
"""


def test_scores_are_read_as_their_program_writes_them():
    assert list(parsed(SCORED)) == [
        Score("boats-harbour (3)", "in marks: span exact", "90.00", "100.00", "94.74"),
        Score("boats-harbour (3)", "in marks: speaker accuracy", f1="96.30"),
        Score("ports (2)", "span+type", "56.82", "83.33", "67.57"),
        Score("ports (2)", "value", f1="92.31"),
    ]


def test_a_bound_is_kept_or_not():
    assert at_most("start", 120, 100, 1.3, unit="ms", against="blank").met
    assert not at_least("batch", 7, 10, 0.8, unit="documents/s", against="pipe").met
    assert below("memory", 80, 80, "MiB").met


def test_a_table_has_a_line_for_each_row():
    text = table([at_most("start", 120, 100, 1.3, unit="ms", against="blank")])
    assert text.splitlines()[-1] == "| start | 120 ms | blank | 100 ms | 1.20 | ≤ 1.3 | ✓ |"


def test_a_part_that_is_measured_again_leaves_the_others(tmp_path):
    results = Results(tmp_path / "RESULTS.md", ["paint", "batch", "quality"])
    results.renew("batch", "monday\n\n| a |\n")
    results.renew("paint", "tuesday\n\n| b |\n")
    results.renew("batch", "wednesday\n\n| c |\n")
    text = (tmp_path / "RESULTS.md").read_text("utf-8")
    assert text.endswith("\n## paint\n\ntuesday\n\n| b |\n\n## batch\n\nwednesday\n\n| c |\n")
