"""How many small mistakes in the analysis its tests catch: ``python -m benchmarks.mutants [COUNT [SEED]]``.

Each mutant is a copy of the checkout in which one condition, drawn at random from ``reader/analysis``, is turned round: that
of an ``if``, an ``and`` or ``or`` that loses a part, a filter of a comprehension. It is caught where a test fails.
"""

import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import described
from benchmarks.results import RESULTS

CHECKOUT = Path(__file__).resolve().parents[1]
ROOM = Path("reader/analysis")
_COPIED = ("reader", "themes", "samples", "tests", "docs", "benchmarks", "pyproject.toml", "README.md")
_LONGEST = 900  # seconds; a mutant that never ends is caught too


@dataclass(frozen=True)
class Mutant:
    """One change: the file, its line, what stood there and what stands there now."""

    path: Path
    line: int
    was: str
    now: str
    start: int
    end: int

    def applied(self, source: bytes) -> bytes:
        """The file with the change in it."""
        return source[: self.start] + self.now.encode() + source[self.end :]


def drawn(count: int, seed: int) -> list[Mutant]:
    """Some mutants of the analysis, the same for the same seed and code."""
    paths = sorted(path for path in (CHECKOUT / ROOM).rglob("*.py"))
    every = [mutant for path in paths for mutant in mutants(path.relative_to(CHECKOUT), path.read_bytes())]
    return random.Random(seed).sample(every, min(count, len(every)))


def mutants(path: Path, source: bytes) -> Iterator[Mutant]:
    """Every one-condition mutant of a file."""
    lines = source.splitlines(keepends=True)
    begins = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]

    def where(node: ast.expr) -> tuple[int, int]:
        end = begins[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        return begins[node.lineno - 1] + node.col_offset, end

    def text(node: ast.expr) -> str:
        start, end = where(node)
        return source[start:end].decode()

    def change(node: ast.expr, now: str) -> Mutant:
        return Mutant(path, node.lineno, text(node), now, *where(node))

    for node in ast.walk(ast.parse(source)):
        conditions = [node.test] if isinstance(node, ast.If | ast.IfExp | ast.While) else []
        conditions += node.ifs if isinstance(node, ast.comprehension) else []
        for condition in conditions:
            yield change(condition, f"(not ({text(condition)}))")
        if isinstance(node, ast.BoolOp):
            sign = " and " if isinstance(node.op, ast.And) else " or "
            for left_out in node.values:
                kept = [f"({text(value)})" for value in node.values if value is not left_out]
                yield change(node, f"({sign.join(kept)})")


def is_caught(mutant: Mutant, copy: Path) -> bool:
    """Whether a test of the analysis fails with this mutant in a copy of the checkout."""
    path = copy / mutant.path
    before = path.read_bytes()
    path.write_bytes(mutant.applied(before))
    room = copy / "tests" / mutant.path.relative_to("reader").parent
    first = [str(room)] if room.is_dir() else []
    try:
        return any(_fails(tests, copy) for tests in (first, ["tests/analysis"]) if tests)
    finally:
        path.write_bytes(before)


def _fails(tests: list[str], copy: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n", "2", *tests]
    try:
        done = subprocess.run(command, cwd=copy, capture_output=True, timeout=_LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in _COPIED:
            source = CHECKOUT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
        caught = 0
        found, missed = drawn(count, seed), []
        for number, mutant in enumerate(found, 1):
            is_in = is_caught(mutant, copy)
            caught += is_in
            told = f"{mutant.path}:{mutant.line}: `{mutant.was}` -> `{mutant.now}`"
            missed += [] if is_in else [told]
            print(f"{'caught' if is_in else 'MISSED'} {told}", flush=True)
            print(f"{caught} of {number}", file=sys.stderr, flush=True)
    result = (
        f"{caught} of {len(found)} conditions that were turned round are caught by the tests (seed {seed})."
    )
    print(result)
    listed = "\n".join(f"- {' '.join(each.split())}" for each in missed)
    RESULTS.renew(
        "mutants",
        f"{described()}\n\n{result} Missed:\n\n{listed}" if missed else f"{described()}\n\n{result}",
    )


if __name__ == "__main__":
    main()
