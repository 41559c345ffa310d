"""The scores of the annotated sets beside the repository, where they are: as their own program gives them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "bench"
BENCH = Path(os.environ.get("READER_BENCH", BESIDE))
_SET = re.compile(r"=== (\S+): (\d+) texts")
_PART = re.compile(r"--- (.+)")
_SPACED = re.compile(r"(\S.*?)\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)")
_EQUALS = re.compile(r"(\S+)\s+p=([\d.]+) r=([\d.]+) f1=([\d.]+)")
_ALONE = re.compile(r"(\w+) +F1\s+([\d.]+)")
_ACCURACY = re.compile(r"(speaker accuracy) on matched spans\s+([\d.]+)")


@dataclass(frozen=True)
class Score:
    """One measure of one set, in percent; what a measure has not is None."""

    texts: str
    measure: str
    precision: str = ""
    recall: str = ""
    f1: str = ""


def scores() -> list[Score]:
    """All of them; none where the sets are not there."""
    if not (BENCH / "bench.py").is_file():
        return []
    command = [sys.executable, str(BENCH / "bench.py"), "--reader", f"{sys.executable} -m reader"]
    return list(parsed(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def parsed(output: str) -> Iterator[Score]:
    """The scores in what the program wrote."""
    name = part = ""
    for line in map(str.strip, output.splitlines()):
        if match := _SET.match(line):
            name, part = f"{match[1]} ({match[2]})", ""
        elif match := _PART.match(line):
            part = f"{match[1]}: "
        elif match := _SPACED.match(line) or _EQUALS.match(line):
            yield Score(name, part + match[1], *match.groups()[1:])
        elif match := _ALONE.match(line) or _ACCURACY.match(line):
            yield Score(name, part + match[1], f1=match[2])


def table(found: list[Score]) -> str:
    """The scores in Markdown."""
    head = "| set (texts) | measure | P | R | F1 or accuracy |\n| --- | --- | --- | --- | --- |\n"
    rows = (f"| {s.texts} | {s.measure} | {s.precision} | {s.recall} | {s.f1} |\n" for s in found)
    return head + "".join(rows)
