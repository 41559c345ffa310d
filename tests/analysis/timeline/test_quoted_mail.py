"""What a quoted message calls yesterday is the day before that message."""

from datetime import date

import pytest

from reader.analysis.pipeline import prepare
from reader.article.opener import from_bytes

HEAD = "From: Odile Marsh <o@tarn.example>\nSubject: The quay\nDate: Tue, 10 Mar 2026 08:00:00 +0100\n\n"
BODY = "The quay closed yesterday, the board said.\n\n{}\n> The divers went down yesterday.\n"


@pytest.mark.parametrize(
    ("line", "value", "anchor"),
    [
        ("On Mon, 2 Mar 2026 at 09:12, Jonas Feld <j@tarn.example> wrote:", "2026-03-01", "stated"),
        ("Jonas Feld <j@tarn.example> wrote:", "XXXX-XX-XX", None),
    ],
)
def test_a_quoted_day_counts_from_the_day_of_its_message(nlp, line, value, anchor):
    message = f"{HEAD}{BODY.format(line)}".encode()
    doc = nlp(prepare(nlp, from_bytes(message, source="quay.eml", form=".eml")))
    by_event = {entry.start: entry for entry in doc._.article_timeline}
    own, quoted = (by_event[at] for at in sorted(by_event))
    assert (own.value, own.anchor, own.earliest) == ("2026-03-09", "published", date(2026, 3, 9))
    assert (quoted.value, quoted.anchor) == (value, anchor)
