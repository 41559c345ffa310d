"""Scores claims against gold.yaml, field by field. Run as a program it prints the table of the benchmarks.

python -m tests.analysis.claims.scoring
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from reader.analysis.model import Claim, Reading

FIELDS = ("value", "comparator", "change", "unit", "of", "by")
Row = dict[str, Any]


@cache
def gold() -> tuple[Row, ...]:
    """The sentences of gold.yaml."""
    return tuple(yaml.safe_load(Path(__file__).with_name("gold.yaml").read_text("utf-8")))


def last_word(words: str | None) -> str:
    """The head of a phrase: its last word before a preposition, without plural ending, lower case; "" for None."""
    head = re.split(r"\s(?:of|in|on|for|to|by|at|with|from)\s", words or "")[0]
    return head.split()[-1].lower().rstrip("s") if head else ""


def agrees(field: str, want: Row, claim: Claim, names: dict[str, str]) -> bool:
    """Whether one field of a claim is as the gold has it."""
    expected = want.get(field, "=" if field == "comparator" else None)
    if field == "value":
        low_high = claim.value if isinstance(claim.value, tuple) else (claim.value,)
        wanted = expected if isinstance(expected, list) else [expected]
        return len(low_high) == len(wanted) and all(
            abs(a - b) < 1e-4 * max(1, abs(b)) for a, b in zip(low_high, wanted, strict=True)
        )
    if field in ("comparator", "change"):
        return getattr(claim, field) == expected
    if field in want.get("loose", ()) or (field == "of" and "of" not in want):
        return True
    if field == "by":
        said_by = names.get(claim.by.speaker or "", "?") if claim.by else None
        return (said_by is None) == (expected is None) and bool(
            _words(said_by) & _words(expected) or not expected
        )
    return last_word(getattr(claim, field)) == last_word(expected)


def _words(name: str | None) -> set[str]:
    return set((name or "").lower().split()) - {"the", "a", "an", "at", "of", "by"}


def pairs(row: Row, reading: Reading) -> Iterable[tuple[Row | None, Claim | None]]:
    """Each gold claim with the found one at its place, and what was found besides."""
    left = list(reading.claims)
    for want in row["claims"]:
        start = row["text"].index(want["text"])
        end = start + len(want["text"])
        hit = next((claim for claim in left if claim.start < end and start < claim.end), None)
        if hit:
            left.remove(hit)
        if hit or not want.get("optional"):
            yield want, hit
    yield from ((None, claim) for claim in left)


def faults(row: Row, reading: Reading) -> list[str]:
    """What differs from the gold in one sentence, in words."""
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    out = []
    for want, claim in pairs(row, reading):
        if want is None or claim is None:
            out.append(f"missed {want['text']!r}" if want else f"not a claim: {claim and claim.text!r}")
            continue
        out += [
            f"{want['text']!r}: {field} is {getattr(claim, field)!r}"
            for field in FIELDS
            if not agrees(field, want, claim, names)
        ]
    return out


def score(readings: Iterable[tuple[Row, Reading]]) -> dict[str, float]:
    """F1 of finding the claims, and of finding them with each field right, in percent."""
    right, wanted, found = Counter[str](), 0, 0
    for row, reading in readings:
        names = {speaker.id: speaker.name for speaker in reading.speakers}
        for want, claim in pairs(row, reading):
            wanted, found = wanted + (want is not None), found + (claim is not None)
            if want is None or claim is None:
                continue
            good = [field for field in FIELDS if agrees(field, want, claim, names)]
            right.update(["place", *good, *(["all of them"] if len(good) == len(FIELDS) else [])])
    return {
        name: round(200 * right[name] / (wanted + found), 1) for name in ("place", *FIELDS, "all of them")
    }


def main() -> None:
    """Read every sentence and print the table."""
    from reader.analysis.pipeline import analyse, load
    from reader.article import Article

    nlp = load()
    readings = [(row, analyse(nlp, Article(row["text"]))) for row in gold()]
    print(f"{len(readings)} sentences, {sum(len(row['claims']) for row, _ in readings)} claims")
    for name, figure in score(readings).items():
        print(f"{name:12} F1 {figure:5.1f}")
    for row, reading in readings:
        for fault in faults(row, reading):
            print(f"  {row['pattern']}: {fault}")


if __name__ == "__main__":
    main()
