"""Every report the quotes component saw, the accepted ones and those it turned down, for the components after it.

They are left in ``doc._.article_reports``, in text order, an enclosing one before those inside it. Claims and timeline ask
these whose words something is, and look for no verb of saying themselves:

>>> report_at(doc._.article_reports, offset)     # the innermost report around a character, or None
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "asked", "denied", "let", "mute", "nobody", "pointing", "pronoun", "thought", "unnamed", "unsaid"
]
"""Why a report is turned down.

| reason | example |
|---|---|
| `asked` | "Asked whether it had sunk, he said ...": whoever asked is not who answers |
| `denied` | "Norvik never put the cost at £4m" |
| `let` | "let's hope we win": called for, not said |
| `mute` | "the storm says ...": it cannot speak |
| `nobody` | "no minister said ...", "neither company said ..." |
| `pointing` | "it shows that ...": what "it" points at is no one |
| `pronoun` | "they put it at £4m": only a pronoun, where a figure needs a name |
| `thought` | "knowing that ...": nothing is said |
| `unsaid` | "a refusal to say that ...", "efforts to urge them to ...": not said yet |
| `unnamed` | "reports that ...": nobody says who |
"""


@dataclass(frozen=True, slots=True)
class Report:
    """Something reported, or what looks so.

    Attributes:
        start, end: code points of what is reported.
        source: the token of the noun that says who; None where nobody is named.
        cue: the token of the word that says that something is reported, None for a bare quotation.
        quote, speaker: ids of the quote it became and of its speaker, where it became one.
        turned_down: why it is nobody's; None for one that is accepted.
        passed: the tokens of the others who might have been meant by the words that say who, the nearest first; each
            the last of a name, or the head of a noun phrase.
        settled: how one of them was taken, in the words of `reader.analysis.syntax.antecedents`; None where ``source`` is a name.
    """

    start: int
    end: int
    source: int | None = None
    cue: int | None = None
    quote: str | None = None
    speaker: str | None = None
    turned_down: Reason | None = None
    passed: tuple[int, ...] = ()
    settled: str | None = None


def report_at(reports: Iterable[Report], offset: int) -> Report | None:
    """The innermost report around a character; of two alike the one that became a quote, then the one turned down."""
    around = [report for report in reports if report.start <= offset < report.end]
    return min(around, key=_rank, default=None)


def _rank(report: Report) -> tuple[int, bool, bool]:
    return report.end - report.start, report.quote is None, report.turned_down is None
