"""What is reported without marks."""

import pytest

ONE = {
    "that_clause": ("Helen Brandt said that the bridge was old.", "that the bridge was old", "Helen Brandt"),
    "bare_clause": ("Helen Brandt said the bridge was old.", "the bridge was old", "Helen Brandt"),
    "parenthetical": ("The bridge was old, Helen Brandt said.", "The bridge was old", "Helen Brandt"),
    "inverted": ("The bridge was old, said Helen Brandt.", "The bridge was old", "Helen Brandt"),
    "according_to_first": (
        "According to Helen Brandt, the bridge was old.",
        "the bridge was old",
        "Helen Brandt",
    ),
    "according_to_before_a_noun_like_verb": (
        "According to talk radio host Nils Arvo, the move reeks of fear.",
        "the move reeks of fear",
        "Nils Arvo",
    ),
    "according_to_last": (
        "The bridge was old, according to Helen Brandt.",
        "The bridge was old",
        "Helen Brandt",
    ),
    "interrupted": (
        "The bridge, Helen Brandt said, was too old for lorries.",
        "was too old for lorries",
        "Helen Brandt",
    ),
    "promise": ("Helen Brandt vowed to close the bridge.", "to close the bridge", "Helen Brandt"),
    "request": ("Helen Brandt urged the council to close it.", "to close it", "Helen Brandt"),
    "noun": (
        "Helen Brandt repeated her claim that the bridge was old.",
        "that the bridge was old",
        "Helen Brandt",
    ),
    "object": ("Helen Brandt announced a ban on lorries.", "a ban on lorries", "Helen Brandt"),
    "document": ("A report found that the bridge was old.", "that the bridge was old", "A report"),
}


@pytest.mark.parametrize(("text", "content", "name"), ONE.values(), ids=ONE.keys())
def test_content_and_speaker(said, text, content, name):
    assert said(text) == [(content, name)]


def test_it_has_no_marks_and_keeps_its_cue(quote):
    found = quote("Helen Brandt said that the bridge was old.")
    assert (found.kind, found.marks, found.cue.text, found.cue.lemma) == ("indirect", (), "said", "say")


def test_a_verb_that_reports_nothing_makes_no_quote(read_text):
    assert read_text("Helen Brandt crossed the bridge that her uncle had built.").quotes == ()


def test_a_verb_that_has_its_object_ends_no_report(read_text):
    assert read_text("In the old town by the bridge, Helen Brandt wrote a book.").quotes == ()


def test_what_the_speaker_adds_is_no_part_of_what_was_said_before(said):
    text = "Helen Brandt said the bridge was old, adding that it was rusty."
    assert said(text)[0] == ("the bridge was old", "Helen Brandt")


@pytest.mark.parametrize("text", ["It means that the bridge is old.", "Knowing that it was old, they left."])
def test_nobody_reports_where_nobody_speaks(read_text, text):
    assert read_text(text).quotes == ()


def test_what_no_comma_sets_off_is_not_said(read_text):
    text = (
        "Deji Okafor, who joined in August, struck in the 62nd and 79th minutes before captain Marc Lindqvist "
        "added a third from the penalty spot in stoppage time."
    )
    assert read_text(text).quotes == ()


def test_a_report_inside_another_keeps_the_mark_that_closes_it(read_text):
    text = 'Leo Marsh said that talks were "going on" and that he hoped to make an announcement "within a fortnight".'
    assert read_text(text).quotes[-1].text == 'to make an announcement "within a fortnight"'


def test_what_happens_before_ones_eyes_is_not_said(read_text, said):
    assert read_text("The farmers have seen their quotas halved.").quotes == ()
    assert said("The farmers could see that rain was coming.")[0][0] == "that rain was coming"


def test_what_is_asked_next_is_no_part_of_what_was_noted(said):
    text = (
        "Petr Dvora noted that the council had cut spending on pipes, and asked why no plant had been built."
    )
    assert said(text) == [
        ("that the council had cut spending on pipes", "Petr Dvora"),
        ("why no plant had been built", "Petr Dvora"),
    ]


