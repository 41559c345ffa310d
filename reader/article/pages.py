"""Pages that were fetched, kept so that an article can be read again without a network.

Each is one file: a line of JSON that says what it is and its SHA-256, then the page, packed. What does
not fit its hash counts as not there. Files are put in place by renaming.
"""

import contextlib
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
from reader.atomic import UNFINISHED, replace_file
from reader.folders import cache_folder

DEFAULT_LIMIT = 128 * 1024 * 1024
_SUFFIX = ".page"


@dataclass(frozen=True)
class Pages:
    """Pages on disk, at most ``limit_bytes`` of them together; the oldest go first.

    Args:
        folder: where they lie; ``pages`` in :func:`~reader.folders.cache_folder` when None.
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
            self._where().mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self._path(url), json.dumps(about).encode() + b"\n" + gzip.compress(page.data, 6))
            self._make_room()

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

    def sizes(self) -> dict[Path, int]:
        """The files and their sizes in bytes, the newest first."""
        found: list[tuple[float, Path, int]] = []
        for path in self._where().glob(f"*{_SUFFIX}"):
            with contextlib.suppress(OSError):  # another reader may just have removed it
                stat = path.stat()
                found.append((stat.st_mtime, path, stat.st_size))
        return {path: size for _, path, size in sorted(found, reverse=True)}

    def clear(self) -> None:
        """Remove every page, and nothing else."""
        for path in (*self.sizes(), *self._where().glob(f"*{UNFINISHED}")):
            path.unlink(missing_ok=True)

    def _where(self) -> Path:
        return self.folder or cache_folder() / "pages"

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(url.partition("#")[0].encode("utf-8", "surrogatepass")).hexdigest()
        return self._where() / (name[:40] + _SUFFIX)

    def _make_room(self) -> None:
        total = 0
        for path, size in self.sizes().items():
            total += size
            if total > self.limit_bytes:
                path.unlink(missing_ok=True)


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
