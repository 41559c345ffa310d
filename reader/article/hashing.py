"""The hash of what is read, made on another core while it is being read."""

import hashlib
from collections.abc import Callable
from threading import Thread

_LONG = 1_000_000  # bytes from which a thread pays


def hashing(data: bytes) -> Callable[[], str]:
    """Begin with the SHA-256 of ``data``; what comes back gives it in hexadecimal, as soon as it is there."""
    digest = hashlib.sha256()
    if len(data) < _LONG:
        digest.update(data)
        return digest.hexdigest
    thread = Thread(target=digest.update, args=(data,), daemon=True)
    thread.start()

    def made() -> str:
        thread.join()
        return digest.hexdigest()

    return made
