"""``python -m benchmarks [PART ...]``: measure, and renew the parts in RESULTS.md."""

import sys
from collections.abc import Callable, Iterable

from benchmarks import analysis, batch, boilerplate, claims, growth, paint, quality, reopening
from benchmarks.machine import described
from benchmarks.results import RESULTS
from benchmarks.rows import Row, table

PARTS: dict[str, Callable[[], Iterable[Row]]] = {
    "paint": paint.rows,
    "reopening": reopening.rows,
    "batch": batch.rows,
    "analysis": analysis.rows,
    "boilerplate": boilerplate.rows,
    "claims": claims.rows,
    "growth": growth.rows,
    "large": analysis.ten_megabytes,
}
QUALITY = "quality"


def main() -> None:
    asked = sys.argv[1:] or [*PARTS, QUALITY]
    if unknown := set(asked) - {*PARTS, QUALITY}:
        sys.exit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join([*PARTS, QUALITY])}")
    for part in (part for part in (*PARTS, QUALITY) if part in asked):
        print(f"measuring: {part} ...", file=sys.stderr, flush=True)
        where = described()
        if measured := _measured(part):
            print(measured, flush=True)
            RESULTS.renew(part, f"{where}\n\n{measured}")


def _measured(part: str) -> str:
    """The table of a part, empty where there is nothing to measure it on."""
    if part != QUALITY:
        return table(PARTS[part]())
    scores = quality.scores()
    about = "On the annotated sets, as their own scorer gives it, in percent.\n\n"
    return about + quality.table(scores) if scores else ""


if __name__ == "__main__":
    main()
