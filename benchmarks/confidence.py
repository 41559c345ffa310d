"""Fits how sure the reading is of its items: ``python -m benchmarks.confidence [--look]``.

The articles with gold say of each item which of its parts are right. For each part the weights of its signs are fitted
(logistic regression, kept small by a penalty) and written to ``reader/analysis/lexicon/confidence.json``. What that is worth
is told on articles that were left out: each in turn, weights and bounds fitted without it. ``--look`` only tells, and writes
nothing. The sets of one panel each, which judge some parts only, were tried as weaker labels: with them left-out articles come
out no better.
"""

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import numpy
import yaml

from benchmarks.machine import described
from benchmarks.quality import BENCH
from benchmarks.results import RESULTS
from reader.analysis import confidence, pipeline
from reader.analysis.confidence import PARTS, RARE, Aspects, Model, Seen, Weights, flat
from reader.article.jsonl import from_record
from reader.export.document import record

NEWS = BENCH.parent / "news"
KEPT = Path(confidence.__file__).parent / "lexicon" / "confidence.json"
SURE = 0.925  # of the items marked sure at least so many are right; half a point over the promise, for the articles are known
UNSURE = 0.45  # of those marked unsure at most
FEW = 10  # so many items of a panel at least before any are unsure
PENALTY = 2.0  # pulls every weight to nought
ABOUT = "How sure the reading is of its items, on the articles with gold; each was left out of the fitting in turn."
RARELY = 8  # a sign that fewer items have says nothing
Labels = dict[str, bool]
"""Which parts of an item are right; a part that nobody judged is left out."""


@dataclass(frozen=True)
class Row:
    """An item that somebody has judged."""

    text: str
    panel: str
    aspects: Aspects
    parts: Labels
    right: bool
    optional: bool = False


@dataclass
class Told:
    """The chance that an item of an article left out is right, and whether it is."""

    row: Row
    chance: float
    word: str = ""


# --- The judged items.


