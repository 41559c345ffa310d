"""Many articles of one source, each made when it is asked for: a mailbox, a feed."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import overload

from reader.article.model import Article

_KEPT = 64  # articles of a source that are kept once they were made


class Each(Sequence[Article]):
    """The articles of a source. A subclass counts them and makes one; what was made last is kept."""

    def __init__(self) -> None:
        self._made: OrderedDict[int, Article] = OrderedDict()

    def make(self, at: int) -> Article:
        """The article at a place; one that cannot be read says so in its text, and never raises."""
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        if place not in self._made:
            while len(self._made) >= _KEPT:
                self._made.popitem(last=False)
            self._made[place] = self.make(place)
        self._made.move_to_end(place)
        return self._made[place]


class Replaced(Each):
    """The articles of a source with another one in the place of one of them."""

    def __init__(self, source: Sequence[Article], at: int, article: Article) -> None:
        super().__init__()
        self._source, self._at, self._article = source, at, article

    def __len__(self) -> int:
        return len(self._source)

    def make(self, at: int) -> Article:
        """The article at a place."""
        return self._article if at == self._at else self._source[at]


class Joined(Sequence[Article]):
    """Several sources one after another; more can be added."""

    def __init__(self, parts: Iterable[Sequence[Article]] = ()) -> None:
        self._parts = [part for part in parts if part]

    def add(self, part: Sequence[Article]) -> None:
        """Add the articles of another source at the end."""
        if part:
            self._parts.append(part)

    def replace(self, at: int, article: Article) -> None:
        """Put another article in the place of one, such as what is in its file by now."""
        for number, part in enumerate(self._parts):
            if at < len(part):
                self._parts[number] = Replaced(part, at, article)
                return
            at -= len(part)

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        place = at + len(self) if at < 0 else at
        for part in self._parts:
            if 0 <= place < len(part):
                return part[place]
            place -= len(part)
        raise IndexError(at)
