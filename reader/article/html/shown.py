"""What a browser shows of a page, line by line, in page order, whatever elements it is made of.

A line is what stands between two breaks: a paragraph, a sub-head, an item, a caption, a table, a piece of code.
Each text of the tree gets a mark of one private character, so that what is left of it after another program
has been through the tree can be told line by line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any
from urllib.parse import urljoin

from reader.article.building import Words
from reader.article.html import numbering, raised, tables
from reader.article.html.elements import KINDS, UNREAD, UNSEEN, hides
from reader.article.model import BlockKind
from reader.article.sanitise import visible
from reader.article.webaddress import web_address

FIRST_MARK, LAST_MARK = 0xF0000, 0x10FFFD
MARK = re.compile(f"[{chr(FIRST_MARK)}-{chr(LAST_MARK)}]")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noframes",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LISTS = frozenset(["ul", "ol", "dl", "menu", "dir"])
_STRUCK = frozenset(["del", "s", "strike"])
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*$")
_LONG = 60  # characters of a line that is more than one of an address or a poem
_CAPTION = re.compile(r"caption|cutline", re.I)
_LONGEST_CAPTION = 600  # characters
_SEEN_BY_NOBODY = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-?only|screen-?reader(?:-?text)?|offscreen|print-?only)(?:$|[\s_-])",
    re.I,
)
_INLINE = re.compile(r"display\s*:\s*(?:-\w+-)?inline")
_BESIDE_HEADING = re.compile(
    r"(?:^|[\s_-])(?:edit-?section|header-?link|heading-?link|anchor-?(?:link|js-link)?|perma-?link|heading-?anchor)(?:$|[\s_-])",
    re.I,
)
_WORDS = re.compile(r"[^\W_]+")
_QUESTION_WORDS = 3
_LONG_TEXT = 25  # characters
_FEWEST_HIDDEN = 3  # paragraphs of a hidden element that is an article which waits for a script
_MORE_HIDDEN = 2  # times as many as are shown
_ALT_WORDS = range(3, 80)
_NO_PICTURE = re.compile(r"logo|icon|avatar|emoji|smiley|author|profile|pixel|spacer|sprite|thumb", re.I)
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|svg)$|^[\w-]+$", re.I)
_CODE = re.compile(r"(?:^|[\s_-])(?:code|highlight|prettyprint|source|syntax|lang|language|hljs|brush)", re.I)
_OPENS_QUOTATION = tuple("\"“‘„«'")


class Part:
    """An element that holds lines, inside another, and how much is in it."""

    __slots__ = ("chars", "element", "kept", "lines", "linked", "parent", "tag")

    def __init__(self, element: Any, parent: "Part | None") -> None:
        self.element, self.parent, self.tag = element, parent, element.tag
        self.chars = self.linked = self.kept = self.lines = 0

    def around(self) -> Iterator["Part"]:
        """This one and those that it stands in, the outermost last."""
        part: Part | None = self
        while part is not None:
            yield part
            part = part.parent


@dataclass(slots=True)
class Line:
    """What stands between two breaks; ``raw`` instead of ``words`` where its blanks are its own.

    ``marks`` are the numbers and lengths of the texts of the tree that are in it; ``linked`` says how many
    characters lead to other pages, ``inward`` how many to another place in this one.
    """

    kind: BlockKind
    level: int
    part: Part
    words: Words
    raw: str | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    linked: int = 0
    inward: int = 0
    is_alt: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.words.text if self.raw is None else self.raw


def lines_of(tree: Any, base: str | None) -> list[Line]:
    """The lines of a page, its texts marked; ``base`` is the address that links in it start from."""
    body = tree.find("body")
    walk = _Walk(body if body is not None else tree, _base_of(tree, base))
    return walk.lines


def _base_of(tree: Any, base: str | None) -> str | None:
    stated = next(iter(tree.xpath("//base/@href")), None)
    try:
        return urljoin(base or "", stated) if stated else base
    except ValueError:
        return base


_Op = tuple[str, Any, Any]  # text and its mark, or a run that begins or ends, or a break
_NEWLINE: _Op = ("line", None, None)
_END: _Op = ("end", None, None)


class _Walk:
    """One pass through a tree."""

    def __init__(self, body: Any, base: str | None) -> None:
        from lxml import etree  # type: ignore[import-untyped]

        self.lines: list[Line] = []
        self._base = base
        self._next = FIRST_MARK
        self._ops: list[_Op] = []
        self._open: list[_Op] = []  # runs
        self._leads: list[str] = []  # where those that are links lead: "elsewhere" or "inward"
        self._kinds: list[tuple[BlockKind, int]] = [("paragraph", 0)]
        self._depth = 0  # of lists
        self._numbers: list[numbering.Numbers] = []
        self._marker = ""  # of an item whose words have yet to come
        self._has_text = self._is_marked = False
        self._last = ""  # the end of what was said last in this line
        self._after_inline: str | None = None  # the inline element that has just ended
        self._pictures: list[str] = []  # what pictures in the line show
        self._part = Part(body, None)
        walker = etree.iterwalk(body, events=("start", "end"))
        skipped: Any = None
        for event, element in walker:
            if event == "end":
                if element is not skipped:
                    self._end(element)
                skipped = None if element is skipped else skipped
                if element is not body:
                    self._text(element, element.tail, "tail")
                continue
            if element is not body and not self._begin(element):
                walker.skip_subtree()
                skipped = element
                continue
            self._text(element, element.text, "text")
        self._flush()

    # What begins and ends.

    def _begin(self, element: Any) -> bool:
        """Begin an element; whether what is in it is to be gone through."""
        tag = element.tag
        if not isinstance(tag, str) or self._is_unseen(element, tag):
            return False
        if tag == "br":
            self._break()
        elif tag in {"img", "amp-img"}:
            self._picture(element)
        elif tag == "pre":
            return self._preformatted(element)
        elif tag == "table" and tables.is_data(element):
            self._table(element)
            return False
        elif tag in {"sup", "sub"} and raised.is_one(element):
            self._raised(element, tag)
            return False
        elif (tag in _BLOCKS and not _runs_on(element)) or self._is_block(element):
            self._begin_block(element, tag)
        else:
            self._begin_inline(element, tag)
        return True

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag in {"br", "img", "amp-img"}:
            return
        if self._part.element is element:
            self._flush()
            self._part = self._part.parent or self._part
            self._kinds.pop()
            self._depth -= tag in _LISTS
            if tag in _LISTS:
                self._numbers.pop()
            if tag == "li":
                self._marker = ""
        else:
            self._end_inline(element, tag)

    def _is_unseen(self, element: Any, tag: str) -> bool:
        """Whether a browser shows nothing of it."""
        if tag in UNREAD or (
            tag in UNSEEN
            and not (tag == "button" and (self._kinds[-1][0] == "subhead" or _opens_more(element)))
        ):
            return True
        attributes = element.attrib
        if not attributes:
            return False
        style = attributes.get("style", "")
        may_hide = "display" in style or "visibility" in style
        if may_hide or "hidden" in attributes or "placeholder" in attributes:
            hidden = not may_hide or hides(f'style="{style}"')
            if hidden and not waits(element):
                return True
        if _runs_on(element) and not "".join(element.itertext()).strip():
            return True
        name = attributes.get("class")
        return bool(name) and (
            _SEEN_BY_NOBODY.search(name) is not None or self._leads_to_heading(element, name)
        )

    def _leads_to_heading(self, element: Any, name: str) -> bool:
        """Whether it is the sign by which one edits a part, or gets its address: no word of what it stands beside."""
        if _BESIDE_HEADING.search(name) is None:
            return False
        said = "".join(element.itertext()).strip()
        return not said[:1].isalnum() and ("[" not in said or self._kinds[-1][0] in {"headline", "subhead"})

    def _is_block(self, element: Any) -> bool:
        """Whether an element of the page's own making, with words in it, stands by itself."""
        parent = element.getparent()
        if "-" not in element.tag or parent is None or not (element.text or "").strip():
            return False
        tails = (child.tail for child in parent)
        return not (parent.text or "").strip() and not any(tail and tail.strip() for tail in tails)

    def _begin_block(self, element: Any, tag: str) -> None:
        self._flush()
        kind, level = self._kinds[-1]
        if tag in _LISTS:
            self._depth += 1
            self._numbers.append(numbering.Numbers(element))
        if tag in KINDS:
            kind, level = KINDS[tag]
            if tag in {"li", "dt", "dd"}:
                kind, level = (
                    ("caption", 0) if self._kinds[-1][0] == "caption" else (kind, max(1, self._depth))
                )
            if tag == "h1":
                kind, level = "headline", 0
        elif tag == "caption" or self._is_caption(element):
            kind, level = "caption", 0
        elif _is_pulled(element):
            kind, level = "blockquote", 0
        if tag == "li" and self._numbers:
            self._marker = self._numbers[-1].of(element)
        self._kinds.append((kind, level))
        self._part = Part(element, self._part)

    def _is_caption(self, element: Any) -> bool:
        name = element.get("class")
        if not name or _CAPTION.search(name) is None:
            return False
        return len("".join(element.itertext())) <= _LONGEST_CAPTION

    def _begin_inline(self, element: Any, tag: str) -> None:
        if tag == "a":
            address = self._address(element.get("href"))
            if self._last and element.getprevious() is not None and self._after_inline == "a":
                self._ops.append(("text", " ", None))
            self._run(("begin", "link", address))
            href = element.get("href") or "#"
            self._leads.append("inward" if href.startswith("#") and len(href) > 1 else "elsewhere")
        elif tag in _STRUCK or "line-through" in element.get("style", ""):
            self._run(("begin", "struck", None))
        elif tag == "q" and not (element.text or "").strip().startswith(_OPENS_QUOTATION):
            self._say("“", None)
        self._part_words(element, tag)

    def _end_inline(self, element: Any, tag: str) -> None:
        if tag == "a" or tag in _STRUCK or "line-through" in element.get("style", ""):
            self._open.pop()
            self._ops.append(_END)
            if tag == "a":
                self._leads.pop()
        elif tag == "q" and not (element.text or "").strip().startswith(_OPENS_QUOTATION):
            self._say("”", None)
        if self._has_text:
            self._after_inline = tag

    def _run(self, op: _Op) -> None:
        self._open.append(op)
        self._ops.append(op)

    def _part_words(self, element: Any, tag: str) -> None:
        """Part what two elements say one after the other with nothing between."""
        if self._after_inline is None or not self._last or self._last.isspace():
            return
        words = _first_words(element)
        if not words or words[0].isspace():
            return
        if tag == self._after_inline == "span" and _SENTENCE_END.search(self._last) and len(words) > _LONG:
            self._flush()
        elif _are_fused(self._last[-1], words[0]) or "del" in (tag, self._after_inline):
            self._ops.append(("text", " ", None))

    # What is said.

    def _text(self, element: Any, text: str | None, where: str) -> None:
        if not text:
            return
        if text.isspace():
            if self._ops:
                self._ops.append(("text", " ", None))
                self._last, self._after_inline = " ", None
            return
        mark = None
        if (
            not self._is_marked or len(text) >= _LONG_TEXT
        ):  # more marks would weigh in the decision of what is text
            mark = self._mark(len(text.strip()))
            setattr(element, where, chr(mark[0]) + text)
            self._is_marked = True
        self._say(text, mark)
        if where == "tail":
            self._after_inline = None

    def _mark(self, length: int) -> tuple[int, int]:
        mark = min(self._next, LAST_MARK)
        self._next += 1
        return mark, length

    def _say(self, text: str, mark: tuple[int, int] | None) -> None:
        if self._marker:
            if not text.lstrip().startswith((self._marker.strip(), self._marker.replace(". ", ")"))):
                self._ops.append(("text", self._marker, None))
            self._marker = ""
        self._ops.append(("text", text, (mark, self._leads[-1] if self._leads else "")))
        self._has_text, self._last = True, text[-80:]

    def _break(self) -> None:
        self._ops += [_END] * len(self._open) + [_NEWLINE, *self._open]
        self._last, self._after_inline, self._is_marked = " ", None, False

    def _raised(self, element: Any, tag: str) -> None:
        """What stands above or below the line."""
        before = "".join(op[1] for op in self._ops[-6:] if op[0] == "text")
        said, is_mark = raised.written(element, tag, before)
        if is_mark:
            self._run(("begin", "mark", None))
        self._ops.append(("text", said, (None, "")))
        if is_mark:
            self._open.pop()
            self._ops.append(_END)
        self._has_text, self._last = True, said or self._last

    def _picture(self, element: Any) -> None:
        said = " ".join((element.get("alt") or "").split())
        if not said:
            return
        if len(said) <= 4 and not any(map(str.isalnum, said)):
            self._say(said, None)  # a face
            return
        about = " ".join(filter(None, map(element.get, ("class", "id", "src"))))
        is_small = any(
            (element.get(side) or "").isdigit() and int(element.get(side)) < 60
            for side in ("width", "height")
        )
        if (
            is_small
            or len(said.split()) not in _ALT_WORDS
            or _NO_PICTURE.search(about)
            or _FILE_NAME.search(said)
        ):
            return
        figure = next(element.iterancestors("figure"), None)
        if figure is None or not _has_caption(figure):
            self._pictures.append(said)

    def _preformatted(self, element: Any) -> bool:
        """Code as it stands; whether it is text laid out for a typewriter, and is still to be gone through."""
        self._flush()
        text = "".join(element.itertext())
        if not text.strip():
            return False
        marks = [self._mark(len(text))]
        element.text = chr(marks[0][0]) + (element.text or "")
        part = Part(element, self._part)
        if is_code(element, text):
            self.lines.append(Line("code", 0, part, Words(), text.expandtabs(4).strip("\n"), marks))
            return False
        for paragraph in re.split(r"\n\s*\n", text):
            if words := _laid_out(paragraph):
                self.lines.append(Line(*self._kinds[-1], part, words, None, marks))
        return False

    def _table(self, element: Any) -> None:
        self._flush()
        part = Part(element, self._part)
        caption = element.find("caption")
        if caption is not None and (said := " ".join("".join(caption.itertext()).split())):
            marks = [self._mark(len(said))]
            caption.text = chr(marks[0][0]) + (caption.text or "")
            self.lines.append(Line("caption", 0, part, Words(said), None, marks))
        drawn, linked = tables.drawn(element)
        marks = []
        for cell in element.iter("td", "th"):
            for inner in cell.iter():
                if inner.text and inner.text.strip():
                    marks.append(self._mark(len(inner.text.strip())))
                    inner.text = chr(marks[-1][0]) + inner.text
        if drawn:
            self.lines.append(Line("table", 0, part, Words(), drawn, marks, linked))

    def _address(self, href: str | None) -> str | None:
        if not href or href.startswith(("#", "javascript:", "data:")):
            return None
        try:
            return web_address(visible(urljoin(self._base or "", href.strip())))
        except ValueError:
            return None

    # Lines.

    def _flush(self) -> None:
        """End the line; one without words is none."""
        ops, pictures = self._ops, self._pictures
        if self._has_text:
            ops += [_END] * len(self._open)
            self.lines += _made(ops, *self._kinds[-1], self._part)
        self._ops = list(self._open)
        self._has_text = self._is_marked = False
        self._last, self._after_inline = "", None
        if pictures:
            self._pictures = []
            self.lines += [
                Line("caption", 0, self._part, Words(said), None, [], 0, is_alt=True) for said in pictures
            ]


