"""Pages that were fetched, kept so that an article can be read again without a network.

Each is one file: a line of JSON that says what it is and its SHA-256, then the page, packed. What does
not fit its hash counts as not there. Files are put in place by renaming.
"""

import contextlib
import gzip
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.article.errors import UnreachableError
from reader.article.fetch import Page, fetch

DEFAULT_LIMIT = 128 * 1024 * 1024
_SUFFIX, _UNFINISHED = ".page", ".part"


def default_folder() -> Path:
    """``READER_CACHE_DIR``, else the platform's folder for such things."""
    if chosen := os.environ.get("READER_CACHE_DIR"):
        return Path(chosen).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_dir("reader", appauthor=False))


@dataclass(frozen=True)
class Pages:
    """Pages on disk, at most ``limit_bytes`` of them together; the oldest go first.

    Args:
        folder: where they lie; ``pages`` in :func:`default_folder` when None.
    """

    folder: Path | None = None
    limit_bytes: int = DEFAULT_LIMIT

    def keep(self, url: str, page: Page) -> None:
        """Keep what was found at ``url``; a folder that cannot be written to keeps nothing."""
        about = {
            "url": page.url,
            "charset": page.charset,
            "content_type": page.content_type,
            "fetched": page.fetched.isoformat(),
            "sha256": hashlib.sha256(page.data).hexdigest(),
        }
        with contextlib.suppress(OSError):
            path = self._path(url)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, suffix=_UNFINISHED, delete=False) as file:
                file.write(json.dumps(about).encode() + b"\n" + gzip.compress(page.data, 6))
            Path(file.name).replace(path)
            self._prune(path.parent)

    def get(self, url: str) -> Page | None:
        """The page kept for ``url``, None where there is none that can be trusted."""
        try:
            head, _, packed = self._path(url).read_bytes().partition(b"\n")
            about, data = json.loads(head), gzip.decompress(packed)
            if hashlib.sha256(data).hexdigest() != about["sha256"]:
                return None
            day = date.fromisoformat(about["fetched"])
            return Page(about["url"], data, about["charset"], about["content_type"], day)
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
            return None

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(url.partition("#")[0].encode("utf-8", "surrogatepass")).hexdigest()
        return (self.folder or default_folder() / "pages") / (name[:40] + _SUFFIX)

    def _prune(self, folder: Path) -> None:
        files = sorted(folder.glob("*" + _SUFFIX), key=lambda path: path.stat().st_mtime, reverse=True)
        total = 0
        for path in files:
            total += path.stat().st_size
            if total > self.limit_bytes:
                path.unlink(missing_ok=True)


def fetch_or_recall(
    url: str,
    *,
    allow_local: bool = False,
    progress: Callable[[int], None] | None = None,
    pages: Pages | None = None,
) -> tuple[Page, tuple[str, ...]]:
    """The page at ``url`` as it is now, else as it was kept, with a notice that says so.

    Raises:
        ArticleError: it can neither be fetched nor was it kept.
    """
    pages = pages or Pages()
    try:
        page = fetch(url, allow_local=allow_local, progress=progress)
    except UnreachableError as error:
        kept = pages.get(url)
        if kept is None:
            raise
        reason = str(error).removesuffix("; try again later")
        return kept, (f"{reason}; this is the copy fetched on {kept.fetched:%-d %B %Y}",)
    pages.keep(url, page)
    return page, ()
