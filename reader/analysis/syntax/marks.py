"""Where quotation marks open and close: stretches of marked words, paragraph by paragraph.

All mark styles may stand in one text. Each paragraph is read on its own, so a bad mark spoils at
most its own paragraph; :func:`continued` then joins what goes on with a reopened mark in the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

# Each begins with a set of characters: the engine looks for those much faster than for alternatives.
_DOUBLE = re.compile(r"[\"“”„«»`'’‘](?:(?<=[\"“”„«»])|(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘)")
_SINGLE = re.compile(r"['‘‚’](?:(?<=['‘‚])(?<!\w.)(?=[\w£$€])|(?<=['’])(?!\w))")
# What opens with an apostrophe and quotes nothing: 'em, 'tis, '90s.
_ELISION = re.compile(r"['‘’](?:em|tis|twas|til|cause|cos|round|bout|n|\d\ds?)\b", re.I)
_TAG = re.compile(r"<[a-zA-Z/][^<>\n]*>")
_BEFORE_OPEN = re.compile(r"[\s(\[{—–\-/|>'‘“\"]$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch inside quotation marks, marks included, in code points.

    ``closed`` is False when its paragraph ends first, unless the next paragraph reopens the quotation,
    which is how one over several paragraphs is printed.
    """

    start: int
    end: int
    closed: bool = True


