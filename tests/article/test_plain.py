"""Plain text: paragraphs, headline, sub-heads, bylines, front matter."""

from datetime import date

import pytest

from reader.article.model import Article
from reader.article.opener import from_bytes
from reader.article.plain import blocks_of

LONG = (
    "The ferry between Tarn and Kelda will run again from Thursday, the operator said on Wednesday evening."
)
WRAPPED = """The old bridge at Tarn will reopen to walkers in May, the mayor said
on Monday, and to cars some time in the summer if the new bearings
arrive from the foundry in time. “They have been promised twice,” he
said. The first set was lost at sea in a storm.
Nobody was hurt when the bridge was closed two years ago, but a van
full of eels went into the river. The eels have not been seen since,
and the driver has moved to another part of the country altogether."""


def opened(text, form=".txt"):
    return from_bytes(text.encode(), source="article" + form, form=form)


def blocks(article):
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def paragraphs(text):
    return [text[block.start : block.end] for block in blocks_of(text)]


def test_blank_lines_part_paragraphs():
    assert paragraphs(f"{LONG}\n\n{LONG}\n \t\n\n{LONG}") == [LONG] * 3


def test_lines_are_paragraphs_where_nothing_is_wrapped():
    assert paragraphs(f"{LONG}\n{LONG} {LONG}\n{LONG}") == [LONG, f"{LONG} {LONG}", LONG]


def test_hard_wrapped_lines_are_joined_and_a_short_last_line_ends_a_paragraph():
    first, second = paragraphs(WRAPPED)
    assert first.endswith("lost at sea in a storm.")
    assert second.startswith("Nobody was hurt")
    assert f"{first}\n{second}" == WRAPPED


@pytest.mark.parametrize(
    "goes_on",
    [
        "will cost\n$350 million, twice what was planned.",
        "will cost\nUS$350 million.",
        "has so far cost\n£42 million of what was put aside for the piers that were built before",
        "was paid for with\n1,200 tonnes of eels.",
        "cost a lot,\nTarn says.",
    ],
)
def test_a_wrapped_line_may_begin_with_an_amount_that_was_kept_together(goes_on):
    line, rest = goes_on.split("\n")
    text = f"{WRAPPED}\n\nThe new bridge, a mile of steel and stone, {line}\n{rest}\n\n{WRAPPED}"
    assert len(paragraphs(text)) == 5


@pytest.mark.parametrize(
    "below", ["12 March 2026", "10:30", "3 min read", "$350 million", "1. Walkers may cross it."]
)
def test_a_short_line_below_a_filled_one_stands_by_itself(below):
    text = f"{WRAPPED}\n\nThe new bridge, a mile of steel and stone, will cost\n{below}\n\n{WRAPPED}"
    assert below in paragraphs(text)


def test_an_indented_line_begins_a_paragraph_where_nothing_else_parts_them():
    lines = WRAPPED.splitlines()
    text = "\n".join(["   " + lines[0], *lines[1:3], "   " + lines[4], *lines[5:]])
    assert [paragraph[:10] for paragraph in paragraphs(text)] == [lines[0][:10], lines[4][:10]]


def test_a_list_item_goes_on_in_lines_that_are_set_in():
    item = "- the old bridge at Tarn will reopen to walkers in May, the mayor said\n  on Monday, and to cars in the summer"
    assert paragraphs(f"{WRAPPED}\n\n{item}")[-1] == item


def test_the_text_is_not_changed_and_the_model_sees_spaces():
    article = opened(WRAPPED)
    assert article.text == WRAPPED + "\n"
    assert "mayor said on Monday" in article.model_text


def test_headline_byline_day_and_sub_heads_are_told():
    article = opened(
        f"Ferry strike ends\n\nBy Odile Marsh\n\nPublished 4 March 2026\n\n{LONG}\n\nWhat comes next\n\n{LONG}"
    )
    assert [kind for kind, _ in blocks(article)] == [
        "headline",
        "byline",
        "byline",
        "paragraph",
        "subhead",
        "paragraph",
    ]
    assert (article.title, article.byline) == ("Ferry strike ends", "Odile Marsh")
    assert (article.published, article.published_from) == (date(2026, 3, 4), "dateline")


