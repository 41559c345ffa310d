"""Nothing that a page shows inside its article is lost, whatever it is made of, and no word or number is changed."""

import pytest

from reader.article import ArticleError
from reader.article.opener import from_bytes

SAID = [
    "The ferry to Kelda stayed in port on Monday, the harbour office said, and nobody knew for how long.",
    "Odile Marsh, who runs the quay, said that the crew of 14 had slept on board for the third night.",
    "The council will meet on Thursday to talk about a second boat, which would cost about £4m a year.",
]
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in SAID)


def read(body, url=None):
    page = f"<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1>{body}</article><footer><p>About the Tarn Post</p></footer></body></html>"
    return from_bytes(page.encode(), source="page.html", form=".html", url=url)


def blocks(body):
    """The blocks of an article with ``body`` between two paragraphs, without these."""
    article = read(f"<p>{SAID[0]}</p>{body}<p>{SAID[1]}</p><p>{SAID[2]}</p>")
    found = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    start, end = found.index(("paragraph", SAID[0])), found.index(("paragraph", SAID[1]))
    return found[start + 1 : end]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>The first boat sank. <div class='ad-slot'></div> The second one sailed at noon.</p>",
            [("paragraph", "The first boat sank."), ("paragraph", "The second one sailed at noon.")],
        ),
        (
            "<p>The first boat sank. <form><b>What now?</b></form> The second one sailed at noon.</p>",
            [
                ("paragraph", "The first boat sank."),
                ("paragraph", "What now?"),
                ("paragraph", "The second one sailed at noon."),
            ],
        ),
        ("Nobody came to the quay that day. <br><br>", [("paragraph", "Nobody came to the quay that day.")]),
        (
            "<div>Nobody came that day.</div><div>Nobody asked for why.</div>",
            [("paragraph", "Nobody came that day."), ("paragraph", "Nobody asked for why.")],
        ),
        (
            f"<div><span>{SAID[0].replace('Kelda', 'Skerry')}</span><span>{SAID[1].replace('third', 'fourth')}</span></div>",
            [
                ("paragraph", SAID[0].replace("Kelda", "Skerry")),
                ("paragraph", SAID[1].replace("third", "fourth")),
            ],
        ),
        (
            "<details><summary>What the law says</summary>A boat has to sail when it can.</details>",
            [("paragraph", "What the law says"), ("paragraph", "A boat has to sail when it can.")],
        ),
        (
            "<p>He saw it at once. <figure><img src=a.jpg><figcaption>The quay in fog</figcaption></figure> “I ran,” he said.</p>",
            [
                ("paragraph", "He saw it at once."),
                ("caption", "The quay in fog"),
                ("paragraph", "“I ran,” he said."),
            ],
        ),
        (
            "<div class='social-embed'><blockquote><p>No boats today.</p>— Harbour Office (@tarn)</blockquote></div>",
            [("blockquote", "No boats today."), ("blockquote", "— Harbour Office (@tarn)")],
        ),
        (
            "<custom-text>It rained until noon that day.</custom-text>",
            [("paragraph", "It rained until noon that day.")],
        ),
        (
            "<figure><ul><li><figcaption>Jonas Brack at the quay</figcaption></li></ul></figure>",
            [("caption", "Jonas Brack at the quay")],
        ),
        (
            "<p><img src='a.jpg' alt='The harbour wall after it broke'></p>",
            [("caption", "The harbour wall after it broke")],
        ),
        (
            "<p>It sells three things:</p><ul><li><a href=/a>Rope</a></li><li><a href=/b>Tar</a></li></ul>",
            [("paragraph", "It sells three things:"), ("listitem", "Rope"), ("listitem", "Tar")],
        ),
    ],
)
def test_what_stands_between_two_paragraphs_stays_there(body, expected):
    assert blocks(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<nav><ul><li><a href=/a>Home and away</a></li></ul></nav>",
        "<form action=/s><p>Get our letter every morning at seven.</p><input name=mail></form>",
        "<div class='related-stories'><h3>More</h3><p>The other boat was sold to Kelda last year.</p></div>",
        "<aside><p>The other boat was sold to Kelda last year.</p></aside>",
        "<script>var a = 'The boat';</script><style>p { color: red }</style><template><p>Never shown.</p></template>",
    ],
)
def test_what_is_no_part_of_the_text_stays_out(body):
    assert blocks(body) == []


