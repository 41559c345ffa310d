"""Why an item was found, in words for people: what it says, the words it stands on, and the rules that made it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.model import Claim, Entity, Mention, Quote, Reading, Speaker, TimelineEntry

Explained = Quote | Claim | TimelineEntry | Entity
_NOBODY = "nobody that can be named"
_ANCHORS = {
    "published": "the publication day",
    "stated": "a day that is stated",
    "narrative": "the time told of",
    None: "nothing, for it is absolute",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one item was found.

    Attributes:
        what: its kind and words, in one line.
        facts: what was found of it and, in quotation marks, the words that it stands on: pairs of a label and a value.
        rules: the rules that made it, each with the line that says when it holds; in the order in which they decided.
    """

    what: str
    facts: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]


def explained(item: Explained, reading: Reading) -> Explanation:
    """The explanation of an item of a reading."""
    lines = dict(reading.rules)
    rules = tuple((name, lines.get(name, "")) for name in item.why)
    return Explanation(_what(item), tuple(_facts(item, reading)), rules)


def touching(reading: Reading, start: int, end: int) -> list[Explained]:
    """The items that touch a stretch of the text, names by any of their mentions; the shortest first."""
    stretches: list[Quote | Claim | TimelineEntry] = [*reading.quotes, *reading.claims, *reading.timeline]
    found: list[tuple[int, Explained]] = [
        (item.end - item.start, item) for item in stretches if item.start < end and start < item.end
    ]
    found += [
        (mention.end - mention.start, entity)
        for entity in reading.entities
        for mention in entity.mentions
        if mention.start < end and start < mention.end
    ]
    return list(dict.fromkeys(item for _, item in sorted(found, key=lambda pair: pair[0])))


def _what(item: Explained) -> str:
    if isinstance(item, Entity):
        return f"Name: {item.name}"
    kind = "Quote" if isinstance(item, Quote) else "Claim" if isinstance(item, Claim) else "Time"
    return f"{kind}: {' '.join(item.text.split())}"


def _facts(item: Explained, reading: Reading) -> Iterator[tuple[str, str]]:
    if isinstance(item, Quote):
        yield "kind", item.kind
        yield "speaker", _speaker(item.speaker, reading)
        yield from _words("told by the word", item.cue)
        yield from _words("named by", item.mention)
        if item.passed:
            yield "passed over", ", ".join(" ".join(other.text.split()) for other in item.passed)
    elif isinstance(item, Claim):
        yield "amount", f"{item.comparator} {item.value} {item.unit or ''}".strip()
        yield "of", item.of or "not said"
        yield "claimed by", _speaker(item.by.speaker, reading) if item.by else "the article"
    elif isinstance(item, TimelineEntry):
        yield "value", item.value
        yield "counted from", _ANCHORS[item.anchor]
        yield "status", item.status
        yield "event", item.event or "none"
    else:
        yield "kind", item.kind
        yield "mentions", str(len(item.mentions))
    if item.confidence is not None:
        yield "confidence", item.confidence


def _speaker(name: str | None, reading: Reading) -> str:
    speaker: Speaker | None = next((one for one in reading.speakers if one.id == name), None)
    return speaker.name if speaker else _NOBODY


def _words(label: str, mention: Mention | None) -> Iterator[tuple[str, str]]:
    if mention is not None:
        yield label, f"“{' '.join(mention.text.split())}”"