@pytest.mark.parametrize(
    "line",
    [
        "By Odile Marsh",
        "By Odile Marsh, Island Press",
        "By Odile Marsh | 4 March 2026",
        "By Odile Marsh — 4 March 2026",
        "By Odile Marsh 4 March 2026",
        "By Odile Marsh and Jonas Brack · Tarn",
    ],
)
def test_bylines_with_what_follows_the_name(line):
    article = opened(f"Ferry strike ends\n\n{line}\n\n{LONG}")
    assert [kind for kind, _ in blocks(article)] == ["headline", "byline", "paragraph"]
    assert article.byline == ("Odile Marsh, Jonas Brack" if "Brack" in line else "Odile Marsh")
    assert article.published == (date(2026, 3, 4) if "2026" in line else None)


def test_a_sentence_is_no_sub_head_and_a_last_line_neither():
    kinds = [
        kind for kind, _ in blocks(opened(f"Head\n\n{LONG}\n\nNobody slept.\n\n{LONG}\n\nThe end of it"))
    ]
    assert kinds == ["headline", "paragraph", "paragraph", "paragraph", "paragraph"]


def test_lists_are_items():
    article = opened(f"{LONG}\n\n- a rise of 4.5 per cent\n- more leave\n\n1. Vote\n2. Sail\n\n{LONG}")
    assert [kind for kind, _ in blocks(article)] == ["paragraph", *["listitem"] * 4, "paragraph"]


STATED = [
    (
        "---\ntitle: Late\nauthor: [Odile Marsh, Jo Brack]\ndate: 2026-03-04\nsource: The Post\n---\n",
        "The Post",
        None,
    ),
    (
        "---\ntitle: Late\nauthors: Odile Marsh, Jo Brack\npublished: 2026-03-04 08:00\nurl: http://a.example\n---\n",
        None,
        "http://a.example",
    ),
    (
        '+++\ntitle = "Late"\nauthor = ["Odile Marsh", "Jo Brack"]\ndate = 2026-03-04T08:00:00Z\nsource = "The Post"\n+++\n',
        "The Post",
        None,
    ),
    (
        "Title: Late\nAuthor: Odile Marsh, Jo Brack\nDate: 4 March 2026\nSource: http://a.example\n\n",
        None,
        "http://a.example",
    ),
]


@pytest.mark.parametrize(
    ("head", "site", "url"), STATED, ids=["YAML", "YAML with an address", "TOML", "lines"]
)
@pytest.mark.parametrize("form", [".txt", ".md"])
def test_front_matter_is_metadata_and_no_text(head, site, url, form):
    article = opened(f"{head}\n{LONG}\n", form)
    assert article.text.strip() == LONG
    assert (article.title, article.byline, article.site, article.url) == (
        "Late",
        "Odile Marsh, Jo Brack",
        site,
        url,
    )
    assert (article.published, article.published_from) == (date(2026, 3, 4), "front matter")
    assert "front matter taken off" in article.steps


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{LONG}\n---\n{LONG}",
        f"---\ntitle: [unclosed\n---\n{LONG}",
        f"---\n- a\n- list\n---\n{LONG}",
        f"---\ndate: 2026-02-31\n---\n{LONG}",
        "---\na: &a [x]\nb: [*a, *a]\n---\n" + LONG,
        "---\n" + "[" * 9000 + "\n---\n" + LONG,
        f"---\nday: !!timestamp 9999999\n---\n{LONG}",
        f"Source: the harbour office\n\n{LONG}",
        f"---\ntitle: never ends\n{LONG}",
    ],
    ids=["a rule", "damaged", "list", "no such day", "aliases", "deep", "tag", "one line", "no end"],
)
def test_what_only_looks_like_front_matter_stays_in_the_text(text):
    article = opened(text)
    assert article.text == text + "\n"
    assert article.published is None


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: never ends\n", "+++\ntitle = 'never ends'\n", "---\ntitle: [unclosed\n---\n", "---\na:\n"],
)
def test_front_matter_that_cannot_be_read_is_told(text):
    (notice,) = opened(text + LONG).notices
    assert notice == "what looks like front matter is not closed, or cannot be read: it stands in the text"


