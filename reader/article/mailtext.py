"""The plain text of a mail message -> blocks: what is quoted, whose it is, signatures, messages that are passed on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from email.utils import parseaddr, parsedate_to_datetime
from typing import Literal, NamedTuple

from reader.article.dateline import dateline_of
from reader.article.frontmatter import find_date
from reader.article.model import Article, Block, BlockKind, Run, Told
from reader.article.plain import blocks_of
from reader.article.sanitise import visible
from reader.article.stated import LONGEST, with_read_off

Flow = Literal["", "flowed", "delsp"]
"""How lines that end in a blank go on: not at all, with it, or without it (RFC 3676)."""

_DEPTH = re.compile(r"(?:> ?)+")
_LABELS = r"(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance)"
_LABEL = re.compile(rf"\*?({_LABELS}):\*?[ \t]*(.*)", re.I)
_PASSED_ON = re.compile(
    r"(?:-{2,} ?Forwarded (?:message|by\b.{0,80}) ?-{2,}|Begin forwarded message:?)$", re.I
)
_ORIGINAL = re.compile(r"-{2,} ?Original Message ?-{2,}$", re.I)
_FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr|rv)\s*:", re.I)
_LEAST_LABELS = 3  # lines of a head without a line above it that says so
_WROTE = re.compile(r"(?:On|Am|Le) .{6,300}? (?:wrote|writes):$|.{3,120}? (?:wrote|writes)(?: on .{6,60})?:$")
_WROTE_LINES = 3  # that such a line is wrapped over
_SAYS = re.compile(r" (?:wrote|writes)\b")
_IN_ANGLES = re.compile(r"\s*[<(\[][^<>()\[\]]*@[^<>()\[\]]*[>)\]]")
_NO_NAME = re.compile(
    r".*@|(?:[AaPp]\.?[Mm]\.?|at|on|um|à|[A-Z]{2,4}T|GMT|UTC)$|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:$|\W|\w*day\b)"
)
_LONGEST_NAME = 5  # words
_SIGNATURE = re.compile(r"-- ?$")
_SIGNATURE_LINES = 12
_LIST_FOOT = re.compile(r"[_=-]{20,}$")
_SENT_FROM = re.compile(r"(?:Sent from (?:my|the all[- ]new) |Get Outlook for |Sent via ).{2,60}$")
PASSED_ON = "this message passes another one on: the day is that one's{}"


class Line(NamedTuple):
    """A line, out of its marks; ``depth`` counts the messages it is quoted in."""

    depth: int
    text: str


class Head(NamedTuple):
    """What the lines at the head of a message that stands in another one state."""

    title: str | None
    byline: str | None
    published: date | None


@dataclass
class _Made:
    """The text so far, with the stretches of it that are of a kind of their own."""

    text: str = ""
    stretches: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    _by: dict[int, tuple[int, int]] = field(default_factory=dict)  # who is quoted, by depth
    _told: dict[int, date] = field(default_factory=dict)  # and when that was written

    def quotes(self, depth: int, name: tuple[int, int], told: date | None) -> None:
        """What is quoted so often from here on is the words of whom the text names there, written on that day."""
        self._by = {each: span for each, span in self._by.items() if each < depth}
        self._told = {each: day for each, day in self._told.items() if each < depth}
        if name[0] < name[1]:
            self._by[depth] = name
        if told is not None:
            self._told[depth] = told

    def add(self, lines: Iterable[str], kind: BlockKind | None = None, depth: int = 0) -> int:
        """Add lines of one kind, None for ordinary ones; where they begin."""
        words = "\n".join(lines).strip("\n")
        start = len(self.text) + 2 * bool(self.text)
        if words.strip():
            self.text += ("\n\n" if self.text else "") + words
            if kind is not None:
                told: Told = self._told.get(depth, "unknown") if depth else None
                self.stretches.append(
                    Block(kind, start, len(self.text), depth, by=self._by.get(depth), told=told)
                )
        return start


def article_of(text: str, title: str | None, flow: Flow = "", sent: date | None = None) -> Article:
    """The article that the text of a message is.

    Args:
        title: its subject.
        flow: whether lines that end in a blank go on.
        sent: the day of the message itself.
    """
    made, head = _Made(), None
    lines = list(_lines(text, flow))
    is_forward = _FORWARDED.match(title or "") is not None
    at = quoted = 0
    while at < len(lines):
        end = _head_end(lines, at)
        if end > at:
            passes_on = _PASSED_ON.match(lines[at].text) is not None or is_forward
            found = _head(lines[at:end])
            head = head or (found if passes_on else None)
            quoted += not passes_on
            _add_head(made, lines[at:end], 0 if passes_on else lines[at].depth + quoted)
        elif (end := _wrote_end(lines, at)) > at:
            _add_wrote(made, lines[at:end], lines[at].depth + quoted + 1)
        elif (end := _foot_end(lines, at)) > at:
            made.add((line.text for line in lines[at:end]), "boilerplate")
        else:
            end = _plain_end(lines, at)
            depth = lines[at].depth + quoted
            made.add((line.text for line in lines[at:end]), "blockquote" if depth else None, depth)
        at = end
    return _article(made, title, head, sent)


def _article(made: _Made, title: str | None, head: Head | None, sent: date | None) -> Article:
    text = made.text + "\n"
    blocks = tuple(_as_told(blocks_of(text, title=title), made.stretches))
    runs = tuple(sorted(made.runs, key=lambda run: run.start))
    article = with_read_off(Article(text=text, blocks=blocks, dateline=dateline_of(text, blocks), runs=runs))
    if head is None or head.published is None:
        return article
    told = f", {head.published}, not that it was passed on, {sent}" if sent else f", {head.published}"
    return replace(
        article,
        title=head.title or title,
        byline=head.byline,
        published=head.published,
        published_from="metadata",
    ).noticing(PASSED_ON.format(told))


def _as_told(blocks: Iterable[Block], stretches: list[Block]) -> Iterator[Block]:
    """The blocks, those in a stretch of a kind of its own as of that kind."""
    at = 0
    for block in blocks:
        while at < len(stretches) and stretches[at].end <= block.start:
            at += 1
        if at < len(stretches) and stretches[at].start <= block.start:
            kind, level = stretches[at].kind, stretches[at].level
            is_plain = kind == "boilerplate" or block.kind not in {"listitem", "boilerplate"}
            by = stretches[at].by if kind == "blockquote" else None
            told = stretches[at].told if kind == "blockquote" else None
            yield (
                replace(block, kind=kind, level=level, by=by, told=told)
                if is_plain
                else replace(block, told=told)
            )
        else:
            yield block


def _lines(text: str, flow: Flow) -> Iterator[Line]:
    """The lines without their marks, those put together that flow."""
    open_line: Line | None = None
    for raw in text.split("\n"):
        marks = _DEPTH.match(raw) if not flow else re.match(r">*", raw)
        depth = marks[0].count(">") if marks else 0
        line = Line(depth, raw[marks.end() :] if marks else raw)
        if not flow:
            yield line
            continue
        line = line._replace(text=line.text.removeprefix(" "))
        if open_line and (open_line.depth != depth or line.text == "-- " or not line.text.strip()):
            yield open_line
            open_line = None
        if open_line:
            line = Line(depth, open_line.text + line.text)
        if line.text.endswith(" ") and line.text != "-- ":
            open_line = line._replace(text=line.text[:-1] if flow == "delsp" else line.text)
        else:
            yield line
            open_line = None
    if open_line:
        yield open_line


def _plain_end(lines: list[Line], at: int) -> int:
    """Where lines end that are nothing else, and quoted equally often."""
    end = at + 1
    while end < len(lines) and (lines[end].depth == lines[at].depth or not lines[end].text.strip()):
        if max(_head_end(lines, end), _wrote_end(lines, end), _foot_end(lines, end)) > end:
            break
        end += 1
    while end > at + 1 and not lines[end - 1].text.strip() and lines[end - 1].depth != lines[at].depth:
        end -= 1
    return end


def _head_end(lines: list[Line], at: int) -> int:
    """Where the head of a message in this one ends; ``at`` where none begins."""
    says_so = _PASSED_ON.match(lines[at].text) or _ORIGINAL.match(lines[at].text)
    end = at + bool(says_so)
    while says_so and end < len(lines) and not lines[end].text.strip():
        end += 1
    labels = 0
    while end < len(lines) and (
        _LABEL.match(lines[end].text) or (labels and lines[end].text.startswith("\t"))
    ):
        labels, end = labels + 1, end + 1
    return end if labels >= (1 if says_so else _LEAST_LABELS) else at


def _head(lines: list[Line]) -> Head:
    stated = {found[1].lower(): found[2].strip() for line in lines if (found := _LABEL.match(line.text))}
    name, address = parseaddr(stated.get("from", "").replace("[mailto:", "<").replace("]", ">"))
    day = stated.get("date") or stated.get("sent") or ""
    return Head(
        visible(stated.get("subject", ""), LONGEST) or None,
        visible(name or address or stated.get("from", ""), LONGEST) or None,
        find_date(day) or _day(day),
    )


def _day(stated: str) -> date | None:
    try:
        return parsedate_to_datetime(stated).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _wrote_end(lines: list[Line], at: int) -> int:
    """Where the line ends that says who wrote what is quoted below it; ``at`` where there is none."""
    words, depth = "", lines[at].depth
    for end in range(at, min(at + _WROTE_LINES, len(lines))):
        if not lines[end].text.strip() or lines[end].depth != depth:
            return at
        words = f"{words} {lines[end].text.strip()}".strip()
        if words.endswith(":"):
            below = next((line for line in lines[end + 1 : end + 4] if line.text.strip()), None)
            is_told = below is not None and below.depth > depth and _WROTE.fullmatch(words)
            return end + 1 if is_told else at
    return at


def _add_head(made: _Made, lines: list[Line], depth: int) -> None:
    """The lines of a head, of which only the name of the sender is read; it is that of what is quoted so often."""
    for line in lines:
        found = _LABEL.match(line.text)
        if found is None or found[1].lower() != "from":
            made.add([line.text], "boilerplate")
            continue
        start = made.add([line.text], "byline")
        words = line.text.rstrip()
        lo, hi = found.start(2), found.start(2) + len(_IN_ANGLES.sub("", found[2]).rstrip())
        made.runs += [Run("mark", start + a, start + b) for a, b in ((0, lo), (hi, len(words))) if a < b]
        if depth:
            made.quotes(depth, (start + lo, start + hi), _head(lines).published)


def _add_wrote(made: _Made, lines: list[Line], depth: int) -> None:
    """That line, of which only the name and "wrote" are read: the rest stamps it. ``depth`` is that of what it tells of."""
    words = " ".join(line.text.strip() for line in lines)
    start = made.add([words], "paragraph")
    says = list(_SAYS.finditer(words))[-1]
    before = words[: says.start()]
    name_from, name_to = _name(before)
    hidden = [(0, name_from), (name_to, says.start())]
    if says.end() < len(words) - 1:
        hidden.append((says.end(), len(words) - 1))
    if name_from == name_to:
        hidden = [(0, len(words))]
    made.runs += [Run("mark", start + lo, start + hi) for lo, hi in hidden if lo < hi]
    made.quotes(depth, (start + name_from, start + name_to), find_date(words))


def _name(before: str) -> tuple[int, int]:
    """Where in the words before "wrote" the name stands that they end in."""
    bare = before
    while (angles := list(_IN_ANGLES.finditer(bare))) and angles[-1].end() == len(bare.rstrip()):
        bare = bare[: angles[-1].start()]
    end = len(bare.rstrip(" ,"))
    start = end
    for word in list(re.finditer(r"\S+", bare[:end]))[: -_LONGEST_NAME - 1 : -1]:
        if _NO_NAME.match(word[0].rstrip(",")) or any(map(str.isdigit, word[0])) or word[0].endswith(","):
            break
        if word.start() == 0 and word[0] in {"On", "Am", "Le"}:
            break
        start = word.start()
    return start, end


def _foot_end(lines: list[Line], at: int) -> int:
    """Where a signature or the foot of a list ends; ``at`` where none begins."""
    text, depth = lines[at].text, lines[at].depth
    if _SENT_FROM.match(text):
        return at + 1
    if not (_SIGNATURE.match(text) or _LIST_FOOT.match(text)):
        return at
    end = at + 1
    while end < len(lines) and lines[end].depth == depth and end - at <= _SIGNATURE_LINES:
        if max(_head_end(lines, end), _wrote_end(lines, end)) > end:
            break
        end += 1
    rest = any(line.text.strip() for line in lines[end : end + 1] if line.depth == depth)
    return at if rest and end - at > _SIGNATURE_LINES else end
