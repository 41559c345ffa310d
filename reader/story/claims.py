"""Claims about the same thing, put side by side."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import chain

from reader.analysis import lexicon
from reader.story.likeness import Likeness
from reader.story.matter import Matter
from reader.story.told import Telling, Told


def matters(tellings: Sequence[Telling], published: Sequence[date | None]) -> tuple[Matter, ...]:
    """The claims of all articles by what they are about.

    Matters of more than one article come first, those in dispute and then the updated before the others.
    """
    groups = _joined(_of_one_key(tellings))
    found = [_matter(group, published) for group in groups]
    return tuple(
        sorted(found, key=lambda each: (not each.disputed, not each.updated, len(each.articles) < 2))
    )


def _of_one_key(tellings: Sequence[Telling]) -> list[list[Told]]:
    """Claims that count the same thing in the same words."""
    related = cache(lambda one, other: tellings[one].related(tellings[other]))

    def alike(claim: Told, each: Told) -> bool:
        return claim.same(each) and (related(claim.place, each.place) or bool(claim.stems & each.stems))

    groups: dict[tuple[str, ...], list[list[Told]]] = {}
    for claim in chain.from_iterable(tellings):
        of_key = groups.setdefault(claim.key, [])
        group = next((group for group in of_key if all(alike(claim, each) for each in group)), None)
        if group is None:
            of_key.append([claim])
        else:
            group.append(claim)
    return [group for of_key in groups.values() for group in of_key]


def _joined(groups: list[list[Told]]) -> list[list[Told]]:
    """Groups that share no article, made one where claims of them are plainly about the same in other words."""
    at = {id(claim): group for group in groups for claim in group}
    for one, other in Likeness(groups).pairs():
        first, second = at[id(one)], at[id(other)]
        if first is not second and not {each.place for each in first} & {each.place for each in second}:
            first.extend(second)
            at.update((id(claim), first) for claim in second)
            second.clear()
    return [sorted(group, key=lambda each: (each.place, each.claim.start)) for group in groups if group]


def _matter(group: Sequence[Told], published: Sequence[date | None]) -> Matter:
    said = tuple((each.place, each.claim) for each in group)
    return Matter(group[0].about, said, published, _runs(group))


def _runs(group: Sequence[Told]) -> str | None:
    """Whether what is counted may be another number on another day."""
    things = [each.thing.runs for each in group if each.thing]
    if things:
        return things[0]
    return "up" if any(each.noun in lexicon.words("things", "running") for each in group) else None