@pytest.mark.parametrize("text", [f"---\n{LONG}\n---\n", "---\nThe quay\n", "--- Tarn: no\n", "title: x\n"])
def test_a_rule_above_a_text_is_no_front_matter(text):
    assert opened(text + LONG).notices == ()


def test_front_matter_of_odd_types_is_passed_over():
    article = opened(
        f"---\ntitle: {{a: 1}}\nauthor: [[x]]\ndate: 12\nlanguage: true\nurl:\n---\nLate\n\n{LONG}"
    )
    assert (article.title, article.byline, article.published, article.language) == ("Late", None, None, None)


def test_a_first_line_other_than_the_stated_title_is_no_headline():
    article = opened(f"---\ntitle: Ferry late\n---\nNews of the islands\n\n{LONG}")
    assert [kind for kind, _ in blocks(article)] == ["paragraph", "paragraph"]
    assert article.title == "Ferry late"


def test_line_ends_and_control_characters_are_steps():
    article = from_bytes(b"Late\r\n\r\nThe ferry\x1b[2J is late.\r\n", source="a.txt", form=".txt")
    assert article.text == "Late\n\nThe ferry␛[2J is late.\n"
    assert article.steps == (
        "decoded as utf-8",
        "line ends normalised",
        "control and invisible characters replaced",
    )


def test_set_aside_text_is_blank_for_the_model():
    article = opened(f"Head\n\n{LONG}\n\nThe quay at dawn\n\n(Photo: Piet Halm)\n\n{LONG}")
    assert "quay" not in article.model_text
    assert "Halm" not in article.model_text
    assert len(article.model_text) == len(article.text)


def test_words_are_counted_without_dashes_and_bullets():
    assert Article("The ferry – a boat – is late.\n* It's 9.30\n---").words == 8


STANDFIRST = "Boats had been tied up for a week."
DAYS = [
    "Published: 4 March 2026",
    "Updated 14:05, 4 March 2026",
    "Last updated: 4 March 2026",
    "First published on 4 March 2026 14.05 GMT",
    "4 March 2026",
    "Wednesday, March 4, 2026",
    "2026-03-04T14:05:00Z",
    "Wed 4 Mar 2026 14.05 CET",
    "2:05 p.m. ET, March 4, 2026",
    "Mar 4, 2026 | 3 min read",
    "4 March 2026 • Tarn",
    "For immediate release: 4 March 2026",
    "Published 4 March 2026, updated 6 March 2026",
    "Odile Marsh, 4 March 2026",
    "By Odile Marsh | Published: 4 March 2026",
]


@pytest.mark.parametrize("line", DAYS)
@pytest.mark.parametrize("above", ["", f"{STANDFIRST}\n\n", f"{STANDFIRST}\n\nBy Odile Marsh\n\n"])
def test_a_line_that_gives_nothing_but_the_day_is_the_day_of_the_article(above, line):
    article = opened(f"Ferry strike ends\n\n{above}{line}\n\n{LONG}\n\n{LONG}")
    kind = next(kind for kind, text in blocks(article) if text == line)
    assert kind in {"byline", "boilerplate"}
    assert (article.published, article.published_from) == (date(2026, 3, 4), "dateline")


