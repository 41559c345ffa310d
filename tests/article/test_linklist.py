"""Text that a program made of a page: numbers behind links, and the list of their addresses."""

import pytest

from reader.article.opener import from_bytes

NEWSBOAT = """\
Feed: Tarn wire
Title: The quay is closed
Author: Ada Brandt
Date: Tue, 25 Sep 2018 10:00:00 +0000
Link: https://quay.example/a

"It is shut," said Tove P. Lind[1], a fellow at the Institute[2] for Ports[9].

Links:
[1]: https://quay.example/s (link)
[2]: ftp://x.example/i.png (image)
"""


def opened(text: str):
    return from_bytes(text.encode(), source="a.txt", form=".txt")


def test_an_article_of_newsboat():
    article = opened(NEWSBOAT)
    assert (article.title, article.byline, article.site) == ("The quay is closed", "Ada Brandt", "Tarn wire")
    assert (str(article.published), article.url) == ("2018-09-25", "https://quay.example/a")
    assert article.text.startswith(
        '"It is shut," said Tove P. Lind¹, a fellow at the Institute² for Ports[9].'
    )
    assert [block.kind for block in article.blocks] == ["paragraph", *["boilerplate"] * 3]
    assert [(article.text[r.start : r.end], r.address) for r in article.links] == [
        ("¹", "https://quay.example/s")
    ]
    assert "Tove P. Lind , a fellow" in article.model_text


def test_the_references_of_another_program():
    article = opened("The quay[1] is closed, the mayor said.\n\nReferences\n\n   1. https://quay.example/s\n")
    assert article.text.startswith("The quay¹ is closed, the mayor said.\n")
    assert [block.kind for block in article.blocks] == ["paragraph", "boilerplate", "boilerplate"]


@pytest.mark.parametrize(
    "text",
    [
        "He paid[1] for it.\n\nLinks:\n\nWords go on.\n",
        "He paid[1] for it.\n\nLinks:\n[1]: see below\n",
        "The list:\n\n1. Trams.\n2. Ferries.\n",
    ],
)
def test_what_is_no_list_of_links_stays(text):
    assert opened(text).text == text


def test_a_long_list_opens_at_once():
    marks = "".join(f" word[{n}]" for n in range(1, 3000))
    links = "".join(f"[{n}]: https://quay.example/{n}\n" for n in range(1, 3000))
    assert len(opened(f"The{marks}.\n\nLinks:\n{links}").links) == 2999
