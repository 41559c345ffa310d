"""Puts an article's text together block by block, for sources whose text is not theirs to keep."""

import re

from reader.article.model import Block, BlockKind, Run, RunKind
from reader.article.sanitise import clean

_BLANKS = re.compile(r"\s+")


class Words:
    """The text of one block, put together piece by piece, with the runs in it.

    White space is folded over all the pieces; a line break that is the text's own is added with :meth:`line`.
    """

    def __init__(self, text: str = "") -> None:
        self._parts: list[str] = []
        self._length = 0
        self._between = ""  # what parts the last piece from the next, if there is one
        self._open: list[tuple[RunKind, str | None, int | None]] = []
        self._signs: dict[int, int] | None = None
        self.runs: list[Run] = []
        """Offsets are into :attr:`text`."""
        self.lines = False
        """Whether there is a line break in it."""
        self.add(text)

    @property
    def text(self) -> str:
        """What there is so far."""
        return "".join(self._parts)

    def add(self, text: str, *, is_clean: bool = False) -> None:
        """Add a piece; one that ``is_clean`` holds nothing harmful any more."""
        folded = _BLANKS.sub(" ", text if is_clean else clean(text))
        if self._signs:
            folded = folded.translate(self._signs)
        if folded.startswith(" ") and self._parts:
            self._between = self._between or " "
        if words := folded.strip(" "):
            self._append(words)
            self._between = " " if folded.endswith(" ") else ""

    def turn(self, signs: dict[int, int] | None) -> None:
        """Write what is added from here on with other signs: raised ones; None writes it as it is."""
        self._signs = signs

    def line(self) -> None:
        """Break the line here, unless nothing follows."""
        if self._parts:
            self._between = "\n"

    def begin(self, kind: RunKind, address: str | None = None) -> None:
        """Begin a run; it ends with the next :meth:`end`, and runs stand in one another."""
        self._open.append((kind, address, None))

    def end(self) -> None:
        """End the run that was begun last; one with nothing in it is dropped."""
        kind, address, start = self._open.pop()
        if start is not None and start < self._length:
            self.runs.append(Run(kind, start, self._length, address))

    def end_of(self, kind: RunKind) -> None:
        """End the run of a kind that was begun last, if one is open; those begun in it end with it."""
        if any(kind == each for each, _, _ in self._open):
            while self._open[-1][0] != kind:
                self.end()
            self.end()

    def _append(self, words: str) -> None:
        self.lines = self.lines or self._between == "\n"
        self._parts += [self._between, words]
        start = self._length + len(self._between)
        self._length = start + len(words)
        self._open = [(kind, url, start if at is None else at) for kind, url, at in self._open]


class Builder:
    """Blocks added in order; the text has a blank line between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.runs: list[Run] = []

    def add(self, kind: BlockKind, text: str | Words, level: int = 0, page: int = 0) -> None:
        """Append one block; white space inside it is folded, and an empty one is left out."""
        words = Words(text) if isinstance(text, str) else text
        at = self._place(words.text)
        self.runs += [Run(run.kind, run.start + at, run.end + at, run.address) for run in words.runs]
        self._append(kind, words.text, level, page, words.lines)

    def add_lines(self, kind: BlockKind, text: str, page: int = 0) -> None:
        """Append one block with its lines and the blanks in them as they are: a table, code."""
        lines = clean(text.expandtabs(4)).split("\n")
        while lines and not lines[0].strip():
            del lines[0]
        self._append(kind, "\n".join(line.rstrip() for line in lines).rstrip("\n"), 0, page, lines=True)

    def _place(self, text: str) -> int:
        return self._length + (2 if self._parts and text else 0)

    def _append(self, kind: BlockKind, text: str, level: int, page: int, lines: bool) -> None:
        if not text:
            return
        start = self._place(text)
        if self._parts:
            self._parts.append("\n\n")
        self._parts.append(text)
        self._length = start + len(text)
        self.blocks.append(Block(kind, start, self._length, level, page, lines))

    @property
    def text(self) -> str:
        """The text so far, with a final line end."""
        return "".join(self._parts) + ("\n" if self._parts else "")
