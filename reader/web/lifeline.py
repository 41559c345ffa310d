"""A served app ends with its server, whatever ends that: the pipe between them is what it lives by.

Nothing of Textual is needed, so that it holds from the first moment, while articles are still opened.
"""

import os
import select
import threading
import time

GRACE = 2.0  # seconds in which the app may put its things away
_DONE = 1  # exit status; nobody is there to see it


def end_with_standard_input() -> None:
    """Watch standard input: once nobody can write to it any more, this process ends, if need be by force."""
    threading.Thread(target=_watch, args=(0,), name="lifeline", daemon=True).start()


def _watch(descriptor: int) -> None:
    watched = select.poll()
    watched.register(descriptor, 0)  # a hang-up is told unasked; what is to be read is for others
    watched.poll()
    time.sleep(GRACE)
    os._exit(_DONE)
