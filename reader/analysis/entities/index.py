"""Looking entities up: by place in the text, and by name.

>>> names = Names(doc._.article_entities)     # or of any list of Entity
>>> names.at(120, 127)                        # the Entity mentioned there, or None
>>> names.canonical("Brandt’s")               # "Ilse Brandt", or the name itself, tidied
>>> names.kind("Brandt")                      # "person", or None
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from reader.analysis import lexicon
from reader.analysis.model import Entity, EntityKind, Mention

_POSSESSIVE = re.compile(r"(?:['’]s?|\s+['’]s)$")
_BRACKET = re.compile(r"\s*\([^()]*\)?$")


def tidy(name: str) -> str:
    """A name without article, titles, possessive, bracketed affiliation and needless space."""
    words = _POSSESSIVE.sub("", _BRACKET.sub("", " ".join(name.split()))).strip(" ,;:").split()
    titles = lexicon.words("entities_titles", "titles") | lexicon.words("entities_titles", "leading")
    given = lexicon.words("entities_titles", "given")
    while len(words) > 1 and (words[0].lower() in {"the", "a", "an"} or words[0].lower() in titles):
        if len(words) == 2 and words[0].lower() in given:
            break
        words.pop(0)
    return " ".join(words)


class Names:
    """An index over the entities of one document. Pure: built from the list, keeps nothing else."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        pairs = sorted(((m, e) for e in self.entities for m in e.mentions), key=lambda pair: pair[0].start)
        self._mentions = [mention for mention, _ in pairs]
        self._owners = [entity for _, entity in pairs]
        self._starts = [mention.start for mention in self._mentions]
        self._by_name = self._names()

    def _names(self) -> dict[str, Entity]:
        """Names and every form they are mentioned in; of two that share a form, the more mentioned."""
        table: dict[str, Entity] = {}
        for entity in sorted(self.entities, key=lambda e: -len(e.mentions)):
            for form in (entity.name, *(mention.text for mention in entity.mentions)):
                table.setdefault(" ".join(form.split()).casefold(), entity)
        return table

    def within(self, start: int, end: int) -> list[tuple[Mention, Entity]]:
        """The mentions that touch a span, in text order, each with its entity."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, end - 1)
        pairs = zip(self._mentions[first:last], self._owners[first:last], strict=True)
        return [(mention, entity) for mention, entity in pairs if mention.end > start]

    def at(self, start: int, end: int, kind: EntityKind | None = None) -> Entity | None:
        """The entity whose mention overlaps the span most, of this kind if one is given."""
        found = [pair for pair in self.within(start, end) if kind is None or pair[1].kind == kind]
        best = max(found, key=lambda pair: min(pair[0].end, end) - max(pair[0].start, start), default=None)
        return best and best[1]

    def named(self, name: str) -> Entity | None:
        """The entity a name stands for, in any of the forms it is mentioned in, or None."""
        whole = " ".join(name.split()).casefold()
        return self._by_name.get(whole) or self._by_name.get(tidy(name).casefold())

    def canonical(self, name: str) -> str:
        """The one name of whoever this name stands for; a stranger's name is only tidied."""
        entity = self.named(name)
        return entity.name if entity else tidy(name)

    def kind(self, name: str) -> EntityKind | None:
        """What the name stands for, None where it is not known."""
        entity = self.named(name)
        return entity.kind if entity else None

    def affiliation(self, entity: Entity, text: str) -> str | None:
        """The name in brackets after a mention of a person: "FDP" for "Ilse Brandt (FDP)"."""
        for mention in entity.mentions:
            bracket = re.compile(r"\s*\(([^()\d]{2,40})\)").match(text, mention.end)
            if bracket and entity.kind == "person":
                found = self.at(*bracket.span(1), kind="organisation")
                if found:
                    return found.name
        return None
