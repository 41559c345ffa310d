"""What each rule earns on each annotated set: ``python -m benchmarks.ablation [RULE ...]``.

One rule at a time is switched off, the components read every text again over the parses that were made once, and the sets
whose exports changed are scored. What a rule earns is the score with it less the score without it, in points of percent.
A name such as ``claims`` or ``timeline.last_`` stands for all rules that begin so.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from benchmarks.machine import described
from benchmarks.quality import BENCH, parsed
from benchmarks.results import RESULTS
from reader.analysis import pipeline, rules
from reader.article.jsonl import from_record
from reader.export.document import record
from reader.export.json_text import json_line

NEWS = BENCH.parent / "news"
_NEWS_SET = "news"
ABOUT = "What each rule earns: the score of a set with it less the score without it, in points of percent."
_RIGHT = re.compile(r"^(quotes|speakers|claims|timeline|entities) +right +([\d.]+)", re.M)
# The measures that are told of each set; the others follow them.
_TOLD = re.compile(
    r"value\+unit\+comparator|value\+concept \(head\)$|span\+type|(?:in marks|direct|indirect).*: end to end|^value$|calendar"
)
Scores = dict[str, float]
Exports = dict[str, list[str]]


@dataclass(frozen=True)
class Earned:
    """What one rule earns: points by set and measure, those that are not nought; and how many texts it changes."""

    rule: str
    texts: int
    points: dict[str, float]


def earned(names: list[str]) -> Iterator[Earned]:
    """What each of some rules earns, in their order."""
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        yield from pool.map(_one, names)


def chosen(asked: list[str]) -> list[str]:
    """The names of the rules that are asked for; all where none is."""
    pipeline.load()
    names = [row.name for row in rules.all_rules()]
    return [name for name in names if not asked or name.startswith(tuple(asked))]


def table(found: list[Earned]) -> str:
    """In Markdown: the rules that earn most first, those that change nothing last."""
    ranked = sorted(found, key=lambda one: (-sum(one.points.values()), -one.texts, one.rule))
    rows = (f"| `{one.rule}` | {one.texts} | {_points(one.points)} |\n" for one in ranked)
    return "| rule | texts it changes | points it earns |\n| --- | --- | --- |\n" + "".join(rows)


def _points(points: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:+.2f}" for name, value in sorted(points.items(), key=lambda p: -p[1]))


def _one(name: str) -> Earned:
    with rules.without(name):
        exports = _exports()
    before, baseline = _base()
    changed = [which for which in exports if exports[which] != before[which]]
    texts = sum(a != b for which in changed for a, b in zip(before[which], exports[which], strict=True))
    points = {
        measure: round(baseline[measure] - score, 2)
        for which in changed
        for measure, score in _scores(which, exports[which]).items()
        if abs(baseline[measure] - score) > 0.005
    }
    return Earned(name, texts, points)


@cache
def _base() -> tuple[Exports, Scores]:
    """The exports with all rules, and their scores; made once in each process."""
    exports = _exports()
    scores = {
        measure: score for which, lines in exports.items() for measure, score in _scores(which, lines).items()
    }
    return exports, scores


def _exports() -> Exports:
    """The lines of each set's export, ``why`` left out, by the rules that are switched on."""
    nlp, corpus = _corpus()
    pipes = [nlp.get_pipe(name) for name in pipeline.COMPONENTS]
    made: Exports = {}
    for which, texts in corpus.items():
        lines = made.setdefault(which, [])
        for row, content in texts:
            article = from_record(row)
            doc = Doc(nlp.vocab).from_bytes(content, exclude=["user_data"])
            doc._.article, doc._.published = article, article.published
            for pipe in pipes:
                doc = pipe(doc)
            lines.append(json_line(_without_why(record(article, pipeline.collect(doc)))))
    return made


def _without_why(exported: dict[str, Any]) -> dict[str, Any]:
    for items in exported.values():
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                item.pop("why", None)
                item.pop("confidence", None)
    return exported


@cache
def _corpus() -> tuple[Any, dict[str, list[tuple[dict[str, Any], bytes]]]]:
    """The pipeline, and of each set its records with what the model makes of them."""
    nlp = pipeline.load()
    sets = {path.stem: _records(path) for path in sorted((BENCH / "data").glob("*.jsonl"))}
    if NEWS.is_dir():
        sets[_NEWS_SET] = list(_news())
    with nlp.select_pipes(disable=pipeline.COMPONENTS):
        return nlp, {
            which: [
                (row, nlp(pipeline.prepare(nlp, from_record(row))).to_bytes(exclude=["user_data"]))
                for row in rows
            ]
            for which, rows in sets.items()
        }


def _records(path: Path) -> list[dict[str, Any]]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return [{name: row.get(name) for name in ("id", "text", "published")} for row in rows]


def _news() -> Iterator[dict[str, Any]]:
    for gold in sorted(NEWS.glob("*/gold.yaml")):
        published = re.search(r"^published: *['\"]?([\d-]+)", gold.read_text("utf-8"), re.M)
        text = (gold.parent / "article.txt").read_text("utf-8")
        yield {"id": gold.parent.name, "text": text, "published": published and published[1]}


def _scores(which: str, lines: list[str]) -> Scores:
    """The measures of one set, by "set: measure", as its own scorer gives them."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "made.jsonl")
        made.write_text("".join(line.rstrip("\n") + "\n" for line in lines), "utf-8")
        reader = ["--reader", f"{sys.executable} -m benchmarks.replay {made}"]
        program = [NEWS / "score.py"] if which == _NEWS_SET else [BENCH / "bench.py", which]
        told = subprocess.run(
            [sys.executable, *map(str, program), *reader], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    if which == _NEWS_SET:
        return {f"news {panel}": float(right) for panel, right in _RIGHT.findall(told)}
    return {
        f"{which} {one.measure}": float(one.f1)
        for one in parsed(told)
        if _TOLD.search(one.measure) and one.f1
    }


def main() -> None:
    if not (BENCH / "bench.py").is_file():
        sys.exit(f"the annotated sets are not in {BENCH}")
    found = []
    for one in earned(chosen(sys.argv[1:])):
        print(
            f"{one.rule}: {one.texts} texts; {_points(one.points) or 'nothing'}", file=sys.stderr, flush=True
        )
        found.append(one)
    measured = table(found)
    print(measured)
    if not sys.argv[1:]:
        RESULTS.renew("ablation", f"{described()}\n\n{ABOUT}\n\n{measured}")


if __name__ == "__main__":
    main()
