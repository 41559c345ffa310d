"""How a source is to be opened: what every way in takes, from the command line to a batch."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from reader.article.language import told
from reader.article.model import Article

if TYPE_CHECKING:
    from reader.article.fetch import Page

Progress = Callable[[int], None]


class Pages(Protocol):
    """Pages that were fetched before, by address; see :class:`reader.article.pages.Pages`."""

    def keep(self, url: str, page: "Page") -> None: ...  # noqa: D102
    def get(self, url: str) -> "Page | None": ...  # noqa: D102


@dataclass(frozen=True)
class Options:
    """How a source is to be opened.

    Args:
        published: the publication day, whatever the source says.
        raw: of a page, all its visible text instead of its article.
        allow_local: fetch from private and loopback addresses too.
        fix_encoding: repair text that had been through a wrong charset before it came here.
        pages: where fetched pages are kept; the user's cache folder when None.
        progress: is told several times a second how many bytes have come over the network; it gives
            up the fetch by raising :class:`~reader.article.errors.CancelledError`.
        any_language: look for things in an article that is not in English, too.
    """

    published: date | None = None
    raw: bool = False
    allow_local: bool = False
    fix_encoding: bool = False
    pages: Pages | None = None
    progress: Progress | None = None
    any_language: bool = False

    def as_asked(self, article: Article) -> Article:
        """The article with the publication day that was asked for, if one was, and told whether it is in English."""
        article = told(article, self.any_language)
        if self.published is None:
            return article
        return replace(article, published=self.published, published_from="option")


AS_IT_IS = Options()
