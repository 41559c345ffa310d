"""Files are written whole or not at all, and an export overwrites nothing."""

import stat

import pytest

from reader.export.writing import OutputError, export_path, write_text


def test_a_written_file_has_ordinary_permissions_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "out.yaml"
    write_text(target, "a: ü\n")
    assert target.read_text("utf-8") == "a: ü\n"
    assert list(tmp_path.iterdir()) == [target]
    assert stat.S_IMODE(target.stat().st_mode) & 0o600 == 0o600


def test_a_link_stays_a_link_and_the_mode_stays_the_mode(tmp_path):
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert (real.read_text(), stat.S_IMODE(real.stat().st_mode)) == ("new", 0o640)


def test_a_folder_cannot_be_written(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_text(tmp_path, "x")


def test_text_that_cannot_be_encoded_leaves_what_stood_there(tmp_path):
    target = tmp_path / "out.yaml"
    target.write_text("old")
    with pytest.raises(OutputError):
        write_text(target, "\ud800")
    assert (target.read_text(), list(tmp_path.iterdir())) == ("old", [target])


def test_an_export_takes_the_name_of_its_article_and_a_number_where_that_is_taken(tmp_path):
    assert export_path("news/harbour.md", tmp_path, "x").name == "harbour.reader.yaml"
    (tmp_path / "harbour.reader.yaml").write_text("mine")
    assert export_path("news/harbour.md", tmp_path, "x").name == "harbour.reader-2.yaml"


def test_the_same_export_twice_is_one_file(tmp_path):
    (tmp_path / "harbour.reader.yaml").write_text("x")
    assert export_path("harbour.md", tmp_path, "x").name == "harbour.reader.yaml"


@pytest.mark.parametrize("source", [None, "-", "https://example.org/", "../../..", "\x1b]0;x"])
def test_a_name_is_always_a_plain_one_in_the_folder(tmp_path, source):
    assert export_path(source, tmp_path, "x").parent == tmp_path
    assert export_path(source, tmp_path, "x").name.isprintable()
