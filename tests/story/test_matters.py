"""Claims about the same thing stand side by side, and are in dispute only where they cannot both be right."""

from datetime import date

import pytest
import yaml

from reader.analysis.lexicon import HERE
from reader.analysis.pipeline import analyse
from reader.article import Article, open_article
from reader.resources import folder
from reader.story import merge

DAY = date(2026, 3, 12)  # a Thursday


@pytest.fixture
def shared(read_text):
    """``shared(one, other)``: of each matter both tell of, its name and whether it is in dispute."""

    def matters(*texts, published=DAY):
        articles = [Article(text, published=published) for text in texts]
        told = merge(articles, [read_text(text, published) for text in texts]).matters
        return [(matter.about, matter.disputed) for matter in told if len(matter.articles) > 1]

    return matters


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("Nine people were left dead after the crane fell.", "Eleven people were killed, police said.", "killed"),
        ("The crane fell, killing nine people.", "At least 11 people died when the crane fell.", "killed"),
        ("Police arrested 40 protesters.", "There were 55 arrests.", "arrested"),
        ("The firm will cut 400 jobs.", "Nordline said 600 workers will be laid off.", "jobs to go"),
        ("Turnout was 63 percent.", "Some 71 percent of voters turned out.", "turnout"),
        ("Some 40,000 people marched.", "Police said 12,000 demonstrators took to the streets.", "in the crowd"),
        ("Organisers put the crowd at 20,000.", "The crowd numbered 12,000.", "in the crowd"),
        ("About 900 households lost power.", "Some 1,200 homes were without power.", "without power"),
        ("The bridge will cost 40 million euros.", "The union put the cost of the bridge at 60 million euros.",
         "euro · bridge"),
        ("Nordline's profit rose 12 percent.", "Earnings at Nordline fell 3 percent.",
         "percent · Nordline's profit"),
        ("Up to 300 passengers were waiting.", "Some 450 passengers were waiting at the pier.", "passengers"),
    ],
)  # fmt: skip
def test_other_words_for_the_same_stand_together_and_dispute_it(shared, one, other, about):
    assert shared(one, other) == [(about, True)]


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("The crane fell, killing 11 people.", "At least nine people died when the crane fell.", "killed"),
        ("Between nine and 12 people were killed.", "Eleven people died.", "killed"),
        ("About 20,000 people marched.", "Some 19,000 people marched.", "in the crowd"),
        ("Nine people were killed.", "Nine dead people were found on Tuesday.", "killed"),
        ("The bridge cost 18 million euros.", "The bridge cost 18.2 million euros.", "euro · bridge"),
    ],
)
def test_amounts_that_fit_stand_together_without_dispute(shared, one, other, about):
    assert shared(one, other) == [(about, False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two dockers were killed in 2019.", "Nine dockers were killed on Tuesday."),  # another year
        ("Twelve people were killed on Monday.", "Nine people were killed on Wednesday."),  # another day
        ("Nine people have died this year.", "Eleven people were killed when the crane fell."),  # a year's
        ("Twelve people were killed in Arvil.", "Nine people were killed in Marenby."),  # another place
        ("Two children were killed.", "Nine people were killed."),  # some of them
        ("Three gunmen killed nine officers.", "Two people were killed."),  # who killed is not who died
        ("Three gunmen have killed a guard.", "Two people were killed."),
        ("Nordline's net profit was 5 million euros.", "Nordline's operating profit was 9 million euros."),
        ("Nordline's profit was 5 million euros.", "Kelmar's profit was 9 million euros."),  # another owner
        ("The bridge will cost 40 million euros.", "The bridge will earn 60 million euros."),
        ("Some 48 percent of voters back the plan.", "Some 61 percent of voters want a new vote."),
        ("Up to 300 passengers were waiting.", "Some 450 passengers were aboard."),
        (
            "The tax rises from 19 percent to 21 percent.",
            "The tax rises from 19 percent.",
        ),  # before and after
        ("Nine people were killed.", "Another two people were killed."),  # more of them
        ("Nine people were killed.", "His mother and two others were killed."),  # some of them
        (
            "The storm killed 30 people in Norway and Sweden.",
            "The storm killed 12 people in Norway.",
        ),  # all, and one
        (
            "Some 80 millimetres of rain fell.",
            "Rain of 30 millimetres is expected on Saturday.",
        ),  # what is to come
        ("The hospice lost 80,000 euros.", "The hospice in Doring lost 20,000 euros in 2019."),
        ("Ilse Brandt, 47, leads the union.", "Otto Brandt, 52, leads the union."),  # ages are somebody's
    ],
)
def test_what_is_about_something_else_is_never_in_dispute(shared, one, other):
    assert not any(disputed for _, disputed in shared(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Repairing the road bridge will cost £18.7m.", "The county puts the repair of the road bridge at £18.2m."),
        ("Observers counted 140 irregularities.", "Observers saw 38 irregularities."),
        ("Halden expects savings of $350m a year.", "The firms promise savings of $500m a year."),
        ("The share index has lost 40 percent since January.", "The share index lost 45 percent in total."),
        ("Brandt stole £240,000 from the hospice.", "The hospice says £310,000 was stolen by Brandt."),
        ("The ferry hit a pier at Marenby. It had been repaired for £2m.", "The ferry was repaired for £3m."),
    ],
)  # fmt: skip
def test_words_of_a_sentence_tell_what_no_list_has(shared, one, other):
    assert [disputed for _, disputed in shared(one, other)] == [True]


