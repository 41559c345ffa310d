"""``python -m benchmarks [PART ...]``: measure, and write RESULTS.md."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import analysis, batch, boilerplate, claims, paint, quality, reopening
from benchmarks.machine import described
from benchmarks.rows import Row, table

RESULTS = Path(__file__).with_name("RESULTS.md")
PARTS: dict[str, Callable[[], Iterable[Row]]] = {
    "paint": paint.rows,
    "reopening": reopening.rows,
    "batch": batch.rows,
    "analysis": analysis.rows,
    "boilerplate": boilerplate.rows,
    "claims": claims.rows,
    "large": analysis.ten_megabytes,
}
QUALITY = "quality"


def main() -> None:
    asked = sys.argv[1:] or [*PARTS, QUALITY]
    if unknown := set(asked) - {*PARTS, QUALITY}:
        sys.exit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join([*PARTS, QUALITY])}")
    sections = [f"# Results\n\n{described()}\n"]
    rows = [row for name in PARTS if name in asked for row in _announced(name)]
    if rows:
        sections.append(
            "Each pair was measured by turns in one run; the ratio is reader's figure to the other.\n"
        )
        sections.append(table(rows))
    if QUALITY in asked and (scores := quality.scores()):
        sections.append("## Quality\n\nOn the annotated sets, as their own scorer gives it, in percent.\n")
        sections.append(quality.table(scores))
    RESULTS.write_text("\n".join(sections), "utf-8")
    print(RESULTS.read_text("utf-8"))


def _announced(name: str) -> list[Row]:
    print(f"measuring: {name} ...", file=sys.stderr, flush=True)
    return list(PARTS[name]())


if __name__ == "__main__":
    main()
