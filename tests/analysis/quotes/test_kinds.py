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
    "a_term_for_people": ("They call it the “hint”.", "scare"),
    "a_heading_of_a_title": ("“Harbour Master”\n\nThe game is out now.", "scare"),
    "few_words_by_themselves": ("Nobody saw Helen Brandt. “Never.”", "direct"),
    "a_gloss": ("The crew know it as the Kolmsee (“our sea”).", "scare"),
    "a_reference": ("Arvo, T. (2009). “Harbour walls of the north.” Kelda Press.", "scare"),
    "part_of_the_sentence": ("“Smart homes” have spread along the coast.", "scare"),
    "built_not_said": ("The board is building a “dry port” at Kelda.", "scare"),
    "where_it_was_said": ("Helen Brandt spoke of the pier during a “harbour forum”.", "scare"),
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


def test_one_pair_of_marks_may_hold_several_paragraphs(read_text):
    text = "Helen Brandt said: “The bridge is safe.\n\nIt was built in a year.\n\nAnd it was dear.” She left at noon."
    found = read_text(text)
    assert [quote.text for quote in found.quotes] == [
        "“The bridge is safe.",
        "It was built in a year.",
        "And it was dear.”",
    ]
    assert {quote.speaker for quote in found.quotes} == {"s1"} and all(quote.closed for quote in found.quotes)


def test_a_blank_that_does_not_break_is_a_blank(quote):
    found = quote("Helen Brandt said:\xa0“The bridge is safe.”")
    assert (found.kind, found.speaker) == ("direct", "s1")


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


def test_what_a_warning_said_is_of_whoever_gave_it(quote):
    text = "Ilse Brandt issued a warning to the crews on Monday. {} are to “stay in port without exception”."
    said = quote(text.format("All boats"))
    assert (said.kind, said.speaker) == ("mixed", "s1")
    said = quote(text.replace("issued a warning", "sold a boat").format("All boats"))
    assert (said.kind, said.speaker) == ("scare", None)
