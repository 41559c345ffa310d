"""Texts that bring other programs to a stand, of any length: one thing again and again."""

from collections.abc import Callable

GROWING: dict[str, Callable[[int], str]] = {
    "one sign": lambda words: "\ufffd" * (6 * words),
    "quotation marks": lambda words: '" ' * words,
    "quotation marks that open": lambda words: "“a ‘b " * (words // 4),
    "quotations in one paragraph": lambda words: "“Yes,” said Ilse. " * (words // 7),
    "one word": lambda words: "weir " * words,
    "one number": lambda words: "5% " * (words // 2),
    "numbers": lambda words: " ".join(str(37 * at) for at in range(words)),
    "counts": lambda words: ", ".join(f"{at + 2} boats" for at in range(words // 3)),
    "one decade": lambda words: "1990s " * words,
    "dates": lambda words: " ".join(f"{at % 28 + 1} May {1900 + at % 100}" for at in range(words // 3)),
    "one sentence": lambda words: " and ".join(
        f"Ilse said the weir {at} had shut" for at in range(words // 8)
    ),
    "clauses in clauses": lambda words: "The clerk " + "who met the mayor " * (words // 4) + "left.",
    "names": lambda words: "Ilse Brandt, " * (words // 3),
    "capitals": lambda words: "THE MAYOR OF HARN SAID THE WEIR IS SHUT " * (words // 9),
    "no spaces": lambda words: "weir-mill," * (words // 4),
    "brackets in brackets": lambda words: "(a " * (words // 2) + ")" * (words // 2),
    "somebody who says": lambda words: "he said " * (words // 2),
}
"""Texts of about so many words, by what they are."""
