"""The export as CSV: one file a table, which a spreadsheet can open."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from reader.article.sanitise import display

_COLUMNS = {
    "speakers": ("id", "name", "role", "affiliation", "kind", "quotes"),
    "quotes": (
        "id",
        "kind",
        "speaker",
        "name",
        "text",
        "cue",
        "medium",
        "closed",
        "confidence",
        "start",
        "end",
    ),
    "claims": (
        "id",
        "text",
        "low",
        "high",
        "comparator",
        "change",
        "kind",
        "unit",
        "of",
        "speaker",
        "name",
        "quote",
        "confidence",
        "start",
        "end",
    ),
    "timeline": (
        "id",
        "text",
        "type",
        "value",
        "earliest",
        "latest",
        "anchor",
        "approximate",
        "status",
        "event",
        "confidence",
        "start",
        "end",
    ),
    "entities": ("name", "kind", "confidence", "text", "start", "end"),
    "notes": ("kind", "text", "note", "change", "value", "made", "start", "end"),
}
# What a spreadsheet may take for a formula, its wide forms too, or step over to find one.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
# Where a spreadsheet that parts cells at another sign than a comma would have one begin.
_BEGINS = re.compile(r"(?<=[;\t\r\n])(?=[=+\-@＝＋－＠])")
_SIGNS = {"=", "<", "<=", ">", ">=", "~"}


def tables(document: Mapping[str, Any]) -> dict[str, str]:
    """File name -> CSV text, for each table of an exported document; notes only where there are any.

    A part that could not be made has no table: an empty one would say that there is nothing.
    """
    lost = [name for name in _COLUMNS if document[name] is None]
    document = {**document, **dict.fromkeys(lost, ())}
    names = {speaker["id"]: speaker["name"] for speaker in document["speakers"]}
    rows: dict[str, Iterable[dict[str, Any]]] = {
        "speakers": ({**s, "quotes": " ".join(s["quotes"])} for s in document["speakers"]),
        "quotes": (
            {**q, "name": names.get(q["speaker"]), "cue": q["cue"] and q["cue"]["text"]}
            for q in document["quotes"]
        ),
        "claims": ({**c, **_amount(c["value"]), **_by(c["by"], names)} for c in document["claims"]),
        "timeline": document["timeline"],
        "entities": ({**e, **mention} for e in document["entities"] for mention in e["mentions"]),
    }
    if document["notes"]:
        rows["notes"] = (dict.fromkeys(_COLUMNS["notes"]) | note for note in document["notes"])
    return {f"{name}.csv": _csv(_COLUMNS[name], rows[name]) for name in rows if name not in lost}


def _amount(value: Any) -> dict[str, Any]:
    low, high = value if isinstance(value, list) else (value, value)
    return {"low": low, "high": high}


def _by(by: Mapping[str, Any] | None, names: Mapping[str, str]) -> dict[str, Any]:
    by = by or {"speaker": None, "quote": None}
    return {**by, "name": names.get(by["speaker"] or "")}


def _csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    """A cell no spreadsheet runs and no terminal obeys: what looks like a formula is marked as text, numbers are numbers."""
    if not isinstance(value, str):
        return "" if value is None else value
    drawn = _BEGINS.sub("'", "\t".join(map(display, value.split("\t"))))
    return f"'{drawn}" if value.startswith(_FORMULA) and value not in _SIGNS else drawn
