"""Claims of one sentence, in the short form the tests are written in."""

from collections.abc import Callable

import pytest

from reader.analysis.model import Claim, Reading


@pytest.fixture(scope="session")
def claims_of(read_text: Callable[..., Reading]) -> Callable[[str], tuple[Claim, ...]]:
    """``claims_of(text)``: the claims of a bare text."""
    return lambda text: read_text(text).claims


@pytest.fixture(scope="session")
def brief(claims_of) -> Callable[[str], list[tuple]]:
    """``brief(text)``: (value, unit) of each claim."""
    return lambda text: [(claim.value, claim.unit) for claim in claims_of(text)]
