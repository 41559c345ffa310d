"""A claim with all that says what it is about: what it counts, of whom, when and where, in which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.analysis import lexicon
from reader.analysis.model import Claim, Reading
from reader.article import Article
from reader.story.setting import Setting, Settings
from reader.story.things import Around, Thing, thing_of
from reader.story.wording import Wording
from reader.story.words import amount_of, heading, measured, singular, stem, stems

_AMOUNT_OF = re.compile(r"\b([^\W\d_]+)\s+of\W+$")
_BY = re.compile(r"\bby\W+$")
_BEFORE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|instead of|rather than|not|previously|once)\W+$"
)
_MORE = re.compile(
    r"\b(?:another|a further|an additional|including|among them|of whom|of which|of them|of those)\W+$"
)
_AND = re.compile(r"(?:^|\W)(?:her|his|their|its|a|an|the|[^\W\d_]+['’]s)\W+\w+ and\W+$|^\W*\w+ and\W+$")
_SOME = re.compile(r"\W*of\W+(?:the|its|their|his|her|those|these|[^\W\d_]+['’]s)\b")
_OTHERS = re.compile(r"\bothers?\b")
_SHORT = 40  # words of a text that is too short for its words to tell what it is about
_RELATED = 0.2  # of the words of the shorter of two articles, those in both
_ANOTHER = re.compile(r"^(?:another|a further|an additional)\b")


@dataclass(frozen=True)
class Told:
    """A claim of one of the articles, with what it counts and when and where it holds.

    Args:
        key: claims of another key are about something else, or about the same in other words.
        modifiers: words that narrow what has the amount ("net", "operating"); they must be the same.
        gist: stems of the words around it; None where the key alone says what it is about.
        role: "before" for a level that is past ("up from 19"), "more" for what is added, "some" for a part.
        stems: stems of the words of its sentence, and ``clause`` of its clause.
        noun: what is counted; None where that tells nothing ("people", "percent").
        amount: the word for the amount itself ("savings of £3m"), None where it is of something else.
        moves: whether it is by how much something changed.
    """

    place: int
    claim: Claim
    about: str
    key: tuple[str, ...]
    modifiers: frozenset[str]
    gist: frozenset[str] | None
    role: str
    setting: Setting = field(repr=False)
    thing: Thing | None = None
    stems: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    noun: str | None = None
    amount: str | None = None
    moves: bool = False

    @property
    def age(self) -> bool:
        """Whether it is how old somebody is."""
        return self.claim.unit == "year" and not re.search(r"\byears\b|\byear$", self.claim.text)

    def same(self, other: "Told") -> bool:
        """Whether both are about the same, as their keys and the words around them say."""
        if self.key != other.key or self.modifiers != other.modifiers or self.role != other.role:
            return False
        alike = self.gist is None or other.gist is None or bool(self.gist & other.gist)
        if self.noun is None and self.thing is None and self.claim.kind == "count":
            alike = alike and len(self.stems & other.stems) > 1
        return alike and self.setting.fits(other.setting, self.claim.kind)


class Telling:
    """Says of each claim of an article what it is about; ``place`` is the article's among those read."""

    def __init__(self, place: int, article: Article, reading: Reading) -> None:
        self._place, self._text = place, article.model_text
        self._claims, self.topic = reading.claims, stems(article.model_text)
        self._settings, self._wording = Settings(article, reading), Wording(article, reading)

    def related(self, other: "Telling") -> bool:
        """Whether two articles have so many words in common that they can tell of one event."""
        fewest = min(len(self.topic), len(other.topic))
        return fewest < _SHORT or len(self.topic & other.topic) >= _RELATED * fewest

    def __iter__(self) -> Iterator[Told]:
        return map(self._told, self._claims)

    def _told(self, claim: Claim) -> Told:
        """A claim that names no thing is about its own, and so is a count of which nothing else is told."""
        around = Around.of(claim, self._text)
        thing, noun = thing_of(claim, around), _noun(claim, around)
        of = measured(claim.of) or _amount_before(around)
        moves = "moves" if claim.change or _BY.search(around.before) else ""
        counts = claim.kind == "count"
        named = noun if counts else of
        gist: frozenset[str] | None = None
        key: tuple[str, ...]
        if thing is not None:
            part = thing.part(claim)
            key = (claim.kind, thing.name, part, moves)
            named = claim.unit if counts else claim.of
            about = f"{thing.name} · {named}" if part else thing.name
        elif not counts and amount_of(of):
            key, about = (claim.kind, _unit(claim), amount_of(of) or "", moves), _about(claim)
        else:
            head = singular(heading(named))
            key = (claim.kind, head if counts else _unit(claim), head, moves)
            key, about = key if named else (str(self._place), claim.id), _about(claim)
            gist = around.gist - _stems(claim)
        return Told(
            self._place,
            claim,
            about,
            key,
            _modifiers(claim.unit if thing is not None else named),
            gist,
            _role(around, thing),
            self._settings.of(claim),
            thing,
            self._wording.of(claim.sentence) - stems(f"{claim.text} {claim.unit}"),
            around.gist,
            _telling(singular(heading(noun))) if counts else _unit(claim),
            _amount_word(claim, around),
            bool(moves),
        )


def _noun(claim: Claim, around: Around) -> str | None:
    """What a count counts: as its own words say, or "the number of cases"."""
    counted = re.fullmatch(r"(?:.*\s)?number of (.+)", (claim.of or "").casefold())
    if counted and heading(claim.unit) not in around.own:
        return re.split(r"\s(?:of|in|at|from)\s", counted[1])[0]
    return claim.unit


def _unit(claim: Claim) -> str:
    return singular(heading(claim.unit))


def _telling(noun: str) -> str | None:
    return None if not noun or noun in lexicon.words("things", "anybody") else noun


def _amount_before(around: Around) -> str | None:
    """ "Savings" of "savings of £3m", where nothing else has the amount."""
    found = _AMOUNT_OF.search(around.before)
    return found[1] if found and found[1] not in lexicon.words("things", "small") else None


def _amount_word(claim: Claim, around: Around) -> str | None:
    word = _amount_before(around) or (heading(measured(claim.of)) if amount_of(claim.of) else None)
    return (amount_of(word) or singular(word)) if word else None


def _role(around: Around, thing: Thing | None) -> str:
    if thing is None and _SOME.match(around.after):
        return "some"
    if (
        _ANOTHER.search(around.own)
        or _MORE.search(around.before)
        or (_OTHERS.search(around.own) and _AND.search(around.before))
    ):
        return "more"
    return "before" if _BEFORE.search(around.before) else ""


def _stems(claim: Claim) -> frozenset[str]:
    """Those of the words for what is counted: that both count people does not make them one matter."""
    words = re.findall(r"\w+", f"{claim.unit or ''} {claim.of or ''}".casefold())
    return frozenset(map(stem, words))


def _modifiers(words: str | None) -> frozenset[str]:
    """What narrows a noun phrase, names and idle words left out."""
    found = re.findall(r"[^\W\d_]+(?:['’]s?\b)?", words or "")[:-1]
    plain = {word for word in found if word[0].islower() and "’" not in word and "'" not in word}
    return frozenset(plain - lexicon.words("things", "idle"))


def _about(claim: Claim) -> str:
    return " · ".join(dict.fromkeys(word for word in (claim.unit, claim.of) if word)) or claim.text
