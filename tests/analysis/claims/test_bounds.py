"""A bound under a negation is its opposite: "will not exceed £40m" is at most £40m."""

import pytest

AT_MOST = [
    "The bill will not exceed £40m.",
    "The bill won't exceed £40m.",
    "The bill would not have exceeded £40m.",
    "The bill has never exceeded £40m.",
    "The bill must not exceed £40m.",
    "The bill may not exceed £40m.",
    "The bill cannot exceed £40m.",
    "The bill hardly exceeded £40m.",
    "The bill did not surpass £40m.",
    "The bill did not top £40m.",
    "The bill is not expected to exceed £40m.",
    "The bill is unlikely to exceed £40m.",
    "The bill has yet to exceed £40m.",
    "The bill failed to exceed £40m.",
    "The bill is not allowed to exceed £40m.",
    "The bill was prevented from exceeding £40m.",
    "The bill did not rise above £40m.",
    "The bill will not be more than £40m.",
    "The bill was never more than £40m.",
    "The bill was no more than £40m.",
    "The bill was not more than £40m.",
    "The bill will not be over £40m.",
    "The bill did not come to more than £40m.",
    "Helen Brandt does not expect the bill to exceed £40m.",
    "Helen Brandt does not think the bill will exceed £40m.",
    "Helen Brandt said the bill would not exceed £40m.",
    "Helen Brandt said that the bill could never be more than £40m.",
    "Helen Brandt promised to finish the bridge without exceeding £40m.",
    "“The bill will not exceed £40m,” Helen Brandt said.",
    "No bridge has cost more than £40m.",
    "None of the bridges exceeded £40m.",
    "Nobody paid more than £40m.",
    "Never has the bill exceeded £40m.",
    "At no point did the bill exceed £40m.",
    "The council will not pay more than £40m.",
    "£40m was never exceeded.",
]
UNDER = [
    "The bill did not reach £40m.",
    "The bill never reached £40m.",
    "The bill failed to reach £40m.",
    "The bill has yet to reach £40m.",
    "The bill fell short of £40m.",
    "The bill stopped short of £40m.",
    "The bill stopped just short of reaching £40m.",
    "The bill was nowhere near £40m.",
    "The bill did not come close to £40m.",
    "The bill is not expected to reach £40m.",
    "The bill will not be as high as £40m.",
    "The bill was not at least £40m.",
    "Takings will not reach at least £40m.",
    "Helen Brandt said the bill would not reach £40m.",
    "None of the bills reached £40m.",
    "£40m was never reached.",
    "The bill was not quite £40m.",
]
AT_LEAST = [
    "The bill did not fall below £40m.",
    "The bill never dropped below £40m.",
    "The bill will not be less than £40m.",
    "The bill was not under £40m.",
    "The bill was no less than £40m.",
    "The bill is not expected to fall below £40m.",
    "The bill is unlikely to be less than £40m.",
    "Helen Brandt said the bill would not be less than £40m.",
    "No bridge has cost less than £40m.",
]
OVER = [
    "The bill would need to exceed £40m.",
    "The bill does not need to exceed £40m.",
    "The bill never failed to exceed £40m.",
    "The bill not only exceeded £40m but came late.",
    "There is no doubt that the bill exceeded £40m.",
    "The bill, which is not final, exceeds £40m.",
    "The firm failed to declare more than £40m.",
    "The figure does not include more than £40m in fees.",
    "Helen Brandt did not say the bill would exceed £40m.",
    "£40m was exceeded.",
]
# The same with other units, and what looks like a denied bound and is none.
OTHERS = [
    ("<=", "Turnout hardly surpassed 30 per cent."),
    ("<=", "The river is not forecast to rise above 4.2 metres."),
    ("<=", "The level is not thought to have topped 4.2 metres."),
    ("<=", "Suspects cannot be held for more than 14 days."),
    ("<=", "Drivers may not park for longer than two hours."),
    ("<=", "Not one of the lots went for more than $900."),
    ("<=", "Wages did not rise by more than 3 per cent."),
    ("<=", "Sales are not likely to grow more than 3 per cent."),
    ("<=", "The council is unlikely to pay more than 900 claims."),
    (">", "Costs keep exceeding £40m."),
    ("<=", "There is no prospect of the bill exceeding £40m."),
    ("<=", "Osric Hale said there was no chance of claims exceeding £40m."),
    ("<=", "The water is no longer above 2 metres."),
    ("<=", "Neither the bridge nor the tunnel will cost over £40m."),
    ("<=", "Costs are capped at £40m."),
    ("<=", "The bill did not end up exceeding £40m."),
    ("<", "The bill came nowhere near reaching £40m."),
    (">=", "Rents there start as low as £400."),
    (">", "Sales have not been as low as £40m since 2019."),
    (">", "There was no evidence that losses had exceeded £40m."),
    ("<", "The union did not get at least 5 percent."),
    ("<", "The party is not on course to win at least 30 seats."),
    ("<", "The vote was never going to reach the 300 needed."),
    (">=", "Attendance has not been seen below 12,000 since May."),
    (">=", "The charity did not help fewer than 900 families."),
    (">=", "The team hasn't scored fewer than 20 goals in any season."),
    (">=", "The ferry will not sail for at least two weeks."),
    (">", "The crossing has not reopened for more than six years."),
    (">", "More than 40 people did not vote."),
    (">", "They could not agree, and more than 40 people left."),
    (">", "It is not clear whether more than 40 people were hurt."),
    (">", "It is not known if more than 40 people were hurt."),
    (">", "The jury, which did not hear her, awarded more than $2m."),
    ("=", "It isn't 40 miles away."),
]
TABLE = [("<=", AT_MOST), ("<", UNDER), (">=", AT_LEAST), (">", OVER)]


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, texts in TABLE for text in texts])
def test_a_bound_under_a_negation(claims_of, sign, text):
    (claim,) = claims_of(text)
    assert (claim.comparator, claim.value) == (sign, 40_000_000)


@pytest.mark.parametrize(("sign", "text"), OTHERS)
def test_what_the_negation_bears_on(claims_of, sign, text):
    (claim,) = claims_of(text)
    assert claim.comparator == sign
