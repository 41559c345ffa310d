"""How much the claims of an article weigh beside each other, and which of them are one figure told twice.

Figures with a source, money, shares and counts of people weigh more than lengths of time, ages and idle counts
("two leaders"); the same figure in the headline and in the text is one, with both places.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import one_of
from reader.analysis.model import Claim
from reader.article import Article
from reader.article.model import HEADINGS
from reader.late import late

IDLE = 2  # what weighs no more is idle
_SMALL = 10
_KINDS = {"money": 5, "percent": 5, "ratio": 3, "measure": 3, "count": 3}
_TIMES = late(rf"(?:{one_of('weighing', 'times')})s?(?: per .*)?$")
_OLD = late(rf"{one_of('weighing', 'ages')}$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an article: the claim that says most of it, and the others that say the same.

    Args:
        also: the same figure elsewhere, in text order.
        weight: how much it weighs beside the others, 0 to 11.
    """

    claim: Claim
    also: tuple[Claim, ...]
    weight: int

    @property
    def idle(self) -> bool:
        """Whether it tells so little that a list of figures may fold it away."""
        return self.weight <= IDLE


def weight(claim: Claim) -> int:
    """How much one claim weighs by itself, 0 to 9.

    >>> # £4m, 40 people killed, a 3% fall: 5 to 9; 12 pages, six years: 1 to 3
    """
    unit = (claim.unit or "").lower()
    high = max(claim.value) if isinstance(claim.value, tuple) else claim.value
    found = _KINDS[claim.kind]
    if claim.kind == "measure" and _TIMES.match(unit):
        found = 0 if _is_age(claim) else 1
    elif claim.kind == "count":
        words = set(unit.split())
        if words & (lexicon.words("weighing", "people") | lexicon.words("sources", "persons")):
            found = 5
        if abs(high) < _SMALL and not words & lexicon.words("weighing", "grave"):
            found = 1
        if not unit:
            found = min(found, 2)
    return (
        found
        + 2 * bool(claim.by and claim.by.speaker)
        + (claim.change is not None)
        + (claim.of is not None and found > 1)
    )


def _is_age(claim: Claim) -> bool:
    return _OLD.search(claim.text.lower()) is not None or claim.text.isdigit()


def figures(article: Article, claims: Sequence[Claim]) -> list[Figure]:
    """The figures of an article, what weighs most first, as heavy ones in text order."""
    headings = [block for block in article.blocks if block.kind in HEADINGS]

    def in_heading(claim: Claim) -> bool:
        return any(block.start <= claim.start < block.end for block in headings)

    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda each: each.start):
        same = next(
            (group for group in groups if any(_are_one(each, claim, in_heading(each)) for each in group)),
            None,
        )
        if same is None:
            groups.append([claim])
        else:
            same.append(claim)
    found = [_figure(group, any(map(in_heading, group))) for group in groups]
    return sorted(found, key=lambda figure: (-figure.weight, figure.claim.start))


def _figure(group: Sequence[Claim], headed: bool) -> Figure:
    """One of those that say the same: the one that says most of it, weighed with being told again."""
    chosen = max(
        group, key=lambda claim: (claim.by is not None, claim.of is not None, weight(claim), -claim.start)
    )
    also = tuple(claim for claim in group if claim is not chosen)
    return Figure(chosen, also, max(map(weight, group)) + headed + bool(also))


def _are_one(one: Claim, other: Claim, headed: bool) -> bool:
    """Whether two claims tell one figure: the same amount of the same, or of a heading that leaves open of what."""
    if (one.value, one.kind, one.change) != (other.value, other.kind, other.change):
        return False
    if _head(one.unit) != _head(other.unit) or (one.kind == "count" and not one.unit):
        return False
    sources = {claim.by.speaker for claim in (one, other) if claim.by}
    if len(sources) > 1:
        return False
    alike = _head(one.of) == _head(other.of) and (one.of is not None or one.kind == "count")
    small = one.kind == "count" and isinstance(one.value, int) and one.value < _SMALL
    return (alike and (not small or one.unit == other.unit)) or (headed and not small)


def _head(words: str | None) -> str:
    """The noun of a phrase, without its plural's ending: "boat" of "40 armed boats of the fleet"."""
    first = (words or "").lower().split(" of ")[0].split(" in ")[0].split()
    return first[-1].removesuffix("s") if first else ""
