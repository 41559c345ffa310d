"""The blocks of a plain text come out the same, however little of it is read to make them."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import plain
from reader.article.jsonl import from_record
from reader.article.plain import PlainBlocks, blocks_of

SENTENCE = "The ferry between Tarn and Kelda will run again from Thursday, the operator said on Wednesday."
PARTS = (
    "A long winter",
    SENTENCE,
    f"{SENTENCE} {SENTENCE}",
    f"{SENTENCE}\nand the island’s only shop will open again",
    f"   {SENTENCE}",
    "- eels\n- herring and cod,\n  smoked",
    "By Ingrid Solheim",
    "A boat lies in the harbour of Kelda",
    "Photo: Pål Aas / Tarn Press",
    "Read also: Ten islands to see",
    "Sunset over the sound (Photo: Mara Lund)",
    "“Nobody will cross,” said Lund.",
    " \t",
    "Hull",
)
ENDS = ("\n", "\n\n", "\n  \n", "\n\n\n")
texts = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(ENDS)), max_size=40).map(
    lambda parts: "".join(part + end for part, end in parts)
)


@given(texts, st.integers(1, 600))
def test_stretch_by_stretch_they_are_the_blocks_of_the_whole(text, size):
    blocks = blocks_of(text)
    cuts = blocks.cuts(size)
    ends = [*cuts[1:], len(text)]
    parts = [list(blocks.between(start, end)) for start, end in zip(cuts, ends, strict=True)]
    assert [block for part in parts for block in part] == list(blocks)
    assert all(
        start <= b.start < b.end <= end
        for part, start, end in zip(parts, cuts, ends, strict=True)
        for b in part
    )


@given(texts)
def test_they_are_a_sequence_equal_to_a_tuple(text):
    blocks, eager = blocks_of(text), tuple(blocks_of(text))
    assert bool(blocks) == bool(eager)
    assert blocks[:4] == eager[:4]
    assert blocks[-2:] == eager[-2:]
    assert (blocks, eager) == (eager, blocks)
    assert hash(blocks) == hash(eager)
    assert len(blocks) == len(eager)


def test_one_is_found_by_its_number_from_either_end():
    blocks = blocks_of("\n\n".join([SENTENCE] * 100))
    assert blocks[0].start == 0
    assert blocks[99] == blocks[-1]
    with pytest.raises(IndexError):
        blocks[100]


def test_cuts_part_a_long_text_into_stretches_of_the_size_that_was_asked_for():
    text = "\n\n".join([SENTENCE] * 1000)
    cuts = blocks_of(text).cuts(5000)
    assert len(cuts) == pytest.approx(len(text) / 5000, rel=0.1)


def test_a_title_that_the_text_does_not_begin_with_is_kept_in_mind():
    text = f"A long winter\n\n{SENTENCE}"
    assert blocks_of(text)[0].kind == "headline"
    assert blocks_of(text, title="Nine days of fog")[0].kind == "paragraph"


def test_opening_a_long_text_reads_no_more_than_its_beginning(monkeypatch):
    read = []
    monkeypatch.setattr(
        plain,
        "paragraphs",
        lambda text, start, width: (read.append(span) or span for span in spans(text, start, width)),
    )
    article = from_record({"text": "\n\n".join([SENTENCE] * 5000)})
    assert article.dateline is None
    assert 0 < len(read) < 500


def spans(text, start, width):
    from reader.article.paragraphs import paragraphs

    return paragraphs(text, start, width)


def test_pickled_they_are_the_text_and_no_more():
    text = "\n\n".join([SENTENCE] * 1000)
    blocks = blocks_of(text, title="Fog")
    assert len(blocks) == 1000
    pickled = pickle.dumps((text, blocks))
    assert len(pickled) < len(text) + 200
    again = pickle.loads(pickled)[1]
    assert isinstance(again, PlainBlocks)
    assert again == blocks
