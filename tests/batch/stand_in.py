"""Stand-ins for the pipeline, for tests of what happens around it: quick, and as bad as they are told to be."""

import os
import signal
from collections import deque
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from reader.analysis.model import Entity, Mention, Reading
from reader.article import Article

ANALYSER = "tests.batch.stand_in:Obedient"


class Obedient:
    """Finds the first word of a text, unless the text says to do something else.

    ``fail``: raise. ``die``: kill the process. ``die-once FILE``, ``stop-once FILE``: the first
    time, which FILE remembers, kill the process, or interrupt the batch and never answer.
    ``end PID``: kill that process. ``stay FILE``: say who it is, and stay. ``hang``: never answer, in C, where no signal is heard.
    """

    def __init__(self, model: str) -> None:
        if model == "broken":
            raise ValueError("the model is broken")

    def __call__(self, articles: list[Article]) -> Iterator[Reading]:
        return map(self._read, articles)

    def _read(self, article: Article) -> Reading:
        word, _, rest = article.text.partition(" ")
        if word == "fail":
            raise RuntimeError("told to fail")
        if word == "die" or (word == "die-once" and _first_time(rest)):
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "stay":
            Path(rest.strip()).write_text(str(os.getpid()))
            signal.pause()
        if word == "hang":
            deque(repeat(""), maxlen=0)
        if word == "end":
            os.kill(int(rest), signal.SIGKILL)
        if word == "stop-once" and _first_time(rest):
            os.kill(os.getppid(), signal.SIGINT)
            signal.pause()
        return Reading(entities=(Entity(word, "other", (Mention(0, len(word), word),)),))


def _first_time(file: str) -> bool:
    try:
        Path(file.strip()).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
