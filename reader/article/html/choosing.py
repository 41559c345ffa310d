"""Which lines of a page are its article: what was found to be its main text, and what was left out of it for no reason.

What another program takes for the main text is trusted where it names lines, not where it leaves some out:
each line that it left out between the first and the last goes back to its place unless it is boilerplate by the
rules here. What it took and is boilerplate by them is set aside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, islice, pairwise, takewhile
from typing import Any

from reader.article.boilerplate import is_boilerplate, is_heading_of_others
from reader.article.html.shown import Line, Part, folded

_MOSTLY = 0.5
_LINKED = 0.6  # share of a line that leads elsewhere
_TITLE_LINK = 0.8  # of a line that is the title of another article
_TITLE_WORDS = 3
_CARDS = 3  # elements beside one another that each tell of another article
_LONGEST_CARD = 1000  # characters
_FEWEST_WORDS, _NO_SENTENCE = 4, 12
_LONG = 40  # characters of a line that reads as text
_NEARLY_ALL = 0.85
_LONGEST_HEADING = 60  # characters of what stands above other articles
_LONGEST_LABEL = 40  # characters
_LONGEST_REFRAIN = 20  # characters that may well be said twice
_LEAD_LINES, _LEAD_WORDS = 25, 8
_LEVELS = 9  # elements around the title of another article, of which one is beside others like it
_BODY = 400  # characters in sentences that no list of other articles holds
_SENTENCE = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*\s*$")
_OPENS_LIST = re.compile(r":\s*$")
_WORDS = re.compile(r"\w+")
_APART = frozenset(["nav", "aside", "footer", "menu", "dialog"])
_ROLES = frozenset(
    [
        "navigation",
        "complementary",
        "search",
        "banner",
        "contentinfo",
        "dialog",
        "alertdialog",
        "menu",
        "toolbar",
    ]
)
_INPUTS = "input[not(@type='hidden')]|.//select|.//textarea"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME = re.compile(
    r"(?<![a-z])(?:nav|navigation|navbar|menu|breadcrumbs?|side-?bar|rail|related|recommend(?:ed|ations?|s)?"
    r"|recirc(?:ulation)?|promos?|promoted|promotion|newsletters?|subscribe|subscription|sign-?up|sign-?in|log-?in"
    r"|register|registration|advert|adverts|advertisement|advertising|ads?|ad-?(?:slot|unit|container|wrapper|box)"
    r"|dfp|sponsor(?:ed|s)?|outbrain|taboola|comments?|disqus|respond|share|sharing|shares|social|follow|tags?"
    r"|taglist|tagcloud|topics|keywords|byline|bio|author-?(?:bio|box|info|card|about)|toolbar|player|video-?js|vjs"
    r"|cookies?|consent|gdpr|modal|pop-?up|tooltip|hover-?card|more-?(?:on|from|stories|news|like)"
    r"|read-?(?:more|next|also)|also-?read|see-?also|trending|popular|most-?(?:read|viewed|popular)|teasers?"
    r"|carousel|slide-?show|gallery|no-?print|paywall|donate|donation|feedback|survey|toc|pagination|pager"
    r"|copyright|cta|call-to-action|snackbar|hatnote|mw-editsection|mbox|navbox|catlinks)(?![a-z])"
)
# Those that hold what is of other articles, or of the site, whatever is said in them.
_NAME_OF_OTHERS = re.compile(
    r"(?<![a-z])(?:nav|navigation|navbar|menu|breadcrumbs?|side-?bar|related|recommend(?:ed|ations?|s)?"
    r"|recirc(?:ulation)?|promos?|promoted|newsletters?|sponsor(?:ed|s)?|outbrain|taboola|comments|disqus|share|sharing"
    r"|player|video-?js|vjs|hover-?card|more-?(?:on|from|stories|news)|read-?next|also-?read|see-?also|trending"
    r"|most-?(?:read|viewed|popular)|carousel|slide-?show|gallery|cookies?|consent|paywall)(?![a-z])"
)
_QUOTED_POST = re.compile(r"embed|tweet|twitter|instagram|facebook|bluesky|mastodon|oembed", re.I)


@dataclass
class Chosen:
    """The lines of an article in page order, and how many passages between them were left out on purpose."""

    lines: list[Line] = field(default_factory=list)
    left_out: int = 0


def chosen(lines: Sequence[Line], kept: set[int]) -> Chosen:
    """The article among the lines of a page.

    Args:
        kept: the marks of the texts that were taken for the main text.
    """
    is_kept = [_is_kept(line, kept) for line in lines]
    if not any(is_kept):
        return Chosen()
    return _Choice(lines, is_kept).made()


def chosen_by_place(lines: Sequence[Line]) -> Chosen:
    """The article among very many lines: what stands in the innermost element that holds nearly all the sentences."""
    held: dict[Part, int] = {}
    total = 0
    is_text = [_is_sentence(line) for line in lines]
    for line in compress(lines, is_text):
        total += len(line.text)
        for part in line.part.around():
            held[part] = held.get(part, 0) + len(line.text)
    around = [part for part, chars in held.items() if chars > _NEARLY_ALL * total]
    if not around:
        return Chosen()
    place = max(around, key=lambda part: sum(1 for _ in part.around()))
    is_kept = [text and place in line.part.around() for line, text in zip(lines, is_text, strict=True)]
    return _Choice(lines, is_kept).made() if any(is_kept) else Chosen()


def _is_sentence(line: Line) -> bool:
    """Whether a line reads as text by itself."""
    text = line.text
    if line.kind in {"headline", "subhead", "caption"} or line.linked > _LINKED * len(text):
        return False
    return len(text) > _LONG and _SENTENCE.search(text) is not None


def marks_of(lines: Sequence[Line], text: str) -> set[int]:
    """The marks of the lines whose words stand in a text that has lost its marks."""
    said = f" {folded(text)} "
    return {
        mark
        for line in lines
        if (words := folded(line.text)) and f" {words} " in said
        for mark, _ in line.marks
    }


def _is_kept(line: Line, kept: set[int]) -> bool:
    """Whether most of a line was taken."""
    total = sum(length for _, length in line.marks)
    return bool(total) and sum(length for mark, length in line.marks if mark in kept) > _MOSTLY * total


class _Choice:
    def __init__(self, lines: Sequence[Line], is_kept: list[bool]) -> None:
        self._lines, self._kept = lines, is_kept
        self._bad: dict[Part, bool] = {}
        self._beside: dict[Part, bool] = {}
        self._topics = _topics_of(lines)
        self._leads: set[int] = set()
        self._twice = list(_told_twice(lines, is_kept))
        for line, kept in zip(lines, is_kept, strict=True):
            length = len(line.text)
            for part in line.part.around():
                part.lines += 1
                part.chars += length
                part.linked += line.linked
                part.kept += length if kept else 0
        self._body = _body_of(lines, is_kept)
        self._cards = self._cards_in() | self._told_by_heading()

    def made(self) -> Chosen:
        """The choice."""
        first = self._kept.index(True)
        last = len(self._kept) - 1 - self._kept[::-1].index(True)
        first, last = self._with_neighbours(first, -1), self._with_neighbours(last, 1)
        first = self._with_lead(first)
        takes = [self._takes(at) for at in range(first, last + 1)]
        made = Chosen()
        for at, takes_it in enumerate(takes, first):
            line = self._lines[at]
            if takes_it is None:  # decided by what follows: a sub-head stands above what is there
                takes_it = at in self._leads or self._heads_something(at, first, takes)  # noqa: PLW2901
            if not takes_it:
                made.left_out += len(_WORDS.findall(line.text)) >= _FEWEST_WORDS and not line.is_alt
                continue
            if self._kept[at] and (self._is_of_another(line) or self._stands_beside(line)):
                line.kind, line.level = "boilerplate", 0
            made.lines.append(line)
        return made

    def _takes(self, at: int) -> bool | None:
        """Whether a line belongs to the article; None where what follows it tells."""
        line = self._lines[at]
        if self._kept[at]:
            return True
        words = len(_WORDS.findall(line.text))
        if not words or self._twice[at] or self._is_of_another(line) or self._is_apart(line.part):
            return False
        if is_boilerplate(" ".join(line.text.split())):
            return False
        if line.kind in {"headline", "subhead"}:
            return None
        if line.kind in {"code", "table"}:
            return line.linked <= _LINKED * max(1, len(line.text))
        if line.kind == "caption":
            return words > 1 and line.linked <= _LINKED * len(line.text)
        return self._reads_on(at)

    def _reads_on(self, at: int) -> bool:
        """Whether a line that was left out is text as the lines around it are."""
        line = self._lines[at]
        text = line.text
        if line.inward > _TITLE_LINK * len(text):  # a table of contents
            return False
        if line.linked > _LINKED * len(text):
            return self._is_listed(at)
        words = len(_WORDS.findall(text))
        if words >= _NO_SENTENCE or (words >= _FEWEST_WORDS and _SENTENCE.search(text)):
            return True
        if line.kind == "blockquote":
            return True
        if line.kind == "listitem":
            return self._has_kept_beside(line)
        if self._has_kept_beside(line) and line.part.tag not in {"div", "section", "span"}:
            return True
        return (
            words > 1 and len(text) <= _LONGEST_LABEL and (self._stands_between(at) or self._opens_text(at))
        )

    def _opens_text(self, at: int) -> bool:
        """Whether it stands in the element of the text that follows it, above it: "Step 1"."""
        line, after = self._lines[at], self._beside_of(at, 1)
        if line.linked or after is None or not self._kept[after]:
            return False
        return line.part in self._lines[after].part.around()

    def _stands_between(self, at: int) -> bool:
        """Whether the lines before and after it were taken, and stand in the element that it stands in."""
        holder = self._lines[at].part.parent
        holder = holder.parent if holder is not None else None
        beside = (self._beside_of(at, -1), self._beside_of(at, 1))
        return holder is not None and all(
            other is not None and self._kept[other] and holder in self._lines[other].part.around()
            for other in beside
        )

    def _beside_of(self, at: int, step: int) -> int | None:
        """The next line that is no caption, one way or the other."""
        at += step
        while 0 <= at < len(self._lines):
            if self._lines[at].kind != "caption":
                return at
            at += step
        return None

    def _is_listed(self, at: int) -> bool:
        """Whether a link by itself is an item of a list that the text announces, or stands inside one."""
        line = self._lines[at]
        if line.kind != "listitem":
            return False
        if line.level > 1 and any(part.tag == "li" and part.kept for part in line.part.around()):
            return True
        while at > 0 and self._lines[at].kind == "listitem":
            at -= 1
        return self._kept[at] and _OPENS_LIST.search(self._lines[at].text) is not None

    def _has_kept_beside(self, line: Line) -> bool:
        """Whether lines in elements of the same kind beside it were taken."""
        parent = line.part.parent
        return (
            parent is not None and parent.kept > _MOSTLY * (parent.chars - len(line.text)) and parent.kept > 0
        )

    def _heads_something(self, at: int, first: int, takes: list[bool | None]) -> bool:
        line = self._lines[at]
        if line.linked > _LINKED * len(line.text):
            return False
        for after in range(at + 1, first + len(takes)):
            following = self._lines[after]
            if following.kind in {"headline", "subhead"}:
                if following.level <= line.level or self._kept[after]:
                    return bool(self._kept[after] and following.level > line.level)
                continue
            if following.kind == "caption":
                continue
            return bool(takes[after - first]) and not self._is_of_another(following)
        return False

    def _with_neighbours(self, at: int, step: int) -> int:
        """The place of the outermost line beside those taken that goes on in the same element."""
        holder = self._lines[at].part.parent
        found = at
        if holder is None or (holder.tag in {"body", "html"} and holder.kept < _MOSTLY * holder.chars):
            return at
        for other in range(at + step, len(self._lines) if step > 0 else -1, step):
            line = self._lines[other]
            if holder not in line.part.around():
                break
            if (
                line.kind in {"paragraph", "blockquote", "listitem", "code", "table"} and self._takes(other)
            ) or (line.kind == "subhead" and step < 0 and other == found - 1):
                found = other
            elif line.kind not in {"caption", "subhead"}:
                break
        return found

    def _with_lead(self, first: int) -> int:
        """The place of the first line of a lead that stands below the headline, apart from the text."""
        found = first
        for at in range(first - 1, max(-1, first - _LEAD_LINES), -1):
            line = self._lines[at]
            if line.kind == "headline":
                return found
            if line.kind in {"caption", "paragraph", "subhead", "listitem"}:
                words = len(_WORDS.findall(line.text))
                is_point = line.kind == "listitem" and _SENTENCE.search(line.text) and words >= _FEWEST_WORDS
                if (words >= _LEAD_WORDS or is_point) and line.linked == 0 and self._takes(at) is not False:
                    found = at
                    self._leads.add(at)
        return first

    # What is of other articles, or of the site.

    def _is_of_another(self, line: Line) -> bool:
        return any(part in self._cards for part in line.part.around())

    def _stands_beside(self, line: Line) -> bool:
        """Whether it stands in an element that its name tells from the one that holds the text."""
        if self._body is None:
            return False
        within = takewhile(lambda part: part is not self._body, line.part.around())
        return any(self._is_named_apart(part) for part in within)

    def _is_named_apart(self, part: Part) -> bool:
        if part not in self._beside:
            self._beside[part] = not self._holds_body(part) and self._is_named(part, _NAME_OF_OTHERS)
        return self._beside[part]

    def _is_apart(self, part: Part) -> bool:
        """Whether it stands in an element that is no part of the text, by its kind or by its name."""
        return any(self._is_bad(one) for one in part.around())

    def _is_bad(self, part: Part) -> bool:
        if part not in self._bad:
            self._bad[part] = part.kept * 3 <= part.chars and self._is_named(part, _NAME)
        return self._bad[part]

    def _is_named(self, part: Part, names: re.Pattern[str]) -> bool:
        """Whether an element is apart by its kind or its name; an anchor made of a sub-head says what is told there."""
        return _is_apart(part.element, part.tag, names, self._topics)

    def _cards_in(self) -> set[Part]:
        """The elements that hold nothing but what tells of other articles: titles that are links, with a line of text."""
        if self._body is None:
            return set()
        titled: dict[Part, set[Part]] = {}
        for line in filter(_is_title, self._lines):
            for part, holder in pairwise(islice(line.part.around(), _LEVELS)):
                titled.setdefault(holder, set()).add(part)
        return {holder for holder, cards in titled.items() if self._are_cards(holder, cards)}

    def _told_by_heading(self) -> set[Part]:
        """The elements that a heading says to be of other articles: "Recommended for you", and no text of this one."""
        found = set()
        total = sum(len(line.text) for line, kept in zip(self._lines, self._kept, strict=True) if kept)
        begun: set[Part] = set()
        for line in self._lines:
            holder = line.part.parent
            is_first = holder not in begun  # what stands at its end only leads on
            begun.update(line.part.around())
            if (
                holder is None
                or not is_first
                or len(line.text) > _LONGEST_HEADING
                or not is_heading_of_others(line.text)
            ):
                continue
            if not self._holds_body(holder) and holder.kept < _MOSTLY * total and holder.lines > 1:
                found.add(holder)
        return found

    def _are_cards(self, holder: Part, cards: set[Part]) -> bool:
        if self._holds_body(holder) or len({card.tag for card in cards}) > 1:
            return False
        chars = sum(card.chars for card in cards)
        return len(cards) >= _CARDS and chars > _MOSTLY * holder.chars and chars <= _LONGEST_CARD * len(cards)

    def _holds_body(self, part: Part) -> bool:
        return self._body is not None and part in self._body.around()


def _told_twice(lines: Sequence[Line], is_kept: list[bool]) -> Iterator[bool]:
    """Of each line whether the same words have been said before."""
    said: set[str] = set()
    for line, kept in zip(lines, is_kept, strict=True):
        words = folded(line.text)
        yield len(words) > _LONGEST_REFRAIN and words in said and not kept
        said.add(words)


def _is_title(line: Line) -> bool:
    """Whether a line may be the title of another article: it leads there with most of its words."""
    if line.kind in {"caption", "code", "table"}:
        return False
    if line.linked <= (_MOSTLY if line.kind == "subhead" else _TITLE_LINK) * len(line.text):
        return False
    return len(_WORDS.findall(line.text)) >= _TITLE_WORDS


def _body_of(lines: Sequence[Line], is_kept: list[bool]) -> Part | None:
    """The element in which most of the text stands in sentences, its paragraphs right in it or one level below."""
    held: dict[Part, int] = {}
    for line, kept in zip(lines, is_kept, strict=True):
        if kept and line.kind in {"paragraph", "blockquote"} and line.linked < _LINKED * len(line.text):
            for part in list(line.part.around())[:3]:
                held[part] = held.get(part, 0) + len(line.text)
    best = max(held.values(), default=0)
    if best < _BODY:
        return None
    return next(part for part, length in held.items() if length > 0.9 * best)


def _topics_of(lines: Sequence[Line]) -> frozenset[str]:
    """What the sub-heads of a page say, as anchors to them are named."""
    heads = (line.text for line in lines if line.kind in {"headline", "subhead"})
    return frozenset(folded(head) for head in heads)


def _is_apart(element: Any, tag: str, names: re.Pattern[str], topics: frozenset[str]) -> bool:
    if tag in _APART or element.get("role") in _ROLES:
        return True
    if tag == "form":
        return bool(element.xpath(f".//{_INPUTS}"))
    if tag in {"body", "html", "main"}:
        return False
    anchor = element.get("id")
    if anchor and folded(anchor) in topics:
        anchor = None
    name = " ".join(filter(None, (element.get("class"), anchor, element.get("data-component"))))
    if not name:
        return False
    if names.search(_CAMEL.sub("-", name).lower()) is None:
        return False
    return tag != "figure" and not (_QUOTED_POST.search(name) and element.find(".//blockquote") is not None)
