"""What the tests of batches share: inputs, and ways to run one."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from reader.batch import run_batch
from tests.batch.stand_in import ANALYSER

ROOT = Path(__file__).parents[2]


@pytest.fixture
def records(tmp_path) -> Callable[..., Path]:
    """``records(texts, name="in.jsonl")``: a JSON Lines file with these texts, ids "a0", "a1" ..."""

    def write(texts: Iterable[str], name: str = "in.jsonl") -> Path:
        path = tmp_path / name
        lines = (json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(texts))
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return path

    return write


@pytest.fixture
def batch(monkeypatch) -> Callable[..., Any]:
    """``batch(sources, output, **options)``: run one here with the stand-in analyser and one worker."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)

    def run(sources: Iterable[Path | str], output: Path | None, **options: Any) -> Any:
        options = {"analyser": ANALYSER, "workers": 1, **options}
        return run_batch([str(source) for source in sources], output, **options)

    return run


RUN = """
import json, sys
from reader.batch import run_batch
if __name__ == "__main__":
    sources, output, options = json.loads(sys.argv[1])
    sys.exit(130 if run_batch(sources, output, **options).interrupted else 0)
"""


@pytest.fixture
def command(tmp_path) -> Callable[..., int]:
    """``command(sources, output, **options)``: run one in a process of its own; its exit status."""
    script = tmp_path / "run.py"
    script.write_text(RUN, "utf-8")

    def run(sources: Iterable[Path], output: Path, **options: Any) -> int:
        options = {"analyser": ANALYSER, "workers": 2, **options}
        asked = json.dumps([[str(source) for source in sources], str(output), options])
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, str(script), asked], cwd=ROOT, env=environment, check=False
        ).returncode

    return run


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