def _made(ops: list[_Op], kind: BlockKind, level: int, part: Part) -> Iterator[Line]:
    """The lines of what was said between two blocks: breaks part paragraphs where they are no lines of a verse."""
    segments: list[list[_Op]] = [[]]
    for op in ops:
        if op is _NEWLINE:
            segments.append([])
        else:
            segments[-1].append(op)
    if len(segments) == 1:
        yield _line(segments, kind, level, part)
        return
    texts = ["".join(op[1] for op in segment if op[0] == "text").strip() for segment in segments]
    if kind in {"headline", "subhead", "caption"}:
        yield _line([_joined(segments)], kind, level, part)
        return
    said = [text for text in texts if text]
    are_paragraphs = any(map(_SENTENCE_END.search, said[:-1])) and any(len(text) > _LONG for text in said)
    group: list[list[_Op]] = []
    is_blank = False
    for segment, text in zip(segments, texts, strict=True):
        if not text:
            is_blank = True
            continue
        if group and (is_blank or (are_paragraphs and not text[:1].islower())):
            yield _line(group, kind, level, part)
            group = []
        group.append(segment)
        is_blank = False
    if group:
        yield _line(group, kind, level, part)


def _joined(segments: list[list[_Op]]) -> list[_Op]:
    ops: list[_Op] = []
    for segment in segments:
        ops += [*segment, ("text", " ", None)]
    return ops