def test_what_was_left_out_is_counted():
    article = read(
        f"{PARAGRAPHS}<aside><p>The other boat was sold to Kelda last year.</p></aside><p>Then it rained for a week.</p>"
    )
    (notice,) = article.notices
    assert notice.startswith("1 passage inside the text left out")
    assert read(PARAGRAPHS).notices == ()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>3</sup> boats", "10³ boats"),
        ("10<sup>-6</sup> metres", "10⁻⁶ metres"),
        ("40 km<sup>2</sup> of sea", "40 km² of sea"),
        ("H<sub>2</sub>O", "H₂O"),
        ("the 21<sup>st</sup> boat", "the 21st boat"),
        ("in 2019<sup><a href='#n6'>6</a></sup> it sank", "in 2019⁶ it sank"),
        ("the boat<sup>[3]</sup> sank", "the boat[3] sank"),
        ("<del>£40m</del><ins>£52m</ins>", "£40m £52m"),
        ("first<br>second", "first\nsecond"),
        ("<span>Monday</span><span>12:30</span>", "Monday 12:30"),
        ("<span class=drop>T</span>he boat", "The boat"),
        ("<b>un</b>believable", "unbelievable"),
        ("<a href=/a>Tarn</a><a href=/b>kelda</a> and more", "Tarn kelda and more"),
        ("She said <q>no</q>.", "She said “no”."),
    ],
)
def test_no_word_or_number_is_changed(markup, text):
    assert ("paragraph", f"On that day, {text} as it was told.") in blocks(
        f"<p>On that day, {markup} as it was told.</p>"
    )


def test_what_is_struck_out_and_the_mark_of_a_footnote_are_not_read():
    article = read(
        f"<p>It costs <s>£40m</s> £52m<sup><a href='#fn1'>1</a></sup> a year, the office said on Monday.</p>{PARAGRAPHS}"
    )
    runs = {(run.kind, article.text[run.start : run.end]) for run in article.runs}
    assert runs == {("struck", "£40m"), ("mark", "¹")}
    assert "£40m" not in article.model_text
    assert "£52m  a year" in article.model_text


def test_a_link_keeps_its_address():
    article = read(
        f"<p>The <a href='/list?a=1'>harbour list</a>, the <a href='#top'>top</a> and the <a href='javascript:x()'>rest</a> of it are on the quay.</p>{PARAGRAPHS}",
        url="https://tarn.example/news/",
    )
    assert [
        (article.text[link.start : link.end], link.address) for link in article.links if link.address
    ] == [("harbour list", "https://tarn.example/list?a=1")]


@pytest.mark.parametrize(
    ("opens", "numbers"),
    [
        ("<ol>", ["1. ", "2. "]),
        ("<ol start=7>", ["7. ", "8. "]),
        ("<ol type=a>", ["a. ", "b. "]),
        ("<ol type=I start=4>", ["IV. ", "V. "]),
        ("<ol reversed>", ["2. ", "1. "]),
        ("<ul>", ["", ""]),
    ],
)
def test_items_keep_their_numbers(opens, numbers):
    items = ["Find a boat that floats.", "Sail it to Kelda and back."]
    body = f"{opens}{''.join(f'<li>{item}</li>' for item in items)}</{opens[1:3]}>"
    assert blocks(body) == [("listitem", number + item) for number, item in zip(numbers, items, strict=True)]


def test_an_item_that_says_its_number_says_it_once():
    assert blocks("<ol><li>1. Find a boat that floats.</li></ol>") == [
        ("listitem", "1. Find a boat that floats.")
    ]


def test_a_table_is_drawn_and_nothing_is_looked_for_in_it():
    rows = "<tr><th>Year<th>Boats</tr><tr><td>2024<td>1,250</tr><tr><td>2025<td>8<sup>2</sup></tr>"
    ((kind, text),) = blocks(f"<table>{rows}</table>")
    assert kind == "table"
    assert text.split("\n") == ["Year  Boats", "────  ─────", "2024  1,250", "2025     8²"]
    article = read(f"{PARAGRAPHS}<table>{rows}</table>{PARAGRAPHS}")
    assert "1,250" not in article.model_text


