"""The files that a batch keeps beside its output while it runs: made by it, or known to be what it left there."""

import hashlib
import io
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from reader.batch.errors import BatchError

PRIVATE, ORDINARY = 0o600, 0o666  # modes; what the umask takes away is taken away
_BLOCK = 1 << 20


class Written(NamedTuple):
    """How far a file has come: its length in bytes, and the SHA-256 of them."""

    bytes: int = 0
    sha256: str = hashlib.sha256().hexdigest()


NOTHING = Written()


def part_of(path: Path) -> Path:
    """What a file is called while it grows."""
    return path.with_name(path.name + ".part")


def failed_path(output: Path) -> Path:
    """``readings.jsonl`` -> ``readings.failed.jsonl``, beside it."""
    stem = output.name.removesuffix(".jsonl")
    return output.with_name(f"{stem}.failed.jsonl")


def journal_path(output: Path) -> Path:
    """Where the journal of an output is."""
    return output.with_name(output.name + ".journal")


def written_for(output: Path) -> list[Path]:
    """Every file that a batch with this output writes, all those of a folder of YAML excepted."""
    failures = failed_path(output)
    return [output, part_of(output), failures, part_of(failures), journal_path(output)]


def opened(path: Path, mode: int) -> tuple[BinaryIO, bool]:
    """The file at a path, to be read and written, and whether it was made just now.

    Links are not followed, and what has other names or belongs to somebody else is not opened: whoever else can
    write to the folder must not choose what is written over.

    Raises:
        BatchError: something else is there.
        OSError: it cannot be opened or made.
    """
    flags = os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        descriptor, made = os.open(path, flags | os.O_CREAT | os.O_EXCL, mode), True
    except FileExistsError:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise in_the_way(path) from None
        descriptor, made = os.open(path, flags | os.O_NONBLOCK), False
    file = cast(BinaryIO, os.fdopen(descriptor, "r+b"))
    if not (made or _is_own(os.fstat(descriptor))):
        file.close()
        raise in_the_way(path)
    return file, made


def in_the_way(path: Path) -> BatchError:
    """What is raised where a file of that name is none that a batch left there."""
    return BatchError(
        f"{path} is in the way: no unfinished batch with this output left it there; move it, or name another output"
    )


def is_still(path: Path, file: BinaryIO) -> bool:
    """Whether a path is a name of the file that is open."""
    try:
        there = path.lstat()
    except OSError:
        return False
    ours = os.fstat(file.fileno())
    return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)


def remove(path: Path, file: BinaryIO) -> None:
    """Take away the file that is open, unless something else has its name by now."""
    if is_still(path, file):
        path.unlink(missing_ok=True)


def holding(path: Path, states: Iterable[Written]) -> int:
    """Up to how many of the states, each as long as the one before or longer, a file has all of their bytes."""
    digest, length, held = hashlib.sha256(), 0, 0
    with _to_be_read(path) as file:
        for state in states:
            while length < state.bytes and (block := file.read(min(_BLOCK, state.bytes - length))):
                digest.update(block)
                length += len(block)
            if (length, digest.hexdigest()) != state:
                break
            held += 1
    return held


def _to_be_read(path: Path) -> BinaryIO:
    """The file at a path; an empty one where there is none, or something else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return io.BytesIO()
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return io.BytesIO()
    return cast(BinaryIO, os.fdopen(descriptor, "rb"))


def _is_own(state: os.stat_result) -> bool:
    return stat.S_ISREG(state.st_mode) and state.st_nlink <= 1 and state.st_uid == os.geteuid()