def _line(segments: list[list[_Op]], kind: BlockKind, level: int, part: Part) -> Line:
    words, marks = Words(), []
    led = {"": 0, "elsewhere": 0, "inward": 0}
    for at, segment in enumerate(segments):
        if at:
            words.line()
        for what, first, second in segment:
            if what == "text":
                words.add(first, is_clean=first.isascii())
                if second is not None:
                    mark, leads = second
                    led[leads] += len(first.strip())
                    if mark is not None:
                        marks.append(mark)
            elif what == "begin":
                words.begin(first, second)
            else:
                words.end()
    return Line(kind, level, part, words, None, marks, led["elsewhere"], led["inward"])


def _laid_out(paragraph: str) -> Words | None:
    """A paragraph laid out for a typewriter: its lines are its own only where they are short."""
    lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
    if not lines:
        return None
    is_verse = (
        len(lines) > 1
        and max(map(len, lines)) <= _LONG
        and not any(a[:1].islower() for _, a in pairwise(lines))
    )
    words = Words()
    for line in lines:
        if is_verse:
            words.line()
        words.add(line if is_verse else f"{line} ")
    return words


def is_code(element: Any, text: str) -> bool:
    """Whether what is laid out for a typewriter is a program, told by its elements, its names or its signs."""
    if element.find(".//code") is not None or element.find(".//samp") is not None:
        return True
    around = [element, *islice(element.iterancestors(), 2)]
    if any(_CODE.search(one.get(name) or "") for one in around for name in ("class", "id", "lang")):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    odd = sum(
        1
        for line in lines
        if line.rstrip().endswith(("{", "}", ";", "):", ")", "*/", "\\"))
        or line.startswith(("$ ", "    ", "\t", "#", "//"))
    )
    return len(lines) > 1 and odd > 0.4 * len(lines)