def test_the_day_of_a_change_counts_where_no_other_is_given():
    changed = "Ferry strike ends\n\nUpdated: 6 March 2026\n\n"
    assert opened(changed + LONG).published == date(2026, 3, 6)
    assert opened(f"{changed}Published: 4 March 2026\n\n{LONG}").published == date(2026, 3, 4)


@pytest.mark.parametrize("line", ["4 March", "04/03/2026", "Wednesday, March 4"])
def test_a_day_that_is_not_whole_or_not_sure_is_set_apart_and_not_guessed(line):
    article = opened(f"Ferry strike ends\n\n{line}\n\n{LONG}")
    assert (blocks(article)[1][0], article.published) == ("byline", None)


def test_days_that_head_the_parts_of_a_chronicle_are_none_of_its_own():
    article = opened(f"How the strike went\n\n4 March 2026\n\n{LONG}\n\n5 March 2026\n\n{LONG}")
    assert [kind for kind, _ in blocks(article)] == ["headline", *["subhead", "paragraph"] * 2]
    assert article.published is None


@pytest.mark.parametrize(
    "line",
    [
        "Published 4 March 2026, the report blames rust",
        "4 March 2026 was a quiet day",
        "Updated plans of 4 March 2026 in full",
        "Words: how they sank a ferry",
        "Analysis: Tarn Harbour Office",
        "Report: Tarn Harbour Office",
        "May 4 boats sail",
    ],
)
def test_a_line_that_says_more_is_no_date_line_and_no_byline(line):
    article = opened(f"Ferry strike ends\n\n{STANDFIRST}\n\n{STANDFIRST[:-1]}\n\n{line}\n\n{LONG}")
    assert blocks(article)[3] == ("subhead", line)


@pytest.mark.parametrize(
    "line",
    [
        "Words: Odile Marsh",
        "Words by Odile Marsh",
        "Author: Odile Marsh",
        "(Written by Odile Marsh)",
        "Story by Odile Marsh",
        "By Odile Marsh",
        "Odile Marsh | 4 March 2026",
    ],
)
def test_a_line_that_only_names_who_wrote_it_is_its_byline(line):
    article = opened(f"Ferry strike ends\n\n{STANDFIRST}\n\nThe quay at dawn\n\n{line}\n\n{LONG}")
    assert blocks(article)[3] == ("byline", line)
    assert article.byline == "Odile Marsh"


def test_a_date_line_under_the_heading_of_markdown_is_one_too():
    article = opened(f"# Ferry strike ends\n\n*4 March 2026*\n\n{LONG}\n", ".md")
    assert (blocks(article)[1], article.published) == (("byline", "4 March 2026"), date(2026, 3, 4))


@pytest.mark.parametrize("line", ["March 2026", "Wednesday", "2026"])
def test_less_than_a_day_below_the_headline_is_neither_byline_nor_day(line):
    article = opened(f"Ferry strike ends\n\n{line}\n\n{LONG}")
    assert [kind for kind, _ in blocks(article)] == ["headline", "subhead", "paragraph"]
    assert article.published is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By ODILE MARSH, NILS ARVO and IDA FELD", "ODILE MARSH, NILS ARVO, IDA FELD"),
        ("By Odile Marsh, Nils Arvo, Ida Feld", "Odile Marsh, Nils Arvo, Ida Feld"),
        ("By Odile Marsh, Chief Reporter", "Odile Marsh"),
        ("By Odile Marsh, Tarn Press", "Odile Marsh"),
        ("By Odile Marsh, New York", "Odile Marsh"),
        ("By Odile Marsh, Nils Arvo | 3 March 2026", "Odile Marsh, Nils Arvo"),
    ],
)
def test_all_who_wrote_it_stand_in_the_byline_and_nothing_else(line, names):
    assert opened(f"Ferry strike ends\n\n{line}\n\n{LONG}\n").byline == names


def test_the_flag_of_a_part_of_a_country_is_a_black_one():
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert opened(f"Rovers win {flag} again.\n").text == "Rovers win \U0001f3f4 again.\n"
