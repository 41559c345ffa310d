"""What has an amount."""

import pytest


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Turnout was 61 percent.", "Turnout"),
        ("Copper prices rose 5%.", "Copper prices"),
        ("Half of the voters stayed at home.", "voters"),
        ("They drank 20 litres of beer.", "beer"),
        ("She signed a $150,000 contract.", "contract"),
        ("The bank raised interest rates by 25 basis points.", "interest rates"),
        ("A loaf worth $9 was stolen.", "loaf"),
        ("The plane has a range of 400 kilometres.", "range"),
        ("The pump, which costs $300, is broken.", "pump"),
        ("The firm said it lost $4 million.", "firm"),
        ("The new pumps halved the water bill.", "water bill"),
        ("He paid $30 for a used bike.", "used bike"),
        ("Ostby's 900 farmers protested.", "Ostby"),
        ("He praised the crew of a seven-member boat.", "boat"),
        ("Ostby owns a fleet of 80 tankers and barges.", "fleet"),
        ("The mill invested a total of 200 million.", "mill"),
        ("Shares in Tollund were down 2.5%.", "Shares"),
        ("The mill reported a 6 percent fall in orders.", "orders"),
    ],
)
def test_what_has_the_amount(claims_of, text, of):
    (claim,) = claims_of(text)
    assert claim.of == of


def test_a_level_is_of_what_changed(claims_of):
    assert [claim.of for claim in claims_of("The toll rose 30 cents to $2.80.")] == ["toll", "toll"]


def test_the_last_three_months_belong_to_nothing(claims_of):
    (claim,) = claims_of("In the last three months the mill stood still.")
    assert claim.of is None


def test_who_says_so_after_the_fact_has_nothing_of_it(claims_of):
    (claim,) = claims_of("Among the dead were three children, said Colonel Ivo Marek of the fire service.")
    assert claim.of is None
