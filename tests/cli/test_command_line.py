"""The command line as a process: what it prints, where, and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reader.article import open_article
from reader.export.schema import schema
from reader.shelf import Correction, Shelf

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def run(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments], input=stdin, capture_output=True, cwd=cwd, check=False
    )


def test_export_writes_yaml_to_standard_output():
    done = run("export", str(SAMPLES / "cup-final.txt"))
    assert done.returncode == 0
    assert yaml.safe_load(done.stdout)["schema"] == 2


def test_export_writes_the_same_to_a_file(tmp_path):
    source, output = str(SAMPLES / "storm-ottilie.txt"), tmp_path / "storm.yaml"
    assert run("export", source, "-o", str(output)).returncode == 0
    assert output.read_bytes() == run("export", source).stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.jsonl", b'{"id"'), ("a.md", b"# "), ("a.HTML", b"<!DOCTYPE html>"), ("a.txt", b"schema:")],
)
def test_export_writes_what_the_name_of_the_output_ends_in(tmp_path, name, begins):
    done = run("export", str(SAMPLES / "cup-final.txt"), "-o", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_format_that_is_named_goes_before_the_name_of_the_output(tmp_path):
    run("export", str(SAMPLES / "cup-final.txt"), "--format", "yaml", "-o", "a.jsonl", cwd=tmp_path)
    assert (tmp_path / "a.jsonl").read_bytes().startswith(b"schema:")


def test_export_takes_a_day_and_says_it_came_from_the_option():
    done = run("export", "-", "--date", "2026-03-12", stdin=b"The bridge will open on Friday.\n")
    article = yaml.safe_load(done.stdout)["article"]
    assert (article["published"], article["published_from"]) == ("2026-03-12", "option")


def test_json_lines_give_one_line_out_for_each_line_in_with_its_id(tmp_path):
    records = [{"id": f"n{n}", "text": f"Mayor Ilse Brandt opened bridge {n}."} for n in range(3)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    done = run("export", "in.jsonl", "--format", "jsonl", "-o", "out.jsonl", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["n0", "n1", "n2"]


def test_csv_goes_into_a_folder_one_file_a_table(tmp_path):
    done = run("export", str(SAMPLES / "cup-final.txt"), "--format", "csv", "-o", "cup", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "cup").glob("*.csv"))) == 5
    assert (tmp_path / "cup" / "claims.csv").read_bytes().startswith(b"id,")


def test_csv_for_excel_begins_with_a_byte_order_mark(tmp_path):
    run("export", str(SAMPLES / "cup-final.txt"), "--format", "csv", "--bom", "-o", "cup", cwd=tmp_path)
    assert (tmp_path / "cup" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


@pytest.mark.parametrize(("form", "begins"), [("markdown", b"# "), ("html", b"<!DOCTYPE html>")])
def test_a_briefing_is_written_as_markdown_and_html(form, begins):
    assert run("export", str(SAMPLES / "cup-final.txt"), "--format", form).stdout.startswith(begins)


def test_plain_writes_the_article_and_its_panels():
    done = run("--plain", str(SAMPLES / "cup-final.txt"))
    said = done.stdout.decode()
    assert all(part in said for part in ("SPEAKERS (", "CLAIMS (", "TIMELINE (", "NAMES ("))
    assert "\x1b" not in said


def test_where_there_is_no_screen_an_article_is_written_as_plain_text():
    assert b"TIMELINE (" in run(str(SAMPLES / "cup-final.txt")).stdout


def test_schema_prints_the_schema_that_ships():
    assert json.loads(run("schema").stdout) == schema()


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["nowhere.txt"], 1, "no file called nowhere.txt"),
        (["export", "nowhere.txt"], 1, "no file called nowhere.txt"),
        (["export", "a.txt", "-o", "a.csv"], 2, "name a folder for them, with --format csv"),
        (["export", ".", "-o", "all.yaml"], 2, "name a folder, or a .jsonl file"),
        (["export", ".", "-o", "all.md"], 2, "one article at a time"),
        (["export", ".", "--format", "html"], 2, "one article at a time"),
        (["export", "a.txt", "b.txt", "--format", "markdown"], 2, "--story makes one briefing"),
        (["export", "nowhere/*.txt"], 1, "nowhere"),
        (["."], 1, "is a folder"),
        (["export", "empty.txt"], 1, "is empty"),
        (["export", "binary.txt"], 1, "binary"),
        (["export", "a.txt", "--date", "2026-02-31"], 2, "is no day"),
        (["export", "a.txt", "--model", "no_such_model"], 2, "no spaCy pipeline called"),
        (["export", "a.txt", "--model", "../x"], 2, "no spaCy pipeline called"),
        (["export", "a.txt", "-o", "nowhere/out.yaml"], 1, "cannot be written"),
        (["export", "a.txt", "-o", "."], 1, "cannot be written"),
        (["export", "a.txt", "--format", "xml"], 2, "xml"),
        (["export", "a.txt", "--format", "csv"], 2, "--output"),
        (["export", "a.txt", "--format", "csv", "-o", "-"], 2, "--output"),
        (["export", "a.txt", "--bom"], 2, "only CSV"),
        (["export", "a.txt", "--format", "csv", "-o", "a.txt"], 1, "would be written over"),
        (["export"], 2, "ARTICLE"),
        (["--nonsense"], 2, "--nonsense"),
        (["-", "-"], 2, "once only"),
    ],
)
def test_bad_input_is_one_line_on_standard_error(tmp_path, arguments, status, says):
    (tmp_path / "a.txt").write_text("The bridge is shut.\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff")
    before = sorted(tmp_path.iterdir())
    done = run(*arguments, cwd=tmp_path)
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, len(lines), done.stdout) == (status, 1, b"")
    assert says in lines[0]
    assert sorted(tmp_path.iterdir()) == before


def test_an_output_that_cannot_be_written_leaves_what_stood_there(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge is shut.\n")
    (tmp_path / "out.yaml").write_text("mine\n")
    assert run("export", "a.txt", "--model", "no_such_model", "-o", "out.yaml", cwd=tmp_path).returncode == 2
    assert (tmp_path / "out.yaml").read_text() == "mine\n"


@pytest.mark.parametrize("form", ["yaml", "csv"])
def test_every_form_of_the_export_has_what_the_person_corrected(form, tmp_path):
    text = f"Some 340 boats lay in the harbour at Arvil, says the {form} of it."
    (tmp_path / "boats.txt").write_text(text)
    article, start = open_article(str(tmp_path / "boats.txt")), text.index("Some 340")
    asked = ("export", "boats.txt", "--format", form, "-o", "out")
    out = tmp_path / "out" / "claims.csv" if form == "csv" else tmp_path / "out"
    assert run(*asked, cwd=tmp_path).returncode == 0
    assert "Some 340 boats" in out.read_text()
    end = start + len("Some 340 boats")
    Shelf().correct(article, Correction(start, end, "dropped", None, "2026-03-12T09:00:00+00:00"))
    assert run(*asked, cwd=tmp_path).returncode == 0
    claims = yaml.safe_load(out.read_text())["claims"] if form == "yaml" else out.read_text().splitlines()[1:]
    assert claims == []


def test_a_batch_has_what_the_person_corrected_unless_only_what_was_found_is_wanted(tmp_path):
    texts = ("Some 270 carts stood in the square at Arvil.", "Some 15 carts stood in the lane at Arvil.")
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text)
    article = open_article(str(tmp_path / "a.txt"))
    Shelf().correct(
        article, Correction(0, len("Some 270 carts"), "dropped", None, "2026-03-12T09:00:00+00:00")
    )
    asked = ("export", "a.txt", "b.txt", "--format", "jsonl", "--workers", "1")
    mended, found = (
        [json.loads(line) for line in run(*asked, *how, cwd=tmp_path).stdout.splitlines()]
        for how in ((), ("--as-found",))
    )
    assert [(len(r["claims"]), len(r["notes"])) for r in mended] == [(0, 1), (1, 0)]
    assert [(len(r["claims"]), len(r["notes"])) for r in found] == [(1, 0), (1, 0)]


@pytest.mark.parametrize(("form", "cell"), [("markdown", "| {} |"), ("html", "<td>{}</td>")])
def test_several_articles_are_one_briefing_with_what_they_dispute(form, cell):
    both = [str(SAMPLES / f"storm-{name}.txt") for name in ("ottilie", "aftermath")]
    done = run("export", *both, "--story", "--format", form, "--date", "2026-10-04")
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    for shown in ("some 12,000 people", "19,000 people", "A ¶ 4", "B ¶ 3"):
        assert cell.format(shown) in text
    assert text.index("Numbers in dispute") < text.index("12,000 people") < text.index("Who said what")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((str(SAMPLES / "cup-final.txt"), "--story", "--format", "html"), "name another one"),
        ((*map(str, sorted(SAMPLES.glob("storm*"))), "--story"), "--format markdown or html"),
    ],
)
def test_a_story_that_cannot_be_told_says_what_to_do(arguments, says):
    done = run("export", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
