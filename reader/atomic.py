"""Files put in place whole: whoever reads one finds the old content or the new, never a part."""

import os
from pathlib import Path

UNFINISHED = ".part"  # how the name of a file ends that is still being written


def replace_file(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write ``content`` beside ``path``, then give it that name.

    Args:
        mode: the permissions of the file; nobody but its owner may read it when None.

    Raises:
        OSError: it cannot be written; what stood there is untouched.
    """
    import tempfile  # only for writing: finding an entry of a cache is what has to be quick

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=UNFINISHED)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        if mode is not None:
            part.chmod(mode)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
