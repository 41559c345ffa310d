"""A title tells man from woman: whom "Mrs Feld" means."""

import pytest

COUPLE = "Nils Feld, 40, denies theft. His wife, Karen Feld, 38, denies fraud. "


@pytest.fixture
def named(read_text):
    """``named(text)``: each entity's name with how often it is mentioned."""
    return lambda text: {entity.name: len(entity.mentions) for entity in read_text(text).entities}


def test_husband_and_wife(named):
    assert named(f"{COUPLE}Mr Feld was ill. Mrs Feld wept. Mrs Feld left.") == {
        "Nils Feld": 2,
        "Karen Feld": 3,
    }


def test_a_woman_beside_a_man_of_her_name_is_somebody_else(named):
    found = named("Nils Feld sold keys. Nils Feld sold locks. Mrs Feld wept.")
    assert found == {"Nils Feld": 2, "Mrs Feld": 1}


def test_a_title_that_fits_is_the_one_who_bears_the_name(named):
    assert named("Dr Helen Brandt left. Ms Brandt was ill.") == {"Helen Brandt": 2}


def test_a_given_name_that_tells_nothing_fits_either(named):
    assert named("Mayor Kerrin Brandt left. Mr Brandt was ill.") == {"Kerrin Brandt": 2}
