"""No text brings a component down: sentences cut, joined, doubled, with words put in and blocks taken out."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.analysis.pipeline import analyse
from reader.article import Article, Block

SENTENCES = (
    "“We will not close the weir before Friday,” said Ilse Brandt, who has run the Harn Water Board since 2019.",
    "The board said up to 4,000 of the 12,500 homes in Harn had been without power for 36 hours.",
    "Let’s hope the old mill survives, one of them, Jonas Feld, wrote on Monday.",
    "According to a report by the Marenby Institute, prices rose 3.5% to £1.2bn in the same period last year.",
    "He denied that he had ever met her; she, he added, “knows better than that”.",
    "WEIR CLOSED AFTER STORM: TWO BRIDGES LOST, SAYS MAYOR",
    "MR FELD: Did you see the boat? A: I saw nothing, sir.",
    "Brandt (FDP), the former minister of transport, has yet to confirm whether the 1-1/2 mile wall will be rebuilt by March 2027.",
    "Nobody knows how many of the 1990s’ first half-million visitors, some of them children, came back.",
    "The company, whose shares fell 12 per cent, declined to comment.",
    "It was, she told the Marenby Courier, “the worst” night in 44 years — worse than the flood of 1953.",
    "Between 20 and 30 people, twice as many as in the year before, were taken to St Anne’s at 3.15am.",
    "SOURCE: Harn News",
    "— Helen Roth, of Lower Harn",
    "So wrote the clerk, in the words of the judge.",
)
ODD = (
    "\ufffd", "’s", "'s", "“", "”", '"', "—", "…", "(", ")", ":", ";", ",", ".", "5%", "£5m", "1990s", "\xa0", "😀",
    "Let’s", "Q:", "\u2028", "İ", "ß", "ﬁ", "½", "٣", "②", "Ⅷ", "10", "of", "the", "said", "according to", "by", "up",
    "by the end of", "as", "per cent", "\u200b", "\x00", "\ud800", "n't", "Mr", "SOURCE:",
)  # fmt: skip
KINDS = ("headline", "subhead", "byline", "paragraph", "listitem", "blockquote", "caption", "boilerplate")
DAYS = st.none() | st.sampled_from((date.min, date(2026, 3, 12), date.max))


@st.composite
def sentences(draw):
    """A sentence, cut or doubled, with words lost, moved or put in."""
    text = draw(st.sampled_from(SENTENCES))
    way = draw(st.sampled_from(("as it is", "head", "tail", "twice", "without", "with", "within", "loud")))
    at = draw(st.integers(0, len(text)))
    words = text.split(" ")
    place = at % len(words)
    if way == "head":
        return text[:at]
    if way == "tail":
        return text[at:]
    if way == "twice":
        return text + draw(st.sampled_from(("", " "))) + text
    if way == "without":
        return " ".join(words[:place] + words[place + draw(st.integers(1, 5)) :])
    if way == "with":
        return " ".join([*words[:place], draw(st.sampled_from(ODD)), *words[place:]])
    if way == "within":
        return text[:at] + draw(st.sampled_from(ODD)) + text[at:]
    return text.upper() if way == "loud" else text


PARAGRAPHS = st.tuples(st.lists(sentences(), min_size=1, max_size=4), st.sampled_from((" ", "", "\n"))).map(
    lambda drawn: drawn[1].join(drawn[0])
)


@st.composite
def articles(draw):
    """Paragraphs of such sentences, some of another kind than they should be, some of no block at all."""
    text, blocks = "", []
    for paragraph in draw(st.lists(PARAGRAPHS, max_size=4)):
        if paragraph and draw(st.integers(0, 5)):
            kind = draw(st.sampled_from(("paragraph", *KINDS)))
            blocks.append(Block(kind, len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    dateline = (0, min(9, len(text))) if draw(st.booleans()) else None
    return Article(text, tuple(blocks), published=draw(DAYS), dateline=dateline)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_no_text_brings_a_component_down(nlp, article):
    reading = analyse(nlp, article)
    assert not reading.failures
    for item in (*reading.quotes, *reading.claims, *reading.timeline):
        assert 0 <= item.start < item.end <= len(article.text)
        assert item.text == article.text[item.start : item.end]