def stretches(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[list[Stretch]]:
    """The outermost stretches of each paragraph, in text order; none overlap."""
    found = [list(_in_paragraph(text, start, end)) for start, end in paragraphs]
    nothing: list[Stretch] = []
    found = _of_one_pair(text, paragraphs, found)
    return [continued(text, row, after) for row, after in zip_longest(found, found[1:], fillvalue=nothing)]


_BETWEEN = 3  # paragraphs without a mark between an opening and its closing one


def _of_one_pair(
    text: str, paragraphs: Sequence[tuple[int, int]], found: list[list[Stretch]]
) -> list[list[Stretch]]:
    """``found`` with what lies between one opening mark and the closing one of a later paragraph."""
    rows = list(found)
    for index, row in enumerate(found):
        if not row or row[-1].closed:
            continue
        for later in range(index + 1, min(index + 2 + _BETWEEN, len(paragraphs))):
            start, end = paragraphs[later]
            mark = _DOUBLE.search(text, start, end)
            if mark is None:
                continue
            if not _opens(text, mark.start(), mark.group(), inside=False) and _is_pair(
                text[row[-1].start], mark.group()
            ):
                rows[index] = [*row[:-1], replace(row[-1], closed=True)]
                rows[later] = [Stretch(start, mark.end()), *_in_paragraph(text, mark.end(), end)]
                for between in range(index + 1, later):
                    rows[between] = [Stretch(*paragraphs[between])]
            break
    return rows


def _is_pair(opening: str, closing: str) -> bool:
    return (opening, closing) in {
        ("“", "”"),
        ('"', '"'),
        ("„", "“"),
        ("„", "”"),
        ("«", "»"),
        ("`", "''"),
        ("“", "’’"),
    }


def continued(text: str, row: list[Stretch], after: list[Stretch]) -> list[Stretch]:
    """``row``, its unclosed last stretch closed after all if the next paragraph begins by reopening it."""
    if not row or row[-1].closed or not after:
        return row
    last, first = row[-1], after[0]
    between = text[last.end : first.start]
    if between.strip() or text[last.start] != text[first.start]:
        return row
    return [*row[:-1], Stretch(last.start, last.end, closed=True)]


def _in_paragraph(text: str, start: int, end: int) -> list[Stretch]:
    """Double marks rule; single ones count only where no double mark encloses them."""
    doubles = _doubles(text, start, end)
    singles = [single for gap in _gaps(doubles, start, end) for single in _singles(text, *gap)]
    return sorted([*doubles, *singles], key=lambda stretch: stretch.start) if singles else doubles


def _gaps(found: list[Stretch], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What lies between the stretches."""
    for stretch in found:
        yield start, stretch.start
        start = stretch.end
    yield start, end


def _doubles(text: str, start: int, end: int) -> list[Stretch]:
    marks = [(match.start(), match.group()) for match in _DOUBLE.finditer(text, start, end)]
    if not marks:
        return []
    tags = [match.span() for match in _TAG.finditer(text, start, end)]
    marks = [(at, mark) for at, mark in marks if not any(a <= at < b for a, b in tags)]
    nested = _pair(text, marks, end, nest=True)
    if all(stretch.closed for stretch in nested) or _holds_pairs(text, nested[-1], marks):
        return nested
    return _pair(text, marks, end, nest=False)


def _holds_pairs(text: str, unclosed: Stretch, marks: list[tuple[int, str]]) -> bool:
    """Whether the only thing missing is the closing mark: what is inside is paired, in another style."""
    inside = [mark for at, mark in marks if at > unclosed.start]
    opened = sum(mark in "“„«" for mark in inside)
    return text[unclosed.start] == '"' and '"' not in inside and 2 * opened == len(inside)


def _pair(text: str, marks: list[tuple[int, str]], end: int, *, nest: bool) -> list[Stretch]:
    """Pair marks up. With ``nest`` a second opening mark needs a closing one of its own."""
    found: list[Stretch] = []
    start, depth = -1, 0
    for at, mark in marks:
        opens = _opens(text, at, mark, inside=depth > 0)
        if opens and depth == 0:
            start, depth = at, 1
        elif opens:
            depth += nest
        elif depth:
            depth -= 1
            if depth == 0:
                found.append(Stretch(start, at + len(mark)))
    if depth:
        found.append(Stretch(start, end, closed=False))
    return found


def _opens(text: str, at: int, mark: str, *, inside: bool) -> bool:
    """Whether a double mark opens: by its shape or, where its shape does not say, by what is around it."""
    if mark in {"“", "„", "``", "‘‘"}:
        return not (mark == "“" and inside and text[at + 1 : at + 2] in {"", " ", ",", ".", "\n"})
    if mark in {"”", "''", "’’"}:  # a printer's slip: the closing mark where a word begins
        after = at + len(mark)
        return not inside and text[at - 1 : at].isspace() and text[after : after + 1].isalnum()
    if mark in {"«", "»"}:
        return not inside if mark == "»" else not (inside and text[at - 1 : at].strip())
    return _straight_opens(text, at, inside=inside)


def _straight_opens(text: str, at: int, *, inside: bool) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    free = not before or bool(_BEFORE_OPEN.match(before))
    if inside:  # a second one opens only where nothing else can be meant
        return free and not before.strip() and after.isalnum()
    return free or not (before.isdigit() or before.isalpha())


def _singles(text: str, start: int, end: int) -> list[Stretch]:
    """Stretches in single marks; apostrophes never open one, and one that never closes is none."""
    matches = list(_SINGLE.finditer(text, start, end))
    if not matches:
        return []
    found: list[Stretch] = []
    opening = -1
    closing = -1
    for match in [*matches, None]:
        opens = match is not None and _single_opens(text, match.start())
        if match is None or opens:
            if 0 <= opening < closing:
                found.append(Stretch(opening, closing + 1))
            opening, closing = (match.start() if match else -1), -1
        elif opening >= 0 and _closes(text, closing):
            closing = match.start()
    return found


def _single_opens(text: str, at: int) -> bool:
    before = text[max(at - 1, 0) : at]
    return (
        text[at] in "'‘‚"
        and (not before or bool(_BEFORE_OPEN.match(before)))
        and text[at + 1 : at + 2].strip() != ""
        and not _ELISION.match(text, at)
    )


def _closes(text: str, earlier: int) -> bool:
    """Whether a mark closes in place of the one at ``earlier`` (-1 for none), which may be a plural's apostrophe."""
    if earlier < 0:
        return True
    return text[earlier - 1] == "s" and text[earlier + 1 : earlier + 3].strip()[:1].islower()
