"""Markdown: its structure is kept and its syntax is not shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import markdown
from reader.article.effort import MOST, effort
from reader.article.markdown import AS_IT_STANDS
from reader.article.opener import from_bytes


def blocks(text):
    article = from_bytes(text.encode(), source="a.md", form=".md")
    return [(block.kind, block.level, article.text[block.start : block.end]) for block in article.blocks]


def test_headings_emphasis_links_and_code():
    text = "# Late\n\nBy Odile Marsh\n\n## *What* now\n\nThe **ferry** [is](http://a.example 'x') `late` \\*again\\*, ~~on time~~.\n"
    assert blocks(text) == [
        ("headline", 0, "Late"),
        ("byline", 0, "By Odile Marsh"),
        ("subhead", 1, "What now"),
        ("paragraph", 0, "The ferry is late *again*, on time."),
    ]


def test_only_the_first_heading_of_the_first_level_is_the_headline():
    assert blocks("Late\n====\n\nText.\n\n# More\n\nText.\n") == [
        ("headline", 0, "Late"),
        ("paragraph", 0, "Text."),
        ("subhead", 1, "More"),
        ("paragraph", 0, "Text."),
    ]


def test_lists_quotations_and_tables():
    text = "- one\n  - two\n- three\n\n> We sail\n> at dawn.\n>\n> - he said\n\n| Route | Fare |\n|---|---|\n| Tarn | 4 |\n"
    assert blocks(text) == [
        ("listitem", 1, "one"),
        ("listitem", 2, "two"),
        ("listitem", 1, "three"),
        ("blockquote", 0, "We sail at dawn."),
        ("blockquote", 0, "he said"),
        ("table", 0, "Route  Fare\n─────  ────\nTarn      4"),
    ]


def opened(text):
    return from_bytes(text.encode(), source="a.md", form=".md")


def test_code_stands_as_it_is_and_nothing_is_looked_for_in_it():
    article = opened("# Late\n\n```py\ndef cost(year):\n    return 40\n```\n\n    indented 7\n\nWords.\n")
    assert [article.text[b.start : b.end] for b in article.blocks if b.kind == "code"] == [
        "def cost(year):\n    return 40",
        "indented 7",
    ]
    assert article.model_text.split() == ["Late", "Words."]


def test_the_marks_of_footnotes_are_raised_and_no_part_of_what_is_read():
    article = opened(
        "# Tram\n\nIt runs in 2019[^1] and later[^b].\n\n[^1]: It is\n    late.\n\n[^b]: So it is.\n"
    )
    assert article.text == "Tram\n\nIt runs in 2019¹ and later².\n\n¹ It is late.\n\n² So it is.\n"
    assert [block.kind for block in article.blocks] == ["headline", "paragraph", "footnote", "footnote"]
    assert article.model_text.split()[4:6] == ["2019", "and"]


def test_numbered_items_keep_their_numbers():
    text = "7. First.\n8. Then.\n   - one\n\n1) Anew.\n"
    assert blocks(text) == [
        ("listitem", 1, "7. First."),
        ("listitem", 1, "8. Then."),
        ("listitem", 2, "one"),
        ("listitem", 1, "1) Anew."),
    ]


@pytest.mark.parametrize("broken", ["4%.<br>The", "4%.<br/>\nThe", "4%.  \nThe", "4%.\\\nThe"])
def test_a_line_break_of_the_text_s_own_is_kept_and_joins_no_words(broken):
    article = opened(f"Fell by {broken} mayor\n")
    assert article.text == "Fell by 4%.\nThe mayor\n"
    assert article.blocks[0].lines


@pytest.mark.parametrize(
    "struck", ["~~£40m~~", "<s>£40m</s>", "<DEL datetime='x'>£40m</del>", "~~£4~~~~0m~~"]
)
def test_what_is_struck_out_is_shown_and_not_read(struck):
    article = opened(f"It costs {struck} £52m.\n")
    assert article.text == "It costs £40m £52m.\n"
    assert {run.kind for run in article.runs} == {"struck"}
    assert article.model_text.split() == ["It", "costs", "£52m."]


def test_links_keep_their_addresses():
    article = opened(
        "See [the *quay*](https://q.example/a 't'), <https://b.example> and <a href='javascript:c'>that</a>.\n"
    )
    assert [(article.text[link.start : link.end], link.address) for link in article.links] == [
        ("the quay", "https://q.example/a"),
        ("https://b.example", "https://b.example"),
    ]


def test_raised_and_lowered_digits_change_no_number():
    assert (
        opened("10<sup>3</sup> tons of CO<sub>2</sub>, the 5<sup>th</sup>.\n").text
        == "10³ tons of CO₂, the 5th.\n"
    )


def test_a_call_out_says_what_it_is():
    assert blocks("> [!WARNING]\n> Thin ice.\n") == [("blockquote", 0, "Warning: Thin ice.")]


@pytest.mark.parametrize("open", ["</s>a</a>", "<s>a", "<a href='x'>a", "~~a", "<s><a href='b'>a</s></a>"])
def test_tags_that_are_not_closed_do_no_harm(open):
    assert opened(open + "\n").text.strip(" ~\n") == "a"


def test_a_picture_by_itself_is_a_caption_and_one_in_a_sentence_is_text():
    assert blocks("![The quay at dawn](q.jpg)\n\nThe ![old](o.png) ferry.\n") == [
        ("caption", 0, "The quay at dawn"),
        ("paragraph", 0, "The old ferry."),
    ]


def test_a_pull_quote_that_stands_in_the_text_too_is_set_aside():
    text = "She said: “Nobody will ever wait for us.” And she left.\n\n> Nobody will ever wait for us.\n\n> We will.\n"
    assert [kind for kind, _, _ in blocks(text)] == ["paragraph", "boilerplate", "blockquote"]


def test_html_in_markdown_gives_its_text():
    text = "<div align=center><p>The <b>quay</b></p><script>x()</script></div>\n\n<!-- not text -->\n\nA <i>late</i> ferry.\n"
    assert blocks(text) == [("paragraph", 0, "The quay"), ("paragraph", 0, "A late ferry.")]


def test_boilerplate_is_set_aside_in_markdown_too():
    assert blocks("The ferry is late.\n\n**Read also:** [Why boats sink](x)\n\n* * *\n\nIt sank.\n") == [
        ("paragraph", 0, "The ferry is late."),
        ("boilerplate", 0, "Read also: Why boats sink"),
        ("paragraph", 0, "It sank."),
    ]


def as_it_stands(text):
    """Whether its signs are shown, and the blocks it then has."""
    article = from_bytes(text.encode(), source="a.md", form=".md")
    return article.notices == (AS_IT_STANDS,), [article.text[b.start : b.end] for b in article.blocks[:3]]


def test_what_is_nested_within_reason_is_taken_apart():
    quoted, listed = "> " * 12 + "We sail at dawn.\n", "".join("  " * at + "- a quay\n" for at in range(12))
    assert blocks(quoted) == [("blockquote", 0, "We sail at dawn.")]
    assert [level for _, level, _ in blocks(listed)] == list(range(1, 13))


@pytest.mark.parametrize("deep", ["> " * 60, "- " * 60, "1. " * 60])
def test_what_is_nested_too_deep_to_be_taken_apart_is_not_lost(deep):
    line = deep + "We sail at dawn."
    assert as_it_stands(f"# Late\n\n{line}\n") == (True, ["# Late", line])


TANGLES = {
    "brackets": "[" * 40_000,
    "emphasis": "*a " * 100_000,
    "quotations": ">" * 300_000,
    "links": "[a](b) " * 40_000,
    "references": "[a]: b\n\n" * 40_000,
    "a list": "- a\n" * 40_000,
    "a table": "| a | b |\n|---|---|\n" + "| a | b |\n" * 50_000,
    "short lines": "a: b\n" * 110_000,
    "comments": "<!-- " * 120_000,
}


@pytest.mark.parametrize("text", TANGLES.values(), ids=TANGLES)
def test_what_would_take_long_to_take_apart_is_not_even_begun(text, monkeypatch):
    monkeypatch.setattr(markdown, "_tokens", lambda _: pytest.fail("it was begun"))
    assert as_it_stands(text)[0]


def test_a_long_book_is_taken_apart_all_the_same():
    page = "# A quay\n\n" + "The *ferry* between [Tarn](t.md) and Kelda is late.\n" * 30 + "\n"
    assert MOST / 3 < effort(page * 200) < MOST


@given(st.text("ab*_[]()<>!`-#|=.\n 1", max_size=60))
def test_the_effort_is_counted_in_one_pass(text):
    assert effort(f"{text}\n" * 50) == 50 * effort(f"{text}\n")


def test_a_title_that_is_stated_is_no_line_of_markdown_shown_as_it_stands():
    text = "---\ntitle: Late again\n---\nThe quay\n\n" + "> " * 60 + "We sail at dawn.\n"
    article = from_bytes(text.encode(), source="a.md", form=".md")
    assert (article.title, article.blocks[0].kind) == ("Late again", "paragraph")