def test_of_two_subjects_without_a_comma_the_first_is_the_subject(said):
    text = "A study published last week in the journal Water Futures found that leaks were rare."
    assert said(text)[0][1] != "Water Futures"


def test_the_day_something_was_said_on_is_no_part_of_it(said):
    assert said("Vantor said on Wednesday it would cut jobs.") == [("it would cut jobs", "Vantor")]


def test_whom_a_report_cites_is_not_what_it_says(said):
    text = "The Orrin Post reported that talks were under way, citing two people familiar with the matter."
    assert said(text) == [("that talks were under way", "Orrin Post")]


@pytest.mark.parametrize(
    "text",
    [
        "The envoys left without a deal, raising fears that fighting could resume.",
        "The mayor faced accusations that the bridge was unsafe.",
    ],
)
def test_fears_that_are_raised_or_faced_are_somebody_elses(read_text, text):
    assert [quote.speaker for quote in read_text(text).quotes] in ([], [None])


def test_a_word_before_that_is_no_part_of_what_was_said(said):
    assert said("Petr Dvora said only that his country would fight.")[0][0] == "that his country would fight"


def test_a_report_ends_with_the_mark_after_its_comma(read_text):
    text = "Alma Reyes said that his gifts had “built half the libraries,” adding, “I learned to read there.”"
    assert [(quote.kind, quote.text) for quote in read_text(text).quotes] == [
        ("mixed", "that his gifts had “built half the libraries,”"),
        ("direct", "“I learned to read there.”"),
    ]


def test_a_number_that_was_recorded_says_nothing(said):
    text = "Ms Vale said inspectors had found 41 faults, more than double the number recorded a year earlier."
    assert said(text) == [
        ("inspectors had found 41 faults, more than double the number recorded a year earlier", "Vale")
    ]
    assert said("A number of officials said the hall was unsafe.") == [
        ("the hall was unsafe", "A number of officials")
    ]


def test_an_adversative_clause_that_contests_a_report_is_no_part_of_it(said):
    text = "Helen Brandt said the bridge was safe, although Jonas Feld disputes that."
    assert said(text) == [("the bridge was safe", "Helen Brandt")]


def test_an_adversative_clause_of_the_speaker_stays_part_of_the_report(said):
    text = "Helen Brandt said the bridge was safe, although it was old."
    assert said(text) == [("the bridge was safe, although it was old", "Helen Brandt")]


@pytest.mark.parametrize(
    "report",
    [
        "that “nobody asked us” and that the crane had failed twice",
        "that “nobody had read it”, that the bridge was to close and that the town knew",
    ],
)
def test_further_that_clauses_belong_to_the_report_whose_first_is_in_marks(said, report):
    assert said(f"Helen Brandt told the council {report}.") == [(report, "Helen Brandt")]


@pytest.mark.parametrize(
    ("text", "content", "name"),
    [
        (
            "The deal values Arvil at £4m; Norvik Energi said it expected to close it in May.",
            "it expected to close it in May",
            "Norvik Energi",
        ),
        (
            "Helen Brandt was seen on the pier, and denied that the bridge was old.",
            "that the bridge was old",
            "Helen Brandt",
        ),
        ("The Kolm Post quoted Helen Brandt as saying the pier was old.", "the pier was old", "Helen Brandt"),
        ("Helen Brandt denied misleading voters.", "misleading voters", "Helen Brandt"),
        (
            "The pier has rules that Helen Brandt said were unfair to small boats.",
            "were unfair to small boats",
            "Helen Brandt",
        ),
    ],
)
def test_a_report_is_found_wherever_the_parse_hangs_it(said, text, content, name):
    assert (content, name) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Helen Brandt described what Nils Arvo said was a routine.",
        "The council fixed what it called a glitch.",
    ],
)
def test_a_name_that_somebody_gives_to_a_thing_is_no_report(read_text, text):
    assert read_text(text).quotes == ()
