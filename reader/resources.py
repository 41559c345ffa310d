"""Where the data that ships with reader lies: ``themes/`` and ``samples/``."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder of shipped data called ``name`` ("themes", "samples").

    A wheel carries it inside the package; a checkout and an editable install keep
    it beside the package, at the top of the repository.

    Raises:
        FileNotFoundError: the installation lacks the folder.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"this installation of reader has no {name}/ folder; install it again")
