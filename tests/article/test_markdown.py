"""Markdown: its structure is kept and its syntax is not shown."""

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
        ("listitem", 1, "Route | Fare"),
        ("listitem", 1, "Tarn | 4"),
    ]


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
