"""Claims about the same thing, side by side, and whether they can all be true."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reader.analysis import lexicon
from reader.analysis.model import Claim, Reading
from reader.article import Article
from reader.story.setting import Setting, Settings
from reader.story.things import STEM, Around, amount_of, heading, singular, thing_of

ABOUT = 0.1  # how far "about" reaches, as a share of the number

Sourced = tuple[int, Claim]
"""The place of an article among those read, and a claim in it."""


@dataclass(frozen=True)
class Matter:
    """What several claims are about: ``about`` in a few words, the claims in reading order."""

    about: str
    claims: tuple[Sourced, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The places of the articles that speak of it."""
        return tuple(sorted({article for article, _ in self.claims}))

    @property
    def disputed(self) -> bool:
        """Whether there are two articles of which nothing that one says fits anything the other says."""
        said = {place: [claim for at, claim in self.claims if at == place] for place in self.articles}
        return any(
            all(disagree(claim, counter) for claim in said[one] for counter in said[other])
            for one, other in combinations(said, 2)
        )


@dataclass(frozen=True)
class Told:
    """A claim of one of the articles, with what it counts and when and where it holds.

    Args:
        key: claims of another key are about something else.
        modifiers: words that narrow what has the amount ("net", "operating"); they must be the same.
        gist: stems of the words around it; None where the key alone says what it is about.
    """

    place: int
    claim: Claim
    about: str
    key: tuple[str, ...]
    modifiers: frozenset[str]
    gist: frozenset[str] | None
    setting: Setting = field(repr=False)

    def same(self, other: "Told") -> bool:
        """Whether both are about the same."""
        if self.key != other.key or self.modifiers != other.modifiers:
            return False
        alike = self.gist is None or other.gist is None or bool(self.gist & other.gist)
        return alike and self.setting.fits(other.setting, self.claim.kind)


def told(place: int, article: Article, reading: Reading) -> tuple[Told, ...]:
    """The claims of one article; ``place`` is its place among those read."""
    text, settings = article.model_text, Settings(article, reading)
    return tuple(_told(place, claim, Around.of(claim, text), settings.of(claim)) for claim in reading.claims)


def matters(claims: Iterable[Told]) -> tuple[Matter, ...]:
    """The claims by what they are about.

    Matters of more than one article come first, the disputed ones before the others.
    """
    groups: dict[tuple[str, ...], list[list[Told]]] = {}
    for claim in claims:
        alike = groups.setdefault(claim.key, [])
        group = next((group for group in alike if all(claim.same(each) for each in group)), None)
        if group is None:
            alike.append([claim])
        else:
            group.append(claim)
    found = [_matter(group) for alike in groups.values() for group in alike]
    return tuple(sorted(found, key=lambda matter: (not matter.disputed, len(matter.articles) < 2)))


def disagree(one: Claim, other: Claim) -> bool:
    """Whether no amount fits both claims; a rise and a fall never do."""
    if one.change and other.change and one.change != other.change:
        return True
    (low, high), (least, most) = _interval(one), _interval(other)
    return high < least or most < low


def _interval(claim: Claim) -> tuple[float, float]:
    """The amounts that a claim allows."""
    low, high = claim.value if isinstance(claim.value, tuple) else (claim.value, claim.value)
    if claim.comparator in {"<", "<="}:
        return -math.inf, high
    if claim.comparator in {">", ">="}:
        return low, math.inf
    if claim.comparator == "~":
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    return low, high


def _told(place: int, claim: Claim, around: Around, setting: Setting) -> Told:
    """A claim that names no thing is about its own, and so is a count of which nothing else is told."""
    unit = singular(heading(claim.unit))
    moves = "moves" if claim.change else ""
    thing, amount = thing_of(claim, around), amount_of(claim.of)
    gist: frozenset[str] | None = None
    if thing is not None:
        part = thing.part(claim)
        key: tuple[str, ...] = (claim.kind, thing.name, part, moves)
        modifiers = _modifiers(claim.unit)
        whom = claim.unit if claim.kind == "count" else claim.of
        about = f"{thing.name} · {whom}" if part else thing.name
    elif claim.kind != "count" and amount:
        key, modifiers, about = (claim.kind, unit, amount, moves), _modifiers(claim.of), _about(claim)
    else:
        named = unit if claim.kind == "count" else heading(claim.of)
        key = (claim.kind, unit, singular(named), moves) if named else (str(place), claim.id)
        modifiers, about = _modifiers(claim.unit if claim.kind == "count" else claim.of), _about(claim)
        gist = around.gist - _stems(claim)
    return Told(place, claim, about, key, modifiers, gist, setting)


def _stems(claim: Claim) -> frozenset[str]:
    """Those of the words for what is counted: that both count people does not make them one matter."""
    words = re.findall(r"\w+", f"{claim.unit or ''} {claim.of or ''}".casefold())
    return frozenset(word[:STEM] for word in words)


def _modifiers(words: str | None) -> frozenset[str]:
    """What narrows a noun phrase, names and idle words left out."""
    found = re.findall(r"[^\W\d_]+(?:['’]s?\b)?", words or "")[:-1]
    plain = {word for word in found if word[0].islower() and "’" not in word and "'" not in word}
    return frozenset(plain - lexicon.words("things", "idle"))


def _about(claim: Claim) -> str:
    return " · ".join(dict.fromkeys(word for word in (claim.unit, claim.of) if word)) or claim.text


def _matter(group: Sequence[Told]) -> Matter:
    return Matter(group[0].about, tuple((each.place, each.claim) for each in group))
