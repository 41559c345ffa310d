"""The text of a mail message: what is quoted, whose it is, signatures, what is passed on."""

from datetime import date

import pytest

from reader.analysis.pipeline import analyse
from reader.article.opener import from_bytes

HEAD = "From: Nora Feld <nora@paper.example>\nDate: Wed, 11 Mar 2026 06:00:00 +0000\nSubject: {}\n"


def opened(body: str, subject: str = "Storm", kind: str = "text/plain; charset=utf-8"):
    head = HEAD.format(subject) + f"Content-Type: {kind}\n\n"
    return from_bytes((head + body).encode(), source="a.eml", form=".eml")


def kinds(article):
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


FLOWED = "text/plain; charset=utf-8; format=flowed"


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        (FLOWED, "We spent £12m \nand will spend \n30m more.\nSo it is.\n", "We spent £12m and will spend 30m more.\nSo it is.\n"),
        (f"{FLOWED}; delsp=yes", "The har \nbour is closed.\n", "The harbour is closed.\n"),
        (FLOWED, " >From the quay.\n", ">From the quay.\n"),
        (FLOWED, "It is \n\nSo.\n", "It is \n\nSo.\n"),
        ("text/plain", "We spent £12m \nin May.\n", "We spent £12m \nin May.\n"),
    ],
    ids=["lines go on", "without the blank", "stuffed", "an empty line ends it", "not flowed"],
)  # fmt: skip
def test_lines_that_flow_are_put_together(kind, body, text):
    assert opened(body, kind=kind).text == text


def test_a_quoted_line_that_flows_is_put_together_with_those_quoted_as_often():
    article = opened("> The quay \n> is closed.\nWhy is \nthat?\n", kind=FLOWED)
    assert kinds(article) == [("blockquote", "The quay is closed."), ("paragraph", "Why is that?")]


REPLY = """\
That is not what the ministry said.

On Mon, Mar 9, 2026 at 5:00 PM Ines Duarte <ines@city.example>
wrote:

> We have spent £12m already.
>
> On Sun, 8 Mar 2026, Jonas Feld wrote:
>
>> It was more.
>
> We will close two piers.

Fine by me.

--\x20
Nora Feld
The Paper, 12 Quay Street
"""


def test_quoted_lines_and_signatures_are_set_apart():
    assert kinds(opened(REPLY)) == [
        ("paragraph", "That is not what the ministry said."),
        ("paragraph", "On Mon, Mar 9, 2026 at 5:00 PM Ines Duarte <ines@city.example> wrote:"),
        ("blockquote", "We have spent £12m already."),
        ("paragraph", "On Sun, 8 Mar 2026, Jonas Feld wrote:"),
        ("blockquote", "It was more."),
        ("blockquote", "We will close two piers."),
        ("paragraph", "Fine by me."),
        ("boilerplate", "--"),
        ("boilerplate", "Nora Feld"),
        ("boilerplate", "The Paper, 12 Quay Street"),
    ]


def test_quoted_lines_are_the_words_of_whom_they_quote_and_the_line_above_them_says_nothing(nlp):
    reading = analyse(nlp, opened(REPLY))
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    assert [(names.get(quote.speaker), quote.text) for quote in reading.quotes] == [
        ("Ines Duarte", "We have spent £12m already."),
        ("Jonas Feld", "It was more."),
        ("Ines Duarte", "We will close two piers."),
    ]
    assert reading.timeline == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("On 9 Mar 2026, at 17:00, Ines Duarte <i@city.example> wrote:", "Ines Duarte"),
        ("On Monday, March 9, 2026, 5:00 PM GMT, Ines de Souza Duarte wrote:", "Ines de Souza Duarte"),
        ("Ines Duarte <i@city.example> wrote on 9 March 2026:", "Ines Duarte"),
        ("Ines Duarte wrote:", "Ines Duarte"),
        ("On 2026-03-09 17:00, i@city.example wrote:", None),
    ],
)
def test_who_is_quoted_stands_in_the_line_above(line, name):
    article = opened(f"Well.\n\n{line}\n> We are late.\n")
    quoted = article.blocks[-1]
    assert (quoted.by and article.text[slice(*quoted.by)]) == name


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("On Mon, Mar 9, 2026 at 5:00 PM Ines Duarte <i@city.example> wrote:", date(2026, 3, 9)),
        ("On 9 Mar 2026, at 17:00, Ines Duarte wrote:", date(2026, 3, 9)),
        ("Ines Duarte wrote:", "unknown"),
    ],
)
def test_what_is_quoted_is_of_its_own_day(line, told):
    article = opened(f"Well.\n\n{line}\n> We were late yesterday.\n>> So was I.\n")
    assert [block.told for block in article.blocks] == [None, None, told, "unknown"]


def test_a_message_below_its_own_head_is_of_the_day_stated_there():
    head = "-----Original Message-----\nFrom: Ines Duarte\nSent: Monday, March 9, 2026 5:00 PM\nTo: All\n"
    article = opened(f"Well.\n\n{head}\nWe were late yesterday.\n")
    assert article.blocks[-1].told == date(2026, 3, 9)


def test_somebody_who_wrote_something_is_no_line_above_a_quotation():
    article = opened("On Monday the mayor wrote:\n\nWe will be late.\n")
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]


PASSED_ON = """\
See below.

---------- Forwarded message ---------
From: Ines Duarte <ines@city.example>
Date: Mon, Mar 9, 2026 at 5:00 PM
Subject: Storm over Tarn
To: <all@city.example>

Nine people died yesterday.
"""


def test_a_message_that_is_passed_on_has_its_own_day_sender_and_subject():
    article = opened(PASSED_ON, "Fwd: Storm over Tarn")
    assert (article.title, article.byline) == ("Storm over Tarn", "Ines Duarte")
    assert (article.published, article.published_from) == (date(2026, 3, 9), "metadata")
    assert "passes another one on" in article.notices[0]
    assert kinds(article)[-1] == ("paragraph", "Nine people died yesterday.")


def test_the_message_that_is_answered_is_quoted():
    body = PASSED_ON.replace("---------- Forwarded message ---------", "-----Original Message-----")
    article = opened(body, "Re: Storm")
    assert (article.title, article.published) == ("Re: Storm", date(2026, 3, 11))
    quoted = article.blocks[-1]
    assert (quoted.kind, article.text[slice(*quoted.by)]) == ("blockquote", "Ines Duarte")


@pytest.mark.parametrize(
    "hostile", ["> " * 50_000, "On " + "a " * 100_000 + "wrote:\n> b", "From: a\n" * 50_000, "-- \n" * 50_000]
)
def test_odd_mail_opens(hostile):
    assert opened(hostile + "\nWords.\n").text.rstrip().endswith("Words.")
