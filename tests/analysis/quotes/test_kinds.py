"""Direct, mixed, indirect or scare."""

import pytest

KINDS = {
    "direct": ("“The bridge is safe,” said Helen Brandt.", "direct"),
    "direct_after_colon": ("Helen Brandt said: “The bridge is safe.”", "direct"),
    "mixed": ("Helen Brandt said the bridge was “a rusty ladder”.", "mixed"),
    "mixed_label": ("Helen Brandt called the bridge “a rusty ladder”.", "mixed"),
    "indirect": ("Helen Brandt said that the bridge was old.", "indirect"),
    "so_called": ("The town paid for so-called “quiet asphalt” last year.", "scare"),
    "distance": ("The town built an “express” lane last year.", "scare"),
    "nickname": ("Reginald “Rex” Mossop opened the bridge.", "scare"),
    "called_a_nickname": ("The bridge, nicknamed “The Harp” by nobody we found, is old.", "scare"),
    "title_of_a_work": ("Helen Brandt wrote the book “A Bridge for Every River” last year.", "scare"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS.keys())
def test_kind(quote, text, kind):
    assert quote(text).kind == kind


@pytest.mark.parametrize("name", [name for name, (_, kind) in KINDS.items() if kind == "scare"])
def test_marks_that_are_no_speech_get_no_speaker(quote, name):
    assert quote(KINDS[name][0]).speaker is None


def test_a_mixed_quotation_holds_all_its_marks(quote):
    found = quote("Helen Brandt said the bridge was “a rusty ladder” and its toll “a joke”.")
    assert found.text == "the bridge was “a rusty ladder” and its toll “a joke”"
    assert len(found.marks) == 2


def test_an_unclosed_quotation_is_marked_as_such(quote):
    found = quote("Helen Brandt said: “The bridge is safe.")
    assert (found.text, found.closed) == ("“The bridge is safe.", False)


def test_an_unclosed_quotation_ends_before_a_sentence_of_the_narrator(read_text):
    text = "Helen Brandt added: “The bridge is safe. The road is not. Both were built too late, said Jonas Feld on Radio Kolm."
    first, second = read_text(text).quotes
    assert (first.text, first.closed) == ("“The bridge is safe. The road is not.", False)
    assert (second.text, second.kind) == ("Both were built too late", "indirect")


def test_so_called_in_marks_is_nobodys_word(read_text):
    text = "“Keep out,” reads a poster outside the “so-called” nature park."
    assert [(quote.text, quote.kind) for quote in read_text(text).quotes][1:] == [("“so-called”", "scare")]
