"""How sure a reading is of each item: sure, likely or unsure, by a small model over the signs of how it was made.

Signs are what can be seen of an item without knowing what is right: the rules that made it, how far apart its parts stand,
what else might have been meant, how the sentence around it is parsed. An item is right when all its parts are: for each part
there are weights of signs, fitted on articles with gold (``make confidence``) and kept as data in ``lexicon/confidence.json``;
the product of the parts' chances, held against two bounds, is the answer. A rule that had no weight yet counts as a rare one
of its room, so that rules may come and go between two fittings.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from math import exp
from typing import Any

import msgspec
from spacy.tokens import Doc

from reader import mistakes
from reader.analysis import lexicon
from reader.analysis.model import Claim, Confidence, Entity, Mention, Quote, Reading, Speaker, TimelineEntry
from reader.analysis.syntax import shape
from reader.analysis.syntax import words as word
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.shape import Signs, holding, steps
from reader.analysis.syntax.view import view_of

Item = Quote | Claim | TimelineEntry | Entity
Aspects = dict[str, Signs]
"""The signs of an item by what they are signs of: ``{"rule": {"quotes.right_behind": 1.0}, "who": {"pronoun": 1.0}}``."""

PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "quotes": {"speaker": ("rule", "who", "around"), "words": ("rule", "words", "around")},
    "claims": {
        "amount": ("rule", "amount"),
        "of": ("rule", "of", "around"),
        "by": ("by", "around"),
    },
    "timeline": {"value": ("rule", "time"), "status": ("rule", "time"), "event": ("rule", "event", "around")},
    "entities": {"kind": ("rule", "name"), "mentions": ("rule", "name")},
}
"""Of each panel the parts that have to be right, and which aspects tell of each."""
NEAR = 500  # code points around an item, in which others are looked for
MANY = 20  # others that are looked at: more say nothing new
RARE = "rare"
"""Stands for every rule that has no weight of its own."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the signs of one part weigh, by "aspect.sign"; ``bias`` is what is there before any."""

    bias: float
    of: Mapping[str, float]

    def chance(self, aspects: Aspects, wanted: Iterable[str]) -> float:
        """How likely the part is right, from 0 to 1."""
        known = (value * self.of.get(name, 0.0) for name, value in flat(aspects, wanted, self.of))
        return 1 / (1 + exp(-self.bias - sum(known)))


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of each part of each panel, the chance from which an item is sure, and by panel that below which it is unsure."""

    parts: Mapping[str, Mapping[str, Weights]]
    sure: float
    unsure: Mapping[str, float]

    def chance(self, panel: str, aspects: Aspects) -> float:
        """How likely everything about an item is right."""
        product = 1.0
        for part, wanted in PARTS[panel].items():
            product *= self.parts[panel][part].chance(aspects, wanted)
        return product

    def word(self, panel: str, aspects: Aspects) -> Confidence:
        """The chance in a word."""
        chance = self.chance(panel, aspects)
        return "sure" if chance >= self.sure else "unsure" if chance < self.unsure[panel] else "likely"


@cache
def fitted() -> Model:
    """The model that the package comes with.

    Raises:
        ValueError: the file is not what it should be; the message says where and why.
    """
    path = lexicon.HERE / "confidence.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Model)
    except msgspec.DecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error


def flat(
    aspects: Aspects, wanted: Iterable[str], known: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, float]]:
    """The signs of some aspects by "aspect.sign"; a rule that is not among those known as the rare one."""
    for aspect in wanted:
        for name, value in aspects.get(aspect, {}).items():
            whole = f"{aspect}.{name}"
            lost = aspect == "rule" and known is not None and whole not in known and "." in name
            yield (f"{aspect}.{RARE}" if lost else whole), value


def rated(doc: Doc, reading: Reading) -> Reading:
    """The Reading with how sure it is of each item; as it was where that cannot be told, for it costs no other finding."""
    try:
        signs, model = Seen(doc, reading), fitted()
        told: dict[str, tuple[Any, ...]] = {
            panel: tuple(
                replace(item, confidence=model.word(panel, signs.of(item)))
                for item in getattr(reading, panel)
            )
            for panel in PARTS
        }
        return replace(reading, **told)
    except Exception as error:
        article = doc._.article
        mistakes.keep(error, f"confidence of {'a text' if article is None else f'SHA-256 {article.sha256}'}")
        return reading


class Seen:
    """The signs of the items of one reading."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading, self.view = doc, reading, view_of(doc)
        self._speakers = {speaker.id: speaker for speaker in reading.speakers}
        self._kinds = {entity.name: entity.kind for entity in reading.entities}
        named = (
            (mention.start, mention.end, entity) for entity in reading.entities for mention in entity.mentions
        )
        self._named = sorted(named, key=lambda one: one[:2])
        self._starts = [start for start, _, _ in self._named]
        self._people = [start for start, _, entity in self._named if entity.kind == "person"]
        self._spoken = [quote for quote in reading.quotes if quote.kind != "scare"]
        self._touching = self._by_sentence()
        self._speech = {self._paragraph(quote.start) for quote in self._spoken if quote.speaker}
        self._speech_starts = {quote.start for quote in self._spoken if quote.speaker}
        self._speech_ends = {quote.end for quote in self._spoken if quote.speaker}
        self._claims: dict[int, list[Claim]] = defaultdict(list)
        for claim in reading.claims:
            self._claims[claim.sentence.start].append(claim)
        self._times = Counter(entry.sentence.start for entry in reading.timeline)
        self._events = Counter(entry.event for entry in reading.timeline)
        self._sentences: dict[int, Signs] = {}

    def _by_sentence(self) -> dict[int, list[Quote]]:
        """The quotations that have words in a sentence, by its first token."""
        touching: dict[int, list[Quote]] = defaultdict(list)
        for quote in self._spoken:
            at, end = self._tokens(quote.start, quote.end)
            while at < end:
                first, at = self.view.sentence_of(at)
                touching[first].append(quote)
        return touching

    def _paragraph(self, start: int) -> int:
        return self.view.paragraph_of(self._tokens(start, start)[0]).index

    def _names(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """The mentions that begin in a stretch."""
        return self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def of(self, item: Item) -> Aspects:
        """The signs of one item."""
        if isinstance(item, Quote):
            return self._quote(item)
        if isinstance(item, Claim):
            return self._claim(item)
        return self._entry(item) if isinstance(item, TimelineEntry) else self._entity(item)

    # --- What all items have.

    def _rules(self, why: Sequence[str]) -> Signs:
        signs: Signs = dict.fromkeys(why, 1.0)
        steps(signs, "rules", len(why), (0, 1, 2, 4))
        return signs

    def _tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens of a stretch, at least one."""
        lo, hi = self.view.tokens_of(start, end)
        lo = min(lo, len(self.doc) - 1)
        return lo, max(hi, lo + 1)

    def _around(self, lo: int) -> tuple[Signs, int, int]:
        """The signs of the sentence of a token, and its tokens."""
        first, end = self.view.sentence_of(lo)
        if first not in self._sentences:
            block = self.view.paragraph_of(lo).kind
            start, stop = self.view.starts[first], self.view.ends[end - 1]
            signs = self._sentences[first] = shape.sentence_signs(self.view, first, end)
            steps(signs, "names", len(self._names(start, stop)), (0, 1, 3))
            signs |= holding(**{"apart": block != "paragraph", f"block:{block}": block != "paragraph"})
        return self._sentences[first], first, end

    def _edges(self, lo: int, hi: int) -> Signs:
        """What stands right before and right behind some words."""
        before, after = (self.doc[lo - 1] if lo else None), (self.doc[hi] if hi < len(self.doc) else None)
        return shape.part("before", before) | shape.part("after", after)

    def _holding(self, at: int, first: int) -> Quote | None:
        """The innermost quotation around a place in the sentence that begins with a token."""
        around = [quote for quote in self._touching[first] if quote.start <= at < quote.end]
        return min(around, key=lambda quote: quote.end - quote.start, default=None)

    # --- Quotes.

    def _quote(self, quote: Quote) -> Aspects:
        lo, hi = self._tokens(quote.start, quote.end)
        around, first, end = self._around(lo)
        others = [one for one in self._touching[first][:MANY] if one is not quote]
        told = {f"kind:{quote.kind}": 1.0} | holding(
            inside=any(one.start <= quote.start and quote.end <= one.end for one in others),
            outside=any(quote.start <= one.start and one.end <= quote.end for one in others),
        )
        steps(told, "others", len(others), (0, 1, 2))
        return {
            "rule": self._rules(quote.why),
            "around": around,
            "who": told | self._who(quote, lo, hi, first, end),
            "words": told | self._words(quote, lo, hi, first, end),
        }

    def _who(self, quote: Quote, lo: int, hi: int, first: int, end: int) -> Signs:
        signs = self._speaker(quote)
        signs |= self._cue(quote, lo, hi, first, end) | self._mention(quote, lo, hi, first, end)
        paragraph = self.view.paragraph_of(lo)
        near = self._names(max(paragraph.start, quote.start - NEAR), min(paragraph.end, quote.end + NEAR))
        outside = (entity for at, _, entity in near if not quote.start <= at < quote.end)
        people = {entity.name for entity in outside if entity.kind == "person"}
        steps(signs, "people", len(people), (0, 1, 2))
        steps(signs, "length", hi - lo, (3, 12, 40))
        place = bisect_left(self._spoken, quote.start, key=lambda one: one.start)
        earlier = self._spoken[max(place - 6, 0) : place]
        before = [one.speaker for one in earlier if one.end <= quote.start and one.speaker]
        steps(signs, "speakers_before", len(set(before)), (0, 1, 2, 3))
        head = self.view.text[paragraph.start : paragraph.start + 9].lstrip()[:1]
        return signs | holding(
            opens_paragraph=paragraph.start >= quote.start - 2,
            paragraph_of_speech=head in "“\"‘'„«" and head != "",
            same_as_before=bool(before) and before[-1] == quote.speaker,
        )

    def _speaker(self, quote: Quote) -> Signs:
        speaker = self._speakers.get(quote.speaker or "")
        if speaker is None:
            return {"nobody": 1.0, f"nobody:{quote.kind}": 1.0}
        signs = self._called(speaker)
        steps(signs, "quotes", len(speaker.quotes), (1, 3, 6))
        words = quote.mention.text.split() if quote.mention else []
        return signs | holding(
            other_words=bool(words) and words[-1] not in speaker.name,
            body_in_marks=speaker.kind != "person" and quote.kind == "direct",
        )

    def _called(self, speaker: Speaker) -> Signs:
        """What a speaker is called."""
        kind = self._kinds.get(speaker.name)
        signs: Signs = {f"speaker:{speaker.kind}": 1.0, f"name:{kind}": 1.0}
        steps(signs, "name_words", len(speaker.name.split()), (1, 2, 3, 5))
        return signs | holding(
            role=speaker.role is not None,
            affiliation=speaker.affiliation is not None,
            small=speaker.name[:1].islower(),
            person_unnamed=kind is None and speaker.kind == "person" and speaker.name[:1].isupper(),
        )

    def _cue(self, quote: Quote, lo: int, hi: int, first: int, end: int) -> Signs:
        if quote.cue is None:
            return {"no_cue": 1.0}
        at, _ = self._tokens(quote.cue.start, quote.cue.end)
        signs = {"cue_first" if at < lo else "cue_behind" if at >= hi else "cue_inside": 1.0}
        steps(signs, "cue_away", lo - at if at < lo else at - hi, (1, 2, 4, 10))
        signs |= shape.part("cue", self.doc[at]) | shape.form_of("cue", self.doc[at])
        return signs | holding(cue_elsewhere=not first <= at < end)

    def _mention(self, quote: Quote, lo: int, hi: int, first: int, end: int) -> Signs:
        if quote.mention is None:
            return {"no_mention": 1.0}
        at, to = self._tokens(quote.mention.start, quote.mention.end)
        signs = {"named_first" if at < lo else "named_behind" if at >= hi else "named_inside": 1.0}
        steps(signs, "named_away", lo - to if at < lo else at - hi, (1, 3, 6, 15, 40))
        steps(signs, "named_words", to - at, (1, 2, 4, 7))
        start, stop = (
            sorted((quote.mention.end, quote.start)) if at < lo else (quote.end, quote.mention.start)
        )
        between = bisect_left(self._people, stop) - bisect_left(self._people, start)
        steps(signs, "people_between", between, (0, 1))
        last = self.doc[to - 1]
        if word.is_pronoun(last):
            found = antecedents_of(self.doc).of(last)
            signs |= {"pronoun": 1.0, f"pronoun:{found.rule}": 1.0}
            steps(signs, "passed", len(found.passed), (0, 1, 3))
        return signs | holding(
            named_elsewhere=not first <= at < end,
            named_in_other_paragraph=self.view.paragraph_of(at).index != self.view.paragraph_of(lo).index,
            named_in_marks=self.view.is_marked(self.doc[at]),
        )

    def _words(self, quote: Quote, lo: int, hi: int, first: int, end: int) -> Signs:
        inside = list(self.view.tokens(lo, hi))
        finite = sum(map(word.is_finite, inside))
        signs: Signs = {}
        steps(signs, "length", hi - lo, (1, 3, 6, 12, 25, 40))
        steps(signs, "finite", finite, (0, 1, 2))
        steps(signs, "marks", len(quote.marks), (1, 2))
        signs |= holding(
            open=not quote.closed,
            medium=quote.medium is not None,
            ends_with_stop=quote.text.rstrip("”\"’'“«»„")[-1:] in ".!?,",
        )
        if quote.kind in ("indirect", "mixed"):
            signs |= shape.part("first", inside[0]) | shape.part("last", inside[-1]) | self._edges(lo, hi)
            signs |= holding(
                small=inside[0].text[0].islower(),
                comma="," in quote.text,
                to_the_end=hi >= end - 1,
                from_the_start=lo == first,
            )
        return signs

    # --- Claims.

    def _claim(self, claim: Claim) -> Aspects:
        lo, hi = self._tokens(claim.start, claim.end)
        around, first, end = self._around(lo)
        others = [one for one in self._claims[claim.sentence.start][:MANY] if one is not claim]
        many: Signs = {f"kind:{claim.kind}": 1.0}
        steps(many, "others", len(others), (0, 1, 2, 4))
        return {
            "rule": self._rules(claim.why),
            "around": around,
            "amount": many | self._amount(claim, lo, hi),
            "of": many | self._of(claim, lo, hi) | holding(shared=any(one.of == claim.of for one in others)),
            "by": self._by(claim, lo, first, end),
        }

    def _amount(self, claim: Claim, lo: int, hi: int) -> Signs:
        low = claim.value[0] if isinstance(claim.value, tuple) else claim.value
        signs: Signs = {f"comparator:{claim.comparator}": 1.0} | self._edges(lo, hi)
        steps(signs, "words", hi - lo, (1, 2, 3, 5))
        steps(signs, "value", abs(low), (1, 10, 100, 1000, 1e6))
        signs |= shape.part("last", self.doc[hi - 1])
        if claim.unit is not None:
            steps(signs, "unit_words", len(claim.unit.split()), (1, 2, 3))
        return signs | holding(
            changes=claim.change is not None,
            range=isinstance(claim.value, tuple),
            digits=any(sign.isdigit() for sign in claim.text),
            no_unit=claim.unit is None,
            unit_in_words=claim.unit is not None and claim.unit.lower() in claim.text.lower(),
        )

    def _of(self, claim: Claim, lo: int, hi: int) -> Signs:
        head = shape.head_of(list(self.view.tokens(lo, hi)))
        signs = shape.hangs("amount", head)
        if claim.of is None:
            return signs | {"none": 1.0, f"none:{claim.kind}": 1.0}
        steps(signs, "words", len(claim.of.split()), (1, 2, 3, 5))
        signs |= {
            f"entity:{entity.kind}:{claim.kind}": 1.0
            for start, end, entity in self._names(claim.start - NEAR, claim.end + NEAR)
            if self.view.text[start:end] in claim.of
        }
        sentence = claim.sentence
        at = self.view.text.find(
            claim.of, max(sentence.start, claim.start - NEAR), min(sentence.end, claim.end + NEAR)
        )
        if at < 0:
            return signs | {"elsewhere": 1.0}
        start, stop = self._tokens(at, at + len(claim.of))
        between = list(self.view.tokens(*((stop, lo) if start < lo else (hi, start))))
        signs[("before" if start < lo else "behind") if start >= hi or start < lo else "inside"] = 1.0
        steps(signs, "away", len(between), (0, 1, 3, 7, 15))
        steps(signs, "nouns_between", sum(map(word.is_noun, between)), (0, 1, 3))
        steps(signs, "verbs_between", sum(map(word.is_verbal, between)), (0, 1, 2))
        holder = shape.head_of(list(self.view.tokens(start, stop)))
        signs |= shape.hangs("of", holder) | shape.part("of", holder)
        return signs | holding(
            one_head=head.head.i in (holder.i, holder.head.i),
            parted=any(token.text in ";,(:" for token in between),
        )

    @cached_property
    def _turned_down(self) -> dict[int, list[tuple[int, int]]]:
        """Where reports stand that are nobody's, by paragraph."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for report in self.doc._.article_reports:
            if report.turned_down:
                found[self._paragraph(report.start)].append((report.start, report.end))
        return found

    def _by(self, claim: Claim, lo: int, first: int, end: int) -> Signs:
        holds, speaker = (
            self._holding(claim.start, first),
            self._speakers.get((claim.by and claim.by.speaker) or ""),
        )
        paragraph = self.view.paragraph_of(lo).index
        nobodys = self._turned_down.get(paragraph, [])[:MANY]
        signs = holding(turned_down=any(a <= claim.start < b for a, b in nobodys), first=lo == first)
        if holds is not None:
            signs |= {f"in:{holds.kind}": 1.0} | self._speaker(holds)
            signs |= holding(pronoun=holds.mention is not None and holds.mention.text.islower())
        elif speaker is not None:
            signs |= self._called(speaker)
        if claim.by is not None:
            return signs | holding(quoted=claim.by.quote is not None, nobody=claim.by.speaker is None)
        start, stop = self.view.starts[first], self.view.ends[end - 1]
        return signs | holding(
            article=True,
            article_in_quote=holds is not None,
            article_beside=bool(self._touching[first]),
            article_in_paragraph=paragraph in self._speech,
            article_behind=any(start - gap in self._speech_ends for gap in range(5)),
            article_before=any(stop + gap in self._speech_starts for gap in range(5)),
        )

    # --- Times.

    def _entry(self, entry: TimelineEntry) -> Aspects:
        lo, hi = self._tokens(entry.start, entry.end)
        around, first, _ = self._around(lo)
        head = shape.head_of(list(self.view.tokens(lo, hi)))
        verb = head
        for _ in range(5):
            if word.is_verbal(verb) or verb.head.i == verb.i:
                break
            verb = verb.head
        holds = self._holding(entry.start, first)
        place = shape.hangs("time", head) | shape.form_of("verb", verb)
        place |= {f"in:{holds.kind}": 1.0} if holds else holding(beside_speech=bool(self._touching[first]))
        return {
            "rule": self._rules(entry.why),
            "around": around,
            "time": place | self._time(entry, lo, hi, first),
            "event": place | self._event(entry) | shape.hangs("verb", verb) | self._away(verb.i, lo),
        }

    def _away(self, verb: int, lo: int) -> Signs:
        signs: Signs = {}
        steps(signs, "verb_away", abs(verb - lo), (2, 5, 10, 20))
        return signs

    def _time(self, entry: TimelineEntry, lo: int, hi: int, first: int) -> Signs:
        shape_of_value = "".join("0" if sign.isdigit() else sign for sign in entry.value)
        signs: Signs = {
            f"type:{entry.type}": 1.0,
            f"anchor:{entry.anchor}": 1.0,
            f"status:{entry.status}": 1.0,
            f"value:{shape_of_value}": 1.0,
        }
        steps(signs, "words", hi - lo, (1, 2, 3, 5))
        if entry.earliest is not None and entry.latest is not None:
            steps(signs, "days", (entry.latest - entry.earliest).days, (0, 7, 40))
            if self.doc._.published is not None:
                away = (self.doc._.published - entry.earliest).days
                steps(signs, "from_publication", abs(away), (0, 7, 40, 400))
                signs |= holding(ahead=away < 0)
        return signs | self._edges(lo, hi) | holding(approximate=entry.approximate, first=lo == first)

    def _event(self, entry: TimelineEntry) -> Signs:
        signs: Signs = {f"status:{entry.status}": 1.0}
        steps(signs, "times", self._times[entry.sentence.start] - 1, (0, 1, 2))
        if entry.event is None:
            return signs | {"none": 1.0}
        words = entry.event.split()
        start = max(entry.sentence.start, entry.start - NEAR)
        said = " ".join(self.view.text[start : min(entry.sentence.end, entry.end + NEAR)].split())
        steps(signs, "words", len(words), (1, 2, 4, 7, 11, 16))
        steps(signs, "share", len(words) / (said.count(" ") + 1), (0.2, 0.4, 0.6, 0.8))
        return signs | holding(
            cut=entry.event.endswith("…"),
            gap="…" in entry.event,
            filled="[" in entry.event,
            small=entry.event[0].islower(),
            whole=entry.event in said,
            from_start=said.startswith(" ".join(words[:2])),
            to_end=said.rstrip(".").endswith(" ".join(words[-2:])),
            comma="," in entry.event,
            shared=self._events[entry.event] > 1,
        )

    # --- Names.

    @cached_property
    def _count(self) -> dict[str, int]:
        """How often each capitalised word stands in the text."""
        counts: dict[str, int] = defaultdict(int)
        for at in range(len(self.doc)):
            text = self.view.word(at)
            if text[:1].isupper():
                counts[text] += 1
        return counts

    @cached_property
    def _by_word(self) -> dict[str, list[Entity]]:
        """The entities by the words of their names."""
        entities: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.reading.entities:
            for part in set(entity.name.split()):
                entities[part].append(entity)
        return entities

    def _entity(self, entity: Entity) -> Aspects:
        parts = entity.name.split() or [entity.name]
        stretches = [self._tokens(mention.start, mention.end) for mention in entity.mentions]
        signs: Signs = {f"kind:{entity.kind}": 1.0}
        steps(signs, "mentions", len(entity.mentions), (1, 2, 4, 8))
        steps(signs, "forms", len({mention.text for mention in entity.mentions}), (1, 2, 3))
        steps(signs, "words", len(parts), (1, 2, 3, 5))
        labels = shape.label_signs(self.view, stretches)
        signs |= labels | {f"{name}:{entity.kind}": value for name, value in labels.items() if ":" in name}
        signs |= {f"sign:{sign}": 1.0 for sign in "&-'’." if sign in entity.name}
        signs |= {f"block:{self.view.paragraph_of(lo).kind}": 1.0 for lo, _ in stretches}
        signs |= shape.share_signs("opens", [self.view.sentence_of(lo)[0] == lo for lo, _ in stretches])
        doc = self.doc
        capitals = [hi < len(doc) and self.view.word(hi)[:1].isupper() for _, hi in stretches]
        names = [lo > 0 and word.is_name(doc[lo - 1]) for lo, _ in stretches]
        signs |= shape.share_signs("capital_behind", capitals) | shape.share_signs("name_before", names)
        return {
            "rule": self._rules(entity.why),
            "name": signs | self._likes(entity, parts) | _looks(entity, parts),
        }

    def _likes(self, entity: Entity, parts: Sequence[str]) -> Signs:
        """Other names that have words of this one, and places where its words stand and are not taken for it."""
        mine = set(parts)
        others = {
            id(one): one for part in mine for one in self._by_word[part][:MANY] if one is not entity
        }.values()
        theirs = [set(one.name.split()) for one in others]
        return holding(
            shares_word=bool(theirs),
            part_of_other=any(mine < their for their in theirs),
            holds_other=any(their < mine for their in theirs),
            other_kind=any(one.kind != entity.kind for one in others),
            first_elsewhere=self._is_elsewhere(parts[0], entity.mentions),
            last_elsewhere=self._is_elsewhere(parts[-1], entity.mentions),
        )

    def _is_elsewhere(self, part: str, mentions: Iterable[Mention]) -> bool:
        return self._count.get(part, 0) > sum(mention.text.split().count(part) for mention in mentions)


def _looks(entity: Entity, parts: Sequence[str]) -> Signs:
    return holding(
        capitals=entity.name.isupper(),
        small_word=any(part[0].islower() for part in parts),
        digit=any(sign.isdigit() for sign in entity.name),
        **{f"one:{entity.kind}": len(parts) == 1},
    )