def waits(element: Any) -> bool:
    """Whether something hidden is the article, which waits for a script to show it: most paragraphs are in it."""
    held = len(element.findall(".//p"))
    others = len(element.getroottree().findall(".//p")) - held
    return held >= _FEWEST_HIDDEN and held > _MORE_HIDDEN * others


def is_anchor_of(name: str, said: str) -> bool:
    """Whether the name of an element is made of the words of a heading."""
    return folded(name) == folded(said)


def folded(text: str) -> str:
    """The bare words."""
    return " ".join(_WORDS.findall(text.casefold()))


def _opens_more(button: Any) -> bool:
    """Whether a button is the question above an answer that it opens."""
    name = button.get("class") or ""
    said = "".join(button.itertext()).split()
    opens = "accordion" in name or "aria-expanded" in button.attrib
    return opens and len(said) >= _QUESTION_WORDS and said[-1].endswith("?")


def _runs_on(element: Any) -> bool:
    """Whether what is a block by its name is laid out in the line."""
    return _INLINE.search(element.get("style", "")) is not None


def _is_pulled(element: Any) -> bool:
    name = element.get("class") or ""
    return "pull" in name and ("pullquote" in name or "pull-quote" in name)


def _has_caption(figure: Any) -> bool:
    for inner in figure.iter():
        is_caption = inner.tag == "figcaption" or _CAPTION.search(inner.get("class") or "")
        if is_caption and "".join(inner.itertext()).strip():
            return True
    return False


def _first_words(element: Any) -> str:
    """What an element says first, up to its first blank text."""
    for text in element.itertext():
        if text:
            return str(text)
    return ""


def _are_fused(before: str, after: str) -> bool:
    """Whether two letters of which one ends an element and one begins the next would make one word of two."""
    if before.isupper() and after.islower():
        return False
    ends = before.islower() or before.isdigit() or before in ".,:;!?)”’%"
    begins = after.isupper() or after.isdigit() or after in "(“"
    return ends and begins and not (before.isdigit() and after.isdigit())