def test_an_article_that_gives_both_figures_disputes_neither(shared):
    both = "Nine people were killed. Eleven people were killed."
    assert shared(both, "Eleven people were killed.") == [("killed", False)]


def test_two_sources_of_one_article_dispute_and_the_article_itself_does_not(read_text):
    text = "Nine people were killed, police said. The union said eleven people were killed."
    told = merge([Article(text)], [read_text(text)])
    assert [(matter.about, len(matter.claims), matter.disputed) for matter in told.matters] == [
        ("killed", 2, True)
    ]
    text = "Nine people were killed. Eleven people were killed."
    (matter,) = merge([Article(text)], [read_text(text)]).matters
    assert not matter.disputed


def test_the_disputed_come_first_and_then_what_several_articles_tell(read_text):
    texts = ("Six boats sank. Nine people were killed. Forty people were arrested.",
             "Forty people were arrested. Eleven people were killed.")  # fmt: skip
    told = merge([Article(text) for text in texts], [read_text(text) for text in texts])
    assert [matter.about for matter in told.matters] == ["killed", "arrested", "boats"]


def test_two_samples_tell_of_one_storm(nlp):
    first, next_day = (
        open_article(str(folder("samples") / f"storm-{name}.txt"), published=date(2026, 10, day))
        for name, day in (("ottilie", 3), ("aftermath", 4))
    )
    story = merge([first, next_day], [analyse(nlp, first), analyse(nlp, next_day)])
    told = {matter.about: matter for matter in story.matters if len(matter.articles) > 1}
    assert {about for about in told if told[about].updated} >= {"moved to safety", "missing · fishing boats"}
    assert told["without power"].claims
    assert [claim.value for _, claim in told["killed"].claims] == [
        9,
        9,
        11,
        11,
    ]  # each in a heading and a sentence
    assert told["killed"].updated  # "at least nine" on the day itself
    both = {voice.speaker.name for voice in story.voices if len(voice.articles) == 2}
    assert both >= {"Lucinda Paz", "Teodoro Almagro", "Meridian Re"}


def test_every_word_of_the_list_is_a_word():
    def leaves(value):
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from leaves(each) if isinstance(each, (dict, list)) else [each]

    words = list(leaves(yaml.safe_load((HERE / "things.yaml").read_text("utf-8"))))
    assert len(words) > 200
    assert [word for word in words if not isinstance(word, (str, bool))] == []
    assert words.count(False) == 0  # YAML takes a bare "on", "off" or "no" for a truth
    assert words.count(True) == 2  # the two things that are `only`