def news() -> Iterator[Row]:
    """Every item of the articles with gold that their own scorer has an opinion about."""
    scoring = _module(NEWS / "scoring.py")
    nlp = pipeline.load()
    for folder in sorted(path.parent for path in NEWS.glob("*/gold.yaml")):
        gold = yaml.load(
            (folder / "gold.yaml").read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
        text = (folder / "article.txt").read_text("utf-8")
        article = from_record({"id": folder.name, "text": text, "published": str(gold["published"])})
        doc = pipeline.analysed(nlp, article)
        reading = pipeline.collect(doc)
        judged = _judged(scoring, text, gold, json.loads(json.dumps(record(article, reading), default=str)))
        seen = Seen(doc, reading)
        for panel in PARTS:
            for item in getattr(reading, panel):
                if (found := judged(panel, item)) is not None:
                    right, optional, fields = found
                    parts = _parts(panel, right, fields)
                    yield Row(folder.name, panel, seen.of(item), parts, right, optional=optional)


_PART_OF = {
    "quotes": {"span": "words", "kind": "words", "speaker": "speaker"},
    "claims": dict.fromkeys(("value", "comparator", "change", "unit"), "amount") | {"of": "of", "by": "by"},
    "timeline": {"value": "value", "status": "status", "event": "event"},
    "entities": {"kind": "kind", "name": "mentions", "mentions": "mentions"},
}
_REAL = {
    "quotes": "words",
    "claims": "amount",
    "timeline": "value",
    "entities": "mentions",
}  # wrong where an item is none


def _parts(panel: str, right: bool, fields: Mapping[str, bool]) -> Labels:
    if not fields:
        return {_REAL[panel]: right}
    labels: Labels = {}
    for name, ok in fields.items():
        part = _PART_OF[panel].get(name)
        if part is not None:
            labels[part] = labels.get(part, True) and ok
    return labels


def _judged(scoring: ModuleType, text: str, gold: Any, out: Any) -> Callable[[str, Any], Any]:
    """Asks of an item whether it is right, whether it is optional, and which fields are; None of one that is not scored."""
    seen: dict[str, dict[Any, Any]] = {panel: {} for panel in scoring.PANELS}

    class Panel(scoring.Panel):  # type: ignore[misc, name-defined]
        def hit(self, optional: Any, checks: Any, where: str, also: int = 0) -> None:
            fields = {name: ok for name, (ok, _) in checks.items()}
            seen[self.name][where] = all(fields.values()), bool(optional), fields

        def spurious(self, where: str, note: str) -> None:
            seen[self.name][where, note] = False, False, {}

    panels = {}
    for name in scoring.PANELS:
        panels[name] = Panel()
        panels[name].name = name
    names = {speaker["id"]: speaker["name"] for speaker in out["speakers"]}
    scoring.score_quotes(text, gold, out, names, panels["quotes"], "")
    scoring.score_claims(text, gold, out, names, panels["claims"], "")
    scoring.score_timeline(text, gold, out, panels["timeline"], "")
    scoring.score_entities(text, gold, out, panels["entities"], Counter(), "")

    def spurious(panel: str) -> Iterator[tuple[Any, Any]]:
        return ((key, found) for key, found in seen[panel].items() if isinstance(key, tuple))

    def ask(panel: str, item: Any) -> Any:
        if panel == "entities":
            about = f"{item.name!r} {item.kind} in"
            unreal = (found for key, found in spurious(panel) if key[1].startswith(about))
            return seen[panel].get(f" {item.name!r}") or next(unreal, None)
        words = item.text[:50] if panel == "quotes" else item.text
        unreal = (found for key, found in spurious(panel) if key[0] == f" {item.start}")
        return seen[panel].get(f" {item.start} {words!r}") or next(unreal, None)

    return ask


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- Fitting.


@dataclass(frozen=True)
class Design:
    """The signs of one part of the items of one panel as a matrix; the last column is the bias."""

    rows: Sequence[Row]
    names: Sequence[str]
    signs: Any
    right: Any  # 1.0 and 0.0; -1.0 where nobody has judged the part

    def weights(self, mine: Any) -> Any:
        """Fitted on the rows of a mask."""
        mine = mine & (self.right >= 0)
        return _logistic(self.signs[mine], self.right[mine])

    def kept(self) -> Weights:
        """Fitted on all, by the names of the signs; what weighs next to nothing is left out."""
        *found, bias = (round(float(weight), 3) for weight in self.weights(self.right >= -1))
        named = zip(self.names, found, strict=True)
        return Weights(bias, {name: weight for name, weight in named if abs(weight) >= 0.01 or RARE in name})


def designs(rows: Sequence[Row]) -> dict[str, dict[str, Design]]:
    """One of each part, by panel; signs that few items have are left out, and such rules counted as rare ones."""
    return {
        panel: {
            part: _design([row for row in rows if row.panel == panel], part, wanted)
            for part, wanted in parts.items()
        }
        for panel, parts in PARTS.items()
    }


def _design(rows: Sequence[Row], part: str, wanted: Sequence[str]) -> Design:
    counts = Counter(name for row in rows for name, _ in flat(row.aspects, wanted))
    names = sorted(name for name, count in counts.items() if count >= RARELY)
    known = {name: at for at, name in enumerate([*names, *([f"rule.{RARE}"] if "rule" in wanted else [])])}
    signs = numpy.zeros((len(rows), len(known) + 1))
    signs[:, -1] = 1.0
    for at, row in enumerate(rows):
        for name, value in flat(row.aspects, wanted, known):
            if name in known:
                signs[at, known[name]] = value
    right = numpy.array([float(row.parts.get(part, -1)) for row in rows])
    return Design(rows, list(known), signs, right)


def _logistic(signs: Any, right: Any) -> Any:
    """Newton's method; the last column, the bias, is not pulled to nought."""
    pull = numpy.full(signs.shape[1], PENALTY)
    pull[-1] = 1e-3
    weights = numpy.zeros(signs.shape[1])
    for _ in range(15):
        chance = 1 / (1 + numpy.exp(-numpy.clip(signs @ weights, -30, 30)))
        slope = signs.T @ (chance - right) + pull * weights
        curve = (signs * (chance * (1 - chance))[:, None]).T @ signs + numpy.diag(pull)
        step = numpy.linalg.solve(curve, slope)
        weights = weights - step
        if abs(step).max() < 1e-4:
            break
    return weights


def fitted(rows: Sequence[Row]) -> dict[str, dict[str, Weights]]:
    """The weights of each part of each panel."""
    return {
        panel: {part: design.kept() for part, design in parts.items()}
        for panel, parts in designs(rows).items()
    }


def bounds(told: Sequence[Told]) -> tuple[float, dict[str, float]]:
    """The chance from which items are sure, and by panel that below which they are unsure: as many as keep the promise."""
    return _sure(told), {panel: _unsure([one for one in told if one.row.panel == panel]) for panel in PARTS}


def _sure(told: Sequence[Told]) -> float:
    bound, right = 1.0, 0
    for at, one in enumerate(sorted(told, key=lambda one: -one.chance), 1):
        right += one.row.right
        if right >= SURE * at:
            bound = one.chance
    return round(bound, 4)


def _unsure(told: Sequence[Told]) -> float:
    bound, right = 0.0, 0
    for at, one in enumerate(sorted(told, key=lambda one: one.chance), 1):
        right += one.row.right
        if at >= FEW and right < UNSURE * at:
            bound = one.chance
    return round(bound, 4)


def left_out(rows: Sequence[Row]) -> list[Told]:
    """Of each item of the news how likely it is right, by weights and bounds fitted without its article."""
    told: list[Told] = []
    articles = sorted({row.text for row in rows})
    for parts in designs(rows).values():
        items = next(iter(parts.values())).rows
        texts = numpy.array([row.text for row in items])
        for article in articles:
            out = texts == article
            chances = numpy.ones(out.sum())
            for design in parts.values():
                chances /= 1 + numpy.exp(-design.signs[out] @ design.weights(~out))
            told += map(Told, [row for row in items if row.text == article], map(float, chances))
    for article in articles:
        sure, unsure = bounds([one for one in told if one.row.text != article])
        for one in told:
            if one.row.text == article:
                one.word = (
                    "sure"
                    if one.chance >= sure
                    else "unsure"
                    if one.chance < unsure[one.row.panel]
                    else "likely"
                )
    return told


def table(told: Sequence[Told]) -> str:
    """In Markdown: of each panel and of all, how many items each word has, and how many of them are right."""
    lines = [
        "| panel | items | right | sure: share | right | likely: share | right | unsure: share | right |"
    ]
    lines.append("|" + " --- |" * 9)
    for panel in (*PARTS, "all"):
        mine = [one for one in told if panel in (one.row.panel, "all")]
        cells = [panel, str(len(mine)), _percent(sum(one.row.right for one in mine), len(mine))]
        for said in ("sure", "likely", "unsure"):
            some = [one for one in mine if one.word == said]
            cells += [_percent(len(some), len(mine)), _percent(sum(one.row.right for one in some), len(some))]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _percent(some: int, of: int) -> str:
    return f"{100 * some / of:.1f} %" if of else "–"


def written(model: Model) -> bytes:
    """The model as the file holds it, a sign to a line."""
    return msgspec.json.format(msgspec.json.encode(model, order="sorted"), indent=1) + b"\n"


def main() -> None:
    if not (NEWS / "scoring.py").is_file():
        sys.exit(f"the articles with gold are not in {NEWS}")
    rows = list(news())
    told = left_out(rows)
    measured = table(told)
    print(measured)
    if "--look" not in sys.argv:
        RESULTS.renew("confidence", f"{described()}\n\n{ABOUT}\n\n{measured}")
        KEPT.write_bytes(written(Model(fitted(rows), *bounds(told))))


if __name__ == "__main__":
    main()
