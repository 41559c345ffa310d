"""Bytes become the text they were meant to be, and the steps say how."""

import gzip

import pytest

from reader.article.encodings import decode
from reader.article.errors import ArticleError
from reader.article.mojibake import repaired, seems_garbled
from reader.article.unpacking import unpack

TEXT = "The “Sørvær” ferry – 12 € a crossing – is late, the harbour office said.\n"
LATIN = "La maison déjà vendue à Tarn coûte très cher, a dit le maire.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_read_in_every_common_encoding_without_being_told(encoding):
    text = TEXT if encoding != "cp1252" else LATIN
    assert decode(text.encode(encoding)).text == text


def test_the_header_is_believed():
    assert decode("Мост закрыт до мая.".encode("koi8-r"), "koi8-r").text == "Мост закрыт до мая."


def test_the_page_itself_may_say_it():
    page = '<html><head><meta charset="windows-1251"></head>Мост закрыт</html>'
    assert decode(page.encode("cp1251")).text == page
    old = '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">橋は閉鎖'
    assert decode(old.encode("shift_jis")).text == old


def test_latin_1_means_cp1252_as_on_the_web():
    assert decode("“12 €”".encode("cp1252"), "ISO-8859-1").text == "“12 €”"


def test_a_wrong_header_does_not_spoil_utf8():
    assert decode(TEXT.encode(), "iso-8859-1").text == TEXT
    assert decode(TEXT.encode(), "utf-16").text == TEXT
    assert decode(TEXT.encode(), "no-such-charset").text == TEXT


def test_a_byte_order_mark_goes_before_the_header():
    assert decode(b"\xef\xbb\xbf" + TEXT.encode(), "cp1252").text == TEXT


@pytest.mark.parametrize(
    "codec", ["unicode_escape", "raw_unicode_escape", "punycode", "idna", "zlib", "rot13", "utf-7"]
)
def test_codecs_that_are_no_charset_are_not_used(codec):
    assert decode(b"plain \\x1b[2J +ADw-", codec).text == "plain \\x1b[2J +ADw-"


def test_one_bad_byte_costs_one_sign_and_a_notice():
    found = decode(TEXT.encode() * 20 + b"\xff end")
    assert found.text == TEXT * 20 + "\ufffd end"
    assert found.notices == ("one place could not be read as utf-8 and show as \ufffd",)
    assert found.steps == ("decoded as utf-8, bad bytes replaced",)


def test_one_byte_that_the_stated_charset_lacks_does_not_change_the_charset():
    found = decode(("Мост закрыт до мая. " * 60).encode("cp1251") + b"\x98", "windows-1251")
    assert found.text.startswith("Мост закрыт")


def test_latin_text_with_bytes_that_mean_nothing_is_cp1252():
    found = decode(LATIN.encode("cp1252") + b"\x81")
    assert found.text == LATIN + "\ufffd"
    assert found.steps == ("decoded as cp1252, bad bytes replaced",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"PK\x03\x04mimetype", "zip archive"),
        (b"{\\rtf1 text}", "rich text"),
        (b"SQLite format 3\0", "database"),
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture, sound or film"),
        (b"wOF2\0\1\0\0", "font"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00\x01\x00\x02\x05\x06" * 9, "binary"),
    ],
)
def test_what_is_no_text_says_so(data, says):
    with pytest.raises(ArticleError, match=says):
        decode(data)


def test_gzip_is_unpacked_whatever_its_name():
    assert unpack(gzip.compress(b"The ferry is late.")) == (b"The ferry is late.", ("unpacked gzip",))
    assert unpack(b"The ferry is late.") == (b"The ferry is late.", ())


def test_a_gzip_bomb_stops_at_the_limit():
    bomb = gzip.compress(bytes(3_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(ArticleError, match="unpacks to more than 1 MiB"):
        unpack(bomb, longest=2**20)


@pytest.mark.parametrize("cut", [5, 12, 20, -1])
def test_a_damaged_gzip_is_an_error_and_no_crash(cut):
    packed = bytearray(gzip.compress(b"The ferry is late, the harbour office said." * 9))
    with pytest.raises(ArticleError, match="gzip data is damaged"):
        unpack(bytes(packed[:cut]))


def test_mojibake_is_seen_and_repaired_without_touching_quotation_marks():
    garbled = "The mayor said â€œdonâ€™t sailâ€\x9d at the cafÃ©.\n“Straight” it stays.\n"
    assert seems_garbled(garbled)
    assert repaired(garbled) == "The mayor said “don’t sail” at the café.\n“Straight” it stays.\n"


def test_honest_accents_are_no_mojibake():
    assert not seems_garbled("São Paulo, Âge d'or, Ã la carte, Ånge and 12 € “quoted” – déjà vu.")
