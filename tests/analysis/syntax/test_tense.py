"""Which way a clause looks, row by row of the table."""

import pytest

from reader.analysis.syntax.tense import FORMS, INFINITIVES, Direction, Group, direction, of_verb


@pytest.mark.parametrize("form", [*FORMS, *INFINITIVES], ids=lambda form: form.name)
def test_every_row_decides_its_example(word, form):
    before, verb = form.example.replace("]", "[").split("[")[:2]
    token = next(
        token
        for token in word(form.example.replace("[", "").replace("]", ""), verb).doc
        if token.idx == len(before)
    )
    rows = FORMS if form in FORMS else INFINITIVES
    assert next(row for row in rows if row.holds(Group(token))) is form


@pytest.mark.parametrize(
    ("text", "time", "way"),
    [
        ("The council met on Friday.", "Friday", Direction.PAST),
        ("The council meets on Friday.", "Friday", Direction.LIKELY_AHEAD),
        ("The council follows Friday's talks.", "Friday", Direction.NEITHER),
        ("The council will meet on Friday.", "Friday", Direction.AHEAD),
        ("The vote was put off from Friday.", "Friday", Direction.AHEAD),
        ("The rate had been effective until Friday.", "Friday", Direction.LIKELY_PAST),
        ("Crowds marched ahead of the vote on Friday.", "Friday", Direction.PAST),
        ("Crowds marched ahead of Friday's vote.", "Friday", Direction.LIKELY_AHEAD),
        ("The union vowed on Friday to strike.", "Friday", Direction.PAST),
        ("The mayor said on Friday it would close.", "Friday", Direction.PAST),
        ("The hearing is on Friday.", "Friday", Direction.AHEAD),
        ("Norvik expects 13 million, up from 12 million in February.", "February", Direction.PAST),
    ],
)
def test_a_time_looks(word, text, time, way):
    assert direction(word(text, time)) is way


def test_the_present_counts_only_where_it_is_asked_for(word):
    verb = word("The council meets on Friday.", "meets")
    assert (of_verb(verb), of_verb(verb, present=False)) == (Direction.LIKELY_AHEAD, Direction.NEITHER)
