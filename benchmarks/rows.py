"""The rows of the table: a measurement beside what it is held against."""

from collections.abc import Iterable
from dataclasses import dataclass

HEAD = ("what", "reader", "held against", "", "ratio", "wanted", "")


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Args:
        what: is measured.
        ours, theirs: figures with their units, for people.
        against: what ``theirs`` is of.
        ratio: of the two, None where only a figure is wanted.
        wanted: the bound as people read it, such as "≤ 1.25".
        met: whether it is kept; None when there is no bound.
    """

    what: str
    ours: str
    against: str = ""
    theirs: str = ""
    ratio: float | None = None
    wanted: str = ""
    met: bool | None = None


def at_most(what: str, ours: float, theirs: float, bound: float, *, unit: str, against: str) -> Row:
    """A row whose figure may be ``bound`` times the other."""
    ratio = ours / theirs
    return Row(
        what, f"{ours:,.4g} {unit}", against, f"{theirs:,.4g} {unit}", ratio, f"≤ {bound}", ratio <= bound
    )


def at_least(what: str, ours: float, theirs: float, bound: float, *, unit: str, against: str) -> Row:
    """A row whose figure has to be ``bound`` times the other."""
    ratio = ours / theirs
    return Row(
        what, f"{ours:,.4g} {unit}", against, f"{theirs:,.4g} {unit}", ratio, f"≥ {bound}", ratio >= bound
    )


def beside(what: str, ours: float, theirs: float, *, unit: str, against: str) -> Row:
    """A row whose figure has no bound: what the others leave open."""
    return Row(what, f"{ours:,.4g} {unit}", against, f"{theirs:,.4g} {unit}", ours / theirs)


def below(what: str, ours: float, bound: float, unit: str) -> Row:
    """A row whose figure has a bound of its own."""
    return Row(what, f"{ours:,.4g} {unit}", wanted=f"≤ {bound:,g} {unit}", met=ours <= bound)


def table(rows: Iterable[Row]) -> str:
    """The rows in Markdown."""
    lines = [HEAD, ("---",) * len(HEAD)]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        met = {True: "✓", False: "✗", None: ""}[row.met]
        lines.append((row.what, row.ours, row.against, row.theirs, ratio, row.wanted, met))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
