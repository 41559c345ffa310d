"""The hash of a long text, made on another core while it is being read."""

from collections.abc import Callable
from threading import Thread

_LONG = 1_000_000  # bytes from which a thread pays


def hashing(data: bytes) -> Callable[[], str] | None:
    """Begin with the SHA-256 of ``data``; what comes back gives it in hexadecimal, as soon as it is there.

    None where it is short: then it is made when somebody asks for it.
    """
    if len(data) < _LONG:
        return None
    import hashlib

    digest = hashlib.sha256()
    thread = Thread(target=digest.update, args=(data,), daemon=True)
    thread.start()

    def made() -> str:
        thread.join()
        return digest.hexdigest()

    return made