def test_a_table_that_only_lays_out_the_page_is_none():
    cells = "".join(
        f"<tr><td><p>{one}</p></td><td><p>{one.replace('the', 'a')}</p></td></tr>" for one in SAID
    )
    article = read(f"<table>{cells}</table>")
    assert {block.kind for block in article.blocks[1:]} == {"paragraph"}


@pytest.mark.parametrize(
    "markup", ["<pre><code>{}</code></pre>", "<pre class='lang-py'>{}</pre>", "<pre>{}</pre>"]
)
def test_code_stays_as_it_is(markup):
    code = "def cost(year):\n    if year:\n        return 40_000\n    return (0)"
    assert blocks(markup.format(code)) == [("code", code)]


def test_verses_keep_their_lines():
    assert blocks("<pre>The tide is out\nThe boat is in\n\nThe sea is grey</pre>") == [
        ("paragraph", "The tide is out\nThe boat is in"),
        ("paragraph", "The sea is grey"),
    ]


def test_a_sign_that_a_page_uses_for_its_own_does_no_harm():
    odd = "\U000f0000\U000f0001\U0010fffd\ue0ca"
    assert blocks(f"<p>The boat {odd} sailed at noon.</p>") == [("paragraph", "The boat sailed at noon.")]


def test_a_list_of_other_articles_is_set_aside():
    cards = "".join(
        f"<li><div><h3><a href='/{n}'>Actor number {n} is dead at 69</a></h3><p>The actor, who made {n} films, died on Monday.</p></div></li>"
        for n in range(3, 9)
    )
    article = read(f"{PARAGRAPHS * 3}<div><h2>You should see</h2><ul>{cards}</ul></div>")
    assert "films" not in article.model_text
    assert "slept on board" in article.model_text


def test_what_stands_below_a_heading_of_other_articles_is_set_aside():
    told = "<div><h2>Recommended for You</h2><ul><li><h3>Actor dead at 69</h3><p>The actor made 40 films, his agent said.</p></li></ul></div>"
    article = read(f"{PARAGRAPHS}{told}")
    assert "40 films" not in article.model_text
    led_on = f"<div><h2>What the storm left</h2><p>{SAID[0]}</p><p>{SAID[1]}</p><p><a href='/1'>Read more</a></p></div>"
    assert "slept on board" in read(f"{led_on}<div><p>{SAID[2]}</p></div>").model_text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<h2>What now?<span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></h2>"
            + PARAGRAPHS.split("</p>")[2]
            + ".</p>",
            ("subhead", "What now?"),
        ),
        (
            "<h2>What now?<a class='headerlink' href='#now'>¶</a></h2>"
            + PARAGRAPHS.split("</p>")[2]
            + ".</p>",
            ("subhead", "What now?"),
        ),
        (
            "<div>The second boat <div style='display: inline-block'></div>sailed at noon on the same day.</div>",
            ("paragraph", "The second boat sailed at noon on the same day."),
        ),
        (
            "<div>Step 1<p>Make the rope fast on the quay before anything else is done.</p></div>",
            ("paragraph", "Step 1"),
        ),
        (
            "<div class='highlight'><pre><span>$</span> sail --to kelda</pre></div>",
            ("code", "$ sail --to kelda"),
        ),
    ],
)
def test_signs_and_labels_beside_the_text(body, expected):
    assert expected in blocks(body)


def test_what_is_hidden_beside_the_article_stays_hidden():
    hidden = f"<div style='visibility: hidden'>{PARAGRAPHS.replace('Kelda', 'Skerry')}</div>"
    assert "Skerry" not in read(PARAGRAPHS + hidden).text
    assert "Skerry" in read(hidden).text


def test_a_page_of_a_few_words_opens_and_one_of_a_link_does_not():
    page = "<html><body>{}</body></html>"
    assert (
        from_bytes(page.format("<p>It held.</p>").encode(), source="a.html", form=".html").text
        == "It held.\n"
    )
    with pytest.raises(ArticleError):
        from_bytes(page.format("<a href=/1>It held.</a>").encode(), source="a.html", form=".html")
