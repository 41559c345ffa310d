"""The default model as it was when reader was tested with it: each of its files has the hash that is written down here.

The package is a copy of spaCy's own model by somebody else. Nothing of it is run: what is loaded is its data, and only
when that is what it was. ``sha256sum -c`` reads the list, too.
"""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from reader.analysis.defaults import DEFAULT_MODEL

LIST = Path(__file__).with_name("model.sha256")
_TEXTS = {"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"}  # which nothing reads


class AlteredError(Exception):
    """The model is not the one that is written down; one line that says why and what to do."""


def default_model() -> Path | None:
    """The folder with the data of the default model; None where it is not installed.

    Raises:
        AlteredError: it is another one.
    """
    package = find_spec(DEFAULT_MODEL)
    return verified(Path(package.origin).parent) if package and package.origin else None


def verified(package: Path) -> Path:
    """The folder with the data in an installed package, each of whose files is as it is written down.

    Raises:
        AlteredError: one of them is not, is missing, or is one too many.
    """
    wanted = {
        name: sha256 for sha256, name in (line.split() for line in LIST.read_text("ascii").splitlines())
    }
    data = package / next(iter(wanted)).partition("/")[0]
    there = {path.relative_to(package).as_posix() for path in data.rglob("*") if _is_read(path)}
    for name in sorted(there ^ set(wanted)):
        raise _altered(name, "is missing" if name in wanted else "is no part of it")
    for name, sha256 in wanted.items():
        if hashlib.sha256((package / name).read_bytes()).hexdigest() != sha256:
            raise _altered(name, "is another file")
    return data


def _is_read(path: Path) -> bool:
    return not path.is_dir() and path.name not in _TEXTS and not path.name.startswith(".")


def _altered(name: str, how: str) -> AlteredError:
    return AlteredError(
        f"the model {DEFAULT_MODEL} is not the one that this reader knows: {name} {how}; install reader anew"
    )
