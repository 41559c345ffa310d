"""Pages that were fetched, kept so that an article can be read again without a network.

Each is an entry of a :class:`~reader.checked.CheckedFolder`: a line of JSON that says what it is, then the page, packed.
"""

import gzip
import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.article.errors import UnreachableError
from reader.article.fetch import Page, fetch
from reader.article.options import Options
from reader.checked import CheckedFolder
from reader.folders import cache_folder

DEFAULT_LIMIT = 128 * 1024 * 1024


@dataclass(frozen=True)
class Pages:
    """Pages on disk, at most ``limit_bytes`` of them together; the oldest go first.

    Args:
        folder: where they lie; ``pages`` in :func:`~reader.folders.cache_folder` when None.
    """

    folder: Path | None = None
    limit_bytes: int = DEFAULT_LIMIT

    @property
    def kept(self) -> CheckedFolder:
        """The folder with what lies in it, to be looked at or cleared."""
        return CheckedFolder(self.folder or cache_folder() / "pages", ".page", self.limit_bytes)

    def keep(self, url: str, page: Page) -> None:
        """Keep what was found at ``url``; a folder that cannot be written to keeps nothing."""
        about = {
            "url": page.url,
            "charset": page.charset,
            "content_type": page.content_type,
            "fetched": page.fetched.isoformat(),
        }
        self.kept.put(_name(url), json.dumps(about).encode() + b"\n" + gzip.compress(page.data, 6))

    def get(self, url: str) -> Page | None:
        """The page kept for ``url``, None where there is none that can be trusted."""
        head, _, packed = (self.kept.get(_name(url)) or b"").partition(b"\n")
        try:
            about, data = json.loads(head), gzip.decompress(packed)
            day = date.fromisoformat(about["fetched"])
            return Page(about["url"], data, about["charset"], about["content_type"], day)
        except (EOFError, zlib.error, OSError, ValueError, KeyError, TypeError):
            return None


def _name(url: str) -> str:
    """The name of the entry of an address, whatever part of the page it points at."""
    return hashlib.sha256(url.partition("#")[0].encode("utf-8", "surrogatepass")).hexdigest()[:40]


def fetch_or_recall(url: str, options: Options) -> tuple[Page, tuple[str, ...]]:
    """The page at ``url`` as it is now, else as it was kept, with a notice that says so.

    Raises:
        ArticleError: it can neither be fetched nor was it kept.
    """
    pages = options.pages or Pages()
    try:
        page = fetch(url, allow_local=options.allow_local, progress=options.progress)
    except UnreachableError as error:
        kept = pages.get(url)
        if kept is None:
            raise
        reason = str(error).removesuffix("; try again later")
        return kept, (f"{reason}; this is the copy fetched on {kept.fetched:%-d %B %Y}",)
    pages.keep(url, page)
    return page, ()
