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


@pytest.mark.parametrize(
    ("text", "amount", "of"),
    [
        # The second clause's own subject.
        ("Pump lift rose by 4 mm and pump pressure was raised by 18 degrees.", "18 degrees", "pressure"),
        ("Tin, the best metal, dropped 1.6%, while farming, the worst sector, fell 0.9%.", "0.9%", "farming"),
        ("Kolm and Marrow shed 6% and 4.7% respectively.", "4.7%", "Marrow"),
        ("The highest bid is 90 cents, while the lowest is 74 cents.", "74 cents", "lowest"),
        # What is changed, not who changes it.
        ("Kolm has improved its storage, doubling it to 256GB.", "256GB", "storage"),
        ("The memo puts savings in the health budget at £2m.", "£2m", "savings"),
        ("Making the pier safe would cost £19m.", "£19m", "pier"),
        ("The deal values the maker of Old Kelda ale at £4m.", "£4m", "maker of Old Kelda ale"),
        ("The lake index suffered a 19% drop.", "19%", "lake index"),
        ("Staff were promised a 5% pay rise.", "5%", "pay"),
        # Names of indexes, tickers, what is compared.
        ("The Kelda 500 rose 0.2%.", "0.2%", "Kelda 500"),
        ("Tollund +2.5%, Marrow -1.2%.", "-1.2%", "Marrow"),
        ("Kolm lowered its revenue forecast to £84m, down from £89m.", "£89m", "revenue forecast"),
        ("The poll put support for Brandt at 21%, down three points.", "three points", "support for Brandt"),
        # Shares and parts.
        ("Half the villas have sold.", "Half", "villas"),
        ("The shop took $550 off a used laptop.", "$550", "used laptop"),
        ("The truce ended 14 months of fighting.", "14 months", "fighting"),
        ("The inn serves a three course dinner.", "three course", "dinner"),
        ("There is a deposit per guest which is $500.", "$500", "deposit"),
        # Nobody's: who only tells of it, and what stands beside.
        ("Police put it at 40 tonnes.", "40 tonnes", None),
        ("The rate is 5%, according to the average of eight estimates.", "eight estimates", None),
    ],
)
def test_what_has_an_amount_among_several(claims_of, text, amount, of):
    found = {claim.text: claim.of for claim in claims_of(text)}
    assert (found[amount] or "").split(" for ")[0] == (of or "").split(" for ")[0]
