"""PDFs for tests: reports as people set them, in invented words."""

from collections.abc import Sequence
from datetime import UTC, datetime

from fpdf import FPDF

LEADING = 14


class Report(FPDF):
    """A report with a running head, a page number, and lines that a test sets one by one."""

    def __init__(self, head: str | None = "Port Authority of Tarn - Annual Report 2026") -> None:
        super().__init__(unit="pt", format="A4")
        self.head = head
        self.set_auto_page_break(False)
        self.set_creation_date(datetime(2026, 3, 10, tzinfo=UTC))

    def begin(self) -> None:
        """Another page."""
        self.add_page()
        self.set_font("Helvetica", size=9)
        if self.head:
            self.text(60, 40, self.head)
            self.text(290, 815, f"{self.page_no()}")
        self.set_font("Times", size=11)

    def lines(
        self, lines: Sequence[str], left: float, top: float, size: float = 11, style: str = ""
    ) -> float:
        """Set lines below one another; where the next would stand."""
        self.set_font("Times", style, size=size)
        for line in lines:
            self.text(left, top, line)
            top += LEADING * size / 11
        return top

    @property
    def data(self) -> bytes:
        """The file."""
        return bytes(self.output())


def two_columns() -> bytes:
    """Two pages in two columns, with a title over both."""
    report = Report()
    for page in (1, 2):
        report.begin()
        top = 90.0
        if page == 1:
            report.lines(["The quays of Tarn and what they cost"], 60, 80, size=20)
            report.lines(["By Ida Feld"], 60, 104)
            top = 140.0
        left = [
            f"On page {page} the left column begins with a",
            "long sentence about the govern-",
            "ment of the port, which spent £40m on",
            "its well-known quays, and went on for",
            "many lines, said Nils Arvo. Nobody was",
            "hurt when the crane fell in the spring.",
        ]
        right = [
            f"   A new paragraph of page {page} stands in the",
            "right column. It is about well-",
            "known boats, and about the ferry that",
            "stopped in 2019 for want of a captain,",
            "which it has not found to this day, as",
            "everybody in the town can tell you and",
        ]
        report.lines(left, 60, top)
        report.lines(right, 310, top)
    report.begin()
    report.lines(["does at every occasion.", "", "", "The last paragraph is here, and is short."], 60, 90)
    return report.data


def notes() -> bytes:
    """One page with a footnote, a sub-head and a list."""
    report = Report(None)
    report.begin()
    report.lines(["What the quays cost"], 60, 80, size=18)
    report.lines(["The port paid £40m for its quays"], 60, 120)
    end = 60 + report.get_string_width("The port paid £40m for its quays")
    report.set_font("Times", size=7)
    report.text(end, 116, "1")
    top = report.lines(["in the spring, the council said."], 60, 134)
    top = report.lines(["What comes next"], 60, top + 20, style="B")
    top = report.lines(["Two things are planned for the harbour:"], 60, top + 6)
    report.lines(["1. A new crane, which costs £4m and is", "to be there in May.", "2. A bell."], 60, top)
    report.lines(["1 Without the crane, which fell in 2025."], 60, 780, size=8)
    return report.data


def empty(pages: int = 2) -> bytes:
    """Pages with nothing but a drawing on them, as of a scanner."""
    report = Report(None)
    for _ in range(pages):
        report.add_page()
        report.rect(50, 50, 300, 300)
    return report.data


def encrypted() -> bytes:
    """One page that only a password opens."""
    report = Report(None)
    report.set_encryption(owner_password="quay", user_password="tarn")
    report.begin()
    report.lines(["Nobody may read this."], 60, 90)
    return report.data
