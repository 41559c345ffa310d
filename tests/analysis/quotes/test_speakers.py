"""Names, roles, affiliations and kinds of those who speak."""

import pytest

DESCRIBED = {
    "role_before_the_name": (
        "“It is old,” said Transport Minister Helen Brandt.",
        ("Helen Brandt", "person", "Transport Minister", None),
    ),
    "party_in_brackets": (
        "“It is old,” said Helen Brandt (Greens).",
        ("Helen Brandt", "person", None, "Greens"),
    ),
    "role_after_the_name": (
        "Helen Brandt, a bridge engineer, said it was old.",
        ("Helen Brandt", "person", "bridge engineer", None),
    ),
    "employer": (
        "Helen Brandt, an engineer at Kolm University, said it was old.",
        ("Helen Brandt", "person", "engineer", "Kolm University"),
    ),
    "name_after_the_role": (
        "The chief engineer, Helen Brandt, said it was old.",
        ("Helen Brandt", "person", "chief engineer", None),
    ),
    "organisation": (
        "The Transport Ministry said it was old.",
        ("Transport Ministry", "organisation", None, None),
    ),
    "police": ("Police said it was old.", ("Police", "organisation", None, None)),
    "nameless_official": ("A senior official said it was old.", ("A senior official", "person", None, None)),
    "several_documents": ("The minutes said it was old.", ("The minutes", "unknown", None, None)),
    "nameless_group": ("Local fishermen said it was old.", ("Local fishermen", "group", None, None)),
    "coordinated": ("Drivers and cyclists said it was old.", ("Drivers and cyclists", "group", None, None)),
    "document": (
        "According to unconfirmed reports, it was old.",
        ("unconfirmed reports", "unknown", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DESCRIBED.values(), ids=DESCRIBED.keys())
def test_description(speaker, text, expected):
    found = speaker(text)
    assert (found.name, found.kind, found.role, found.affiliation) == expected


def test_one_person_is_one_speaker_over_the_document(speaker):
    text = "“It is old,” said Helen Brandt.\n\nMs Brandt said it was rusty. “And slow,” Brandt added."
    assert speaker(text).quotes == ("q1", "q2", "q3")


def test_what_is_said_of_somebody_later_is_kept(speaker):
    text = "“It is old,” said Helen Brandt. Brandt, an engineer, said it was rusty."
    assert speaker(text).role == "engineer"


def test_whoever_a_description_is_of_is_named_after_it(speaker):
    assert (
        speaker("“We are close,” the club's go-between, Sofia Anker, told reporters.").name == "Sofia Anker"
    )
    assert speaker("“We are close,” the United Nations mediator, Sofia Anker, said.").name == "Sofia Anker"
    text = "Outside court, Pike's successor, Councillor Jane Addo, called the case “a stain on this town”."
    assert speaker(text).name == "Jane Addo"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“They count,” says Dean Whitlow, who chairs the group.", "Dean Whitlow"),
        ("“They count,” said Earl Boden, a farmer.", "Earl Boden"),
        ("“They count,” Det Insp Carl Munro said.", "Carl Munro"),
        ("“They count,” said Dean Anna Whitlow of the law school.", "Anna Whitlow"),
    ],
)
def test_a_title_that_is_a_given_name_too_is_one_before_a_single_word(speaker, text, name):
    assert speaker(text).name == name


def test_one_of_them_is_whoever_is_named(read_text):
    text = "Three members voted no. One of them, Nils Arvo, said he had read 2,000 letters, “and not one says yes”."
    reading = read_text(text)
    assert [(speaker.name, len(speaker.quotes)) for speaker in reading.speakers] == [("Nils Arvo", 1)]


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        (
            "Jonas Feld, the former envoy to Arvil, left on Tuesday.\n\nFeld said it was late.",
            "former envoy to Arvil",
            None,
        ),
        (
            "Prime Minister Jonas Feld met the board.\n\nIt rained. Feld said it was late.",
            "Prime Minister",
            None,
        ),
        ("“It is late,” said KPR's Jonas Feld.", None, "KPR"),
        ("Norway's Jonas Feld said it was late.", None, None),
        ("Jonas Feld, co-founder of Kolm Power, said it was late.", "co-founder", "Kolm Power"),
        (
            "Jonas Feld, an analyst with the research firm Kelda Partners, said it was late.",
            "analyst",
            "Kelda Partners",
        ),
        ("Cllr Jonas Feld (Con, Kelda East) said it was late.", None, "Con"),
        ("Her rival Jonas Feld left on Tuesday.\n\nFeld said it was late.", None, None),
        ("The leaders, Jonas Feld and Tove Lind, met.\n\nFeld said it was late.", None, None),
        ("Jonas Feld, the special agent-in-charge, said it was late.", "special agent-in-charge", None),
    ],
)
def test_role_and_affiliation_come_from_any_mention(speaker, text, role, affiliation):
    found = speaker(text)
    assert (found.name, found.role, found.affiliation) == ("Jonas Feld", role, affiliation)


@pytest.mark.parametrize(
    "source", ["the dissolution of the club", "the experience", "a problem", "brain cancer"]
)
def test_what_cannot_speak_is_no_speaker(read_text, source):
    assert read_text(f"“It is safe,” {source} said.").speakers == ()


@pytest.mark.parametrize(
    "source", ["the administration", "a declaration", "the local community", "an investigation"]
)
def test_bodies_and_documents_speak(read_text, source):
    assert [speaker.name for speaker in read_text(f"“It is safe,” {source} said.").speakers] == [source]


def test_the_narrator_is_not_whoever_spoke_last(read_text):
    reading = read_text("“It is safe,” said Helen Brandt. I said it was not.")
    assert [len(speaker.quotes) for speaker in reading.speakers] == [1]


def test_the_name_of_the_woman_is_no_role(speaker):
    text = "The name of the woman, Helen Brandt, was kept. “It is old,” Brandt said."
    assert speaker(text).role is None
