"""What a claim counts, told from the words around it: "nine dead" and "eleven people were killed" alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.model import Claim, TimelineEntry
from reader.story.words import heading, singular, stems

_NEXT = re.compile(r"\W*(\w+)")
_BOUND = re.compile(r"[,;:.!?—–()“”\"\n](?!\d)|\s-\s")
_BACK = 200  # how far back a clause may begin, also where the model has a sentence begin at the amount


@dataclass(frozen=True, slots=True)
class Around:
    """A claim's own words, and those of its clause before and after it, all in lower case."""

    before: str
    own: str
    after: str

    @classmethod
    def of(cls, claim: Claim, text: str) -> "Around":
        """The words around a claim in ``Article.model_text``, as far as the next punctuation."""
        before, after = clause(claim, text)
        return cls(before.casefold(), text[claim.start : claim.end].casefold(), after.casefold())

    @property
    def gist(self) -> frozenset[str]:
        """The stems of the words that say what it is about."""
        return stems(f"{self.before} {self.after}")


def clause(item: Claim | TimelineEntry, text: str) -> tuple[str, str]:
    """What stands before and after it, as far as the next punctuation."""
    before = _BOUND.split(text[max(0, item.start - _BACK) : item.start])[-1]
    return before, _BOUND.split(text[item.end : item.sentence.end])[0]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is counted or that has an amount, with the words that tell it (``things.yaml``)."""

    name: str
    kind: str
    only: bool
    runs: str | None
    all: frozenset[str]
    nouns: re.Pattern[str]
    done: re.Pattern[str]
    suffered: re.Pattern[str]
    does: re.Pattern[str]
    is_: re.Pattern[str]

    def tells(self, claim: Claim, around: Around) -> bool:
        """Whether the claim counts this."""
        if claim.kind != self.kind or (self.only and self.part(claim)):
            return False
        named = f"{around.own} | {claim.unit or ''} | {claim.of or ''}".casefold()
        if self.nouns.search(named) or self.is_.match(around.after) or self.does.match(around.after):
            return True
        return bool(self.done.search(around.before)) or self._suffers(around.after)

    def _suffers(self, after: str) -> bool:
        """ "nine people were killed", "nine killed in a fire", but not "three gunmen killed nine people"."""
        found = self.suffered.match(after)
        if found is None:
            return False
        if lexicon.words("things", "suffering") & set(found["helped"].split()):
            return True
        follows = _NEXT.match(after, found.end())
        return not found["helped"].strip() and (
            follows is None or follows[1] in lexicon.words("things", "passive")
        )

    def part(self, claim: Claim) -> str:
        """Which part of those who could be counted the claim counts: "child", "" for all."""
        head = heading(claim.unit if claim.kind == "count" else claim.of)
        return "" if head in self.all or self.nouns.search(head) else singular(head)


def thing_of(claim: Claim, around: Around) -> Thing | None:
    """What a claim counts, None when no word tells."""
    return next((thing for thing in _things() if thing.tells(claim, around)), None)


@cache
def _things() -> tuple[Thing, ...]:
    return tuple(_thing(name, forms) for name, forms in lexicon.load("things")["things"].items())


def _thing(name: str, forms: Mapping[str, Any]) -> Thing:
    helping, counting = (
        rf"(?:{alternatives(lexicon.words('things', name))}\W+)*" for name in ("helping", "counting")
    )
    begin = r"\W*(?:of\W+(?:\w+\W+){1,2}?|\w+\W+)??"
    done = alternatives(forms["to"])
    unless = rf"(?!\W+{alternatives(forms['unless'])}\b)" if "unless" in forms else ""
    return Thing(
        name,
        forms.get("kind", "count"),
        forms.get("only", False),
        forms.get("runs"),
        frozenset(forms["all"]),
        re.compile(rf"\b{alternatives(forms['nouns'])}\b"),
        re.compile(rf"\b{done}\W+{counting}$"),
        re.compile(rf"{begin}(?P<helped>{helping}){done}\b"),
        re.compile(rf"{begin}{helping}{alternatives(forms['do'])}\b{unless}"),
        re.compile(rf"{begin}{helping}{alternatives(forms['nouns'])}\b"),
    )
