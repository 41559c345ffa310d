"""Pages in the manner of real sites, each with the text and metadata that must come out beside it."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from reader.article import ArticleError, Options, open_article
from reader.article.opener import from_bytes
from tests.article.hostile import HOSTILE, obeyed

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
FIELDS = ("title", "byline", "site", "url", "published", "language", "steps", "notices", "dateline")
DEFAULTS = {"steps": ["decoded as utf-8", "main text taken from HTML"], "notices": [], "dateline": None}


def opened(page, raw=False):
    """The article in a page and what was expected of it."""
    expected = DEFAULTS | yaml.safe_load(page.with_suffix(".yaml").read_text("utf-8"))
    data, url = page.read_bytes(), expected.get("fetched_from")
    return from_bytes(data, Options(raw=raw), source=page.name, form=".html", url=url), expected


def shown(article, field):
    value = getattr(article, field)
    if field == "dateline" and value:
        return article.text[slice(*value)]
    return list(value) if isinstance(value, tuple) else value


def errors(page):
    return "error" in yaml.safe_load(page.with_suffix(".yaml").read_text("utf-8"))


@pytest.mark.parametrize("page", [p for p in PAGES if not errors(p)], ids=lambda page: page.stem)
def test_a_page_gives_its_text_and_metadata(page):
    article, expected = opened(page)
    blocks = [{block.kind: article.text[block.start : block.end]} for block in article.blocks]
    assert blocks == expected["blocks"]
    assert {field: shown(article, field) for field in FIELDS} == {field: expected[field] for field in FIELDS}
    stated = "metadata" if article.published else None
    assert article.published_from == expected.get("published_from", stated)


@pytest.mark.parametrize("page", [p for p in PAGES if errors(p)], ids=lambda page: page.stem)
def test_a_page_without_an_article_says_so_and_gives_its_text_on_request(page):
    with pytest.raises(ArticleError) as caught:
        opened(page)
    expected = yaml.safe_load(page.with_suffix(".yaml").read_text("utf-8"))
    assert str(caught.value) == f"{page.name}: {expected['error']}"
    if "raw" in expected:
        article, _ = opened(page, raw=True)
        assert [article.text[block.start : block.end] for block in article.blocks] == expected["raw"]
        assert article.steps[-1] == "all visible text taken from HTML"


@pytest.mark.parametrize("page", [p for p in PAGES if p.stem != "frames"], ids=lambda page: page.stem)
def test_nothing_of_a_page_is_obeyed(page):
    article, _ = opened(page, raw=errors(page))
    for text in (article.text, article.title, article.byline, article.site, article.url, *article.notices):
        assert not obeyed(text or "")


def test_there_are_pages_of_every_kind():
    assert len(PAGES) >= 24


def page_of(*paragraphs, head="", title="Ferry late"):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


SENTENCE = (
    "The ferry to Kelda stayed in port on Monday, the harbour office said, and nobody knew for how long. "
)


def read(markup, *, raw=False, url=None):
    data = markup.encode("utf-8", "surrogatepass")
    return from_bytes(data, Options(raw=raw), source="page.html", form=".html", url=url)


def test_five_megabytes_of_script_change_nothing():
    script = "<script>" + "var t = '<p>" + "x" * 5_000_000 + "</p>';</script>"
    plain = page_of(SENTENCE * 2, SENTENCE * 3)
    heavy = plain.replace("<article>", script + "<article>").replace("</body>", script + "</body>")
    assert read(heavy) == read(plain)


def test_a_script_that_never_ends_hides_what_follows():
    article = read(page_of(SENTENCE * 3) + "<script>var a = '<p>not text</p>'")
    assert "not text" not in article.text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_a_page_stays_text(text):
    head = f'<meta name="author" content="{text}"><link rel="canonical" href="https://a.example/{text}">'
    article = read(page_of(SENTENCE + text + " end.", SENTENCE * 2, title=f"Late {text}", head=head))
    for said in (article.text, article.title, article.url, article.source):
        assert said
        assert not obeyed(said)
    assert not obeyed(article.byline or "")  # who is named there is mostly nobody
    assert article.text.count("end.") == 1


@pytest.mark.parametrize(
    "code", ["27", "x1b", "0", "7", "#x9b", "155", "xD800", "1114112", "99999999999", "x202e"]
)
def test_a_reference_to_a_control_character_does_not_lose_the_page(code):
    article = read(page_of(SENTENCE, f"Then &#{code}; &#{code} it sailed. " + SENTENCE, SENTENCE))
    assert "it sailed" in article.text
    assert not obeyed(article.text)


def test_references_to_ordinary_characters_are_read_whole():
    assert (
        "Ďaleko – ’tis 10 Ω"
        in read(page_of(SENTENCE, "&#270;aleko &#x2013; &#8217;tis 10 &#937;. " + SENTENCE)).text
    )


def test_a_headline_that_stands_in_the_body_in_other_marks_is_not_repeated():
    markup = page_of(SENTENCE, SENTENCE).replace("<h1>Ferry late</h1>", "<h1>“Ferry” late</h1>")
    assert read(markup).text.lower().count("late") == 1


@pytest.mark.parametrize(
    "around",
    [
        "<blockquote>{}</blockquote>",
        "<aside>{}</aside>",
        "<footer>{}</footer>",
        "<div class='comments'>{}</div>",
    ],
)
def test_the_day_of_a_message_a_comment_or_another_article_is_not_its_own(around):
    other = around.format("<p>By Jonas Brack</p><p>No boats.</p><a href='/x'>12 March 2026</a>")
    article = read(page_of(SENTENCE * 3).replace("</article>", other + "</article>"))
    assert (article.published, article.byline) == (None, None)


def test_who_said_it_stays_with_a_message_that_is_quoted():
    quote = "<blockquote><p>No boats today, and none tomorrow.</p>— Harbour Office (@tarn) <a href=x>today</a></blockquote>"
    article = read(page_of(SENTENCE, quote, f"Then. {SENTENCE}"))
    quoted = [article.text[b.start : b.end] for b in article.blocks if b.kind == "blockquote"]
    assert quoted == ["No boats today, and none tomorrow.", "— Harbour Office (@tarn) today"]


def test_a_question_and_its_answer_are_two_paragraphs():
    article = read(page_of(SENTENCE, f"<b>Do you sleep?</b><br>When the wind does. {SENTENCE}"))
    assert article.text.count("\n\n") == 3


def test_the_day_of_a_page_that_states_none_stays_unknown():
    article = read(page_of(SENTENCE, "It last sailed on 3 March 2024. " + SENTENCE, SENTENCE))
    assert (article.published, article.published_from) == (None, None)


def test_a_line_that_says_when_it_was_published_gives_the_day_and_a_notice():
    line = "<div>Published on 12 March 2026 at 10:30 GMT</div><aside><span>3 March 2024</span></aside>"
    article = read(page_of(SENTENCE * 3).replace("<article>", line + "<article>"))
    assert (article.published, article.published_from) == (date(2026, 3, 12), "dateline")
    assert article.notices == ("the publication day 2026-03-12 was taken from a line of the page",)


def test_lines_that_give_different_days_give_none():
    lines = "<div>12 March 2026</div><div>13 March 2026</div>"
    assert read(page_of(SENTENCE * 3).replace("<article>", lines + "<article>")).published is None


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("de", "12. März 2026"),
        ("fr-FR", "12 mars 2026"),
        ("es", "12 de marzo de 2026"),
        ("nb", "12. mars 2026"),
    ],
)
def test_a_day_in_the_language_of_the_page(language, day):
    markup = page_of(SENTENCE * 3, head=f'<meta name="date" content="{day}">')
    assert read(markup.replace("<html>", f'<html lang="{language}">')).published == date(2026, 3, 12)
    assert read(markup).published is None


def test_the_by_of_another_language_is_no_name():
    markup = page_of(SENTENCE * 3, head='<meta name="author" content="Von Odile Marsh">')
    assert read(markup.replace("<html>", '<html lang="de">')).byline == "Odile Marsh"
    assert read(markup).byline == "Von Odile Marsh"


@pytest.mark.parametrize("around", ["div", "section", "main", "body"])
def test_sub_heads_and_lists_are_kept_whatever_the_text_stands_in(around):
    inside = f"<p>{SENTENCE}</p><h2>What now</h2><p>{SENTENCE}</p><ul><li>no ferry</li></ul><p>{SENTENCE}</p>"
    body = inside if around == "body" else f"<{around}>{inside}</{around}><footer><p>About us</p></footer>"
    article = read(f"<html><head><title>Ferry late</title></head><body>{body}</body></html>")
    kinds = [block.kind for block in article.blocks]
    assert kinds == ["headline", "paragraph", "subhead", "paragraph", "listitem", "paragraph"]


def test_what_a_page_hides_is_not_read_but_an_article_that_waits_for_a_script_is():
    hidden = (
        "<p hidden>You are out of articles.</p><p style='display: none'>Gone.</p><div fallback>No ad.</div>"
    )
    first, second = f"First. {SENTENCE}", f"Second. {SENTENCE}"
    article = read(page_of(first, second).replace("</article>", hidden + "</article>"))
    assert article.text == f"Ferry late\n\n{first.strip()}\n\n{second.strip()}\n"
    waiting = page_of(first, second, f"Third. {SENTENCE}").replace(
        "<article>", "<article style='display:none'>"
    )
    assert read(waiting).text.count("ferry to Kelda") == 3


def test_lines_that_only_breaks_part_are_paragraphs_but_an_address_is_one():
    lines = f"{SENTENCE}<br>“We wait,” said Odile Marsh.<br>{SENTENCE}"
    article = read(page_of(lines, "Harbour Office<br>Quay 4<br>Tarn"))
    assert [article.text[b.start : b.end] for b in article.blocks[1:]] == [
        SENTENCE.strip(),
        "“We wait,” said Odile Marsh.",
        SENTENCE.strip(),
        "Harbour Office\nQuay 4\nTarn",
    ]
    assert [b.lines for b in article.blocks[1:]] == [False, False, False, True]


@pytest.mark.parametrize(
    "opening",
    [
        "Ferry is late again By Odile Marsh TARN, March 12 — ",
        "By Odile Marsh TARN — ",
        "Ferry is late again TARN (IP) — ",
    ],
)
def test_a_head_that_ran_into_the_text_is_parted_from_it(opening):
    head = '<meta name="author" content="Odile Marsh">'
    article = read(page_of(opening + SENTENCE, SENTENCE, head=head, title="Ferry is late again"))
    assert article.text.count("Ferry is late again") == 1
    assert article.dateline is not None
    assert article.text[slice(*article.dateline)].startswith("TARN")
    assert [b.kind for b in article.blocks].count("byline") == ("Odile" in opening)


@pytest.mark.parametrize("opening", ["Ferry late again, the third time. ", "By noon the quay was full. "])
def test_a_sentence_that_only_begins_like_a_head_stays_whole(opening):
    assert opening.strip() in read(page_of(opening + SENTENCE, SENTENCE, title="Ferry late again")).text


def test_text_laid_out_for_a_typewriter_has_its_paragraphs():
    text = f"TARN, March 12 (IP) - {SENTENCE}\n\nThe ferry was\nlate on Tuesday too,\nand the office\nsaid so.\n\n{SENTENCE}"
    article = read(f"<html><body><pre>{text}</pre></body></html>")
    assert [article.text[b.start : b.end] for b in article.blocks][1] == (
        "The ferry was late on Tuesday too, and the office said so."
    )
    assert article.dateline


def test_a_byline_whose_name_is_a_link():
    line = "<div>By <a href='/o'>Odile Marsh</a> | <time>March 12, 2026</time></div>"
    assert read(page_of(SENTENCE * 3).replace("<article>", line + "<article>")).byline == "Odile Marsh"


def test_a_pull_quote_is_set_aside_and_what_is_said_twice_is_not():
    said = "“Nobody will ever wait for us,” said Odile Marsh."
    quote = "<blockquote>“Nobody will ever wait for us”</blockquote>"
    article = read(
        page_of(SENTENCE, said, SENTENCE, title="Late").replace("</article>", quote + "</article>")
    )
    kinds = {article.text[b.start : b.end]: b.kind for b in article.blocks}
    assert kinds["“Nobody will ever wait for us”"] == "boilerplate"
    assert kinds[said] == "paragraph"
    assert article.model_text.count("Nobody") == 1
    twice = read(page_of(said, SENTENCE, said))
    assert "boilerplate" not in [b.kind for b in twice.blocks]


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Ferry late | The Harbour Post", "The Harbour Post"),
        ("Ferry late - Weather - The Harbour Post", "The Harbour Post"),
        ("Ferry late again", None),
        ("Ferry late - by Odile Marsh", None),
        ("The Harbour Post: Ferry late", None),
    ],
)
def test_the_site_that_the_title_names_after_the_headline(title, site):
    markup = page_of(SENTENCE * 3).replace("<title>Ferry late</title>", f"<title>{title}</title>")
    assert (read(markup).title, read(markup).site) == ("Ferry late", site)


def test_one_moment_in_two_time_zones_is_one_day():
    head = (
        '<meta property="article:published_time" content="2026-05-04T01:30:00+02:00">'
        '<meta name="date" content="2026-05-03T23:30:00Z">'
    )
    article = read(page_of(SENTENCE * 3, head=head))
    assert (article.published, article.notices) == (date(2026, 5, 4), ())


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2026-05-03", date(2026, 5, 3)),
        ("2026-05-03T23:30:00-07:00", date(2026, 5, 3)),
        ("2026-05-03 23:30", date(2026, 5, 3)),
        ("20260503", date(2026, 5, 3)),
        ("2026/05/03", date(2026, 5, 3)),
        ("Sun, 03 May 2026 10:00:00 GMT", date(2026, 5, 3)),
        ("May 3, 2026", date(2026, 5, 3)),
        ("03/05/2026", None),
        ("2026-13-45", None),
        ("yesterday", None),
        ("2026", None),
    ],
)
def test_the_forms_of_a_stated_day(stated, day):
    assert (
        read(
            page_of(SENTENCE * 3, head=f'<meta property="article:published_time" content="{stated}">')
        ).published
        == day
    )


@pytest.mark.parametrize(
    "data",
    [
        "not json {",
        "[" * 5000 + "]" * 5000,
        '{"@type": 3, "headline": {}, "author": [[[]]], "datePublished": 5}',
        '{"@type": "NewsArticle", "headline": [1], "author": {"name": [null, {"a": 1}]}, "datePublished": [2026], "url": 7, '
        '"articleBody": {}, "liveBlogUpdate": "x", "publisher": ["", 4], "inLanguage": {"name": "x"}}',
        '{"@type": "NewsArticle", "url": "http://[::1", "author": "http://people.example/odile"}',
        "<!-- {} -->",
    ],
    ids=["no JSON", "deep", "odd types", "odd values", "odd addresses", "comment"],
)
def test_json_ld_that_makes_no_sense_is_passed_over(data):
    article = read(page_of(SENTENCE * 3, head=f'<script type="application/ld+json">{data}</script>'))
    assert (article.title, article.byline, article.published) == ("Ferry late", None, None)


def test_the_option_goes_before_the_page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page_of(SENTENCE * 3, head='<meta name="date" content="2026-02-03">'))
    article = open_article(str(path), published=date(2026, 2, 4))
    assert (article.published, article.published_from) == (date(2026, 2, 4), "option")


@pytest.mark.parametrize("depth", [200, 1500])
def test_deep_nesting_loses_nothing(depth):
    markup = page_of(SENTENCE * 3).replace("<p>", "<div>" * depth + "<p>")
    assert SENTENCE.strip() in read(markup).text
    assert SENTENCE.strip() in read(markup, raw=True).text


def test_nothing_is_written_to_standard_error(capfd):
    with pytest.raises(ArticleError):
        read("<html><body><nav><a href='/1'>Only a link</a></nav></body></html>", url="http://x.example/")
    assert capfd.readouterr().err == ""


def test_line_breaks_are_taken_out_all_at_once(monkeypatch):
    monkeypatch.setattr("lxml.html.HtmlElement.drop_tag", lambda _: pytest.fail("one by one"))
    lines = "The ferry to Kelda is late again, the harbour office said on Monday.<br>" * 40
    article = from_bytes(f"<html><body><p>{lines}</p></body></html>".encode(), source="a", form=".html")
    assert len(article.blocks) == 40
