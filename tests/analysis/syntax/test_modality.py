"""What a clause does with what it says."""

import pytest

from reader.analysis.syntax.modality import Modality, modality


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("The boat sank on Monday.", "sank", Modality.ASSERTED),
        ("The mayor asked whether the boat sank on Monday.", "sank", Modality.ASKED),
        ("The pier closes if the boat sinks.", "sinks", Modality.CONDITIONAL),
        ("The boat did not sink.", "sink", Modality.DENIED),
        ("The boat never sank.", "sank", Modality.DENIED),
        ("No boat sank.", "sank", Modality.DENIED),
        ("The boat may have sunk.", "sunk", Modality.POSSIBLE),
        ("The boat allegedly sank.", "sank", Modality.POSSIBLE),
        ("The court ordered the firm to pay £2m.", "pay", Modality.ORDERED),
        ("The vote is due on Monday.", "is", Modality.PLANNED),
        ("Norvik expects a loss.", "expects", Modality.PLANNED),
        ("The next round of talks is on Tuesday.", "is", Modality.PLANNED),
    ],
)
def test_a_clause(word, text, verb, kind):
    assert modality(word(text, verb)) is kind
