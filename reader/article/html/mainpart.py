"""Which element of a page is its article, where the page says so only to people."""

from typing import Any

_MOST, _NEARLY_ALL = 0.4, 0.85  # of the characters of a page in paragraphs, and of those in one element
_NAMED = ("//*[@itemprop='articleBody']", "//article", "//main|//*[@role='main']")


def name_article(tree: Any) -> None:
    """Mark the innermost element that holds nearly all the paragraphs as the article.

    Else trafilatura may take the first of several parts for it, or paragraphs wherever they are, and loses
    the sub-heads and lists between them. What the page itself calls its article is not gone out of.
    """
    held = _held(tree)
    most = max(held.values(), default=0)
    if most < _MOST * len(" ".join("".join(tree.itertext()).split())):
        return  # the text is not in paragraphs
    around = [element for element, length in held.items() if length > _NEARLY_ALL * most]  # one in the other
    inner = max(around, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
    named = next((set(found) for path in _NAMED if (found := tree.xpath(path))), set())
    if inner is None or (named and not named & {inner, *inner.iterancestors()}):
        return
    if inner.tag in {"div", "section", "main", "article"}:
        inner.set("itemprop", "articleBody")
    elif inner.tag == "body":
        _wrap_children(inner)


def _held(tree: Any) -> dict[Any, int]:
    """How many characters in paragraphs each element holds."""
    held: dict[Any, int] = {}
    for paragraph in tree.xpath("//p[not(.//p)]"):
        length = len("".join(paragraph.itertext()))
        for element in paragraph.iterancestors():
            held[element] = held.get(element, 0) + length
    return held


def _wrap_children(body: Any) -> None:
    article = body.makeelement("article", {})
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)
