"""The lock files say the same."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def pinned(file: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[\w.]+", (ROOT / file).read_text(), re.M))


def test_the_constraints_are_what_the_application_is_tested_with():
    assert pinned("constraints.txt") == pinned("requirements.txt")
    assert pinned("constraints.txt") <= pinned("requirements-dev.txt")
    assert "--hash" not in (ROOT / "constraints.txt").read_text()  # with which pip installs no checkout


def test_the_model_is_asked_for_in_the_version_whose_files_are_written_down():
    (name, version), *more = set(
        re.findall(r"  (\w+)-([\d.]+)/", (ROOT / "reader/analysis/model.sha256").read_text())
    )
    assert not more
    assert f'"{name.replace("_", "-")}=={version}"' in (ROOT / "pyproject.toml").read_text()
