"""Makes the pictures of the README and the documentation from the real app: ``make pictures``."""

import asyncio
import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from reader.analysis.model import Reading
from reader.analysis.pipeline import analyse, load
from reader.article import Article, open_article, open_each
from reader.config import Settings
from reader.resources import folder
from reader.shelf import Shelf
from reader.ui.app import ReaderApp

OUT = Path(__file__).resolve().parents[1] / "docs" / "pictures"


@dataclass(frozen=True)
class Picture:
    """What is on a picture: samples, keys pressed in the first, and the size of the terminal."""

    name: str
    samples: tuple[str, ...]
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 40)
    theme: str = "dark"


PICTURES = (
    Picture("reading", ("harbour-trial.md",), ("s", "s")),
    Picture("light", ("storm-ottilie.txt",), ("c", "c"), theme="light"),
    Picture("narrow", ("cup-final.txt",), ("s",), size=(80, 24)),
    Picture("phone", ("cup-final.txt",), (), size=(40, 12)),
    Picture("help", ("harbour-trial.md",), ("question_mark",)),
    Picture("themes", ("storm-ottilie.txt",), ("s", "ctrl+t", "j")),
    Picture("note", ("harbour-trial.md",), ("s", "s", "v", "o", "w", "w", "a", *"who saw it?"), (100, 30)),
    Picture("mailbox", ("harbour.mbox",), ()),
    Picture("feed", ("tarn-post.rss",), ()),
    Picture("story", ("storm-ottilie.txt", "storm-aftermath.txt"), ("M",), size=(100, 34)),
)


class Here:
    """Reads in this process: nobody waits at the keyboard."""

    def __init__(self) -> None:
        self._nlp = load()

    async def read(self, article: Article, progress: object = None) -> Reading:
        return analyse(self._nlp, article)

    def close(self) -> None:
        pass


def _path(name: str) -> Path:
    """A sample, or one of the mailboxes and feeds that are only there for their pictures."""
    own = Path(__file__).with_name("pictured") / name
    return own if own.exists() else folder("samples") / name


async def take(picture: Picture, analyst: Here) -> str:
    """The picture as SVG, without the font its renderer would fetch from elsewhere."""
    opened = [(each, name) for name in picture.samples for each in open_each(str(_path(name)))]
    articles = [replace(each, source=name) for each, name in opened]
    settings = Settings(theme=picture.theme)
    with tempfile.TemporaryDirectory() as kept:
        app = ReaderApp(
            articles, analyst, settings, Shelf(Path(kept)), opener=lambda source, _: open_article(source)
        )
        async with app.run_test(size=picture.size) as pilot:
            while getattr(app.screen, "reading", None) is None:
                await pilot.pause(0.05)
            await pilot.press(*picture.keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            svg = app.export_screenshot(title="reader")
    return re.sub(r"@font-face\s*{.*?}\s*", "", svg, flags=re.S)


def main() -> None:
    """Take all of them."""
    OUT.mkdir(exist_ok=True)
    analyst = Here()
    for picture in PICTURES:
        (OUT / f"{picture.name}.svg").write_text(asyncio.run(take(picture, analyst)), "utf-8")
        print(f"docs/pictures/{picture.name}.svg")


if __name__ == "__main__":
    main()
