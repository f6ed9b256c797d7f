"""Bytes to stored text: encodings taken, and refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.decode import Decoded, Refused, decode

FRENCH = "Le pont a été fermé après l’hiver. Les élèves de l'école protestent déjà, a déclaré la maire.\n"
GERMAN = "Die Brücke bleibt bis zum Frühjahr gesperrt. Für Fußgänger gibt es eine Fähre über den Fluß.\n"
ENGLISH = "The café near the bridge said “we are closed” on Monday. It’s a naïve plan.\n"
RUSSIAN = "Мост закрыт до весны, сообщила мэр города. Жители протестуют против решения.\n"
POLISH = "Most zostanie zamknięty aż do wiosny, powiedziała burmistrz. Mieszkańcy są źli.\n"
GREEK = "Η γέφυρα θα μείνει κλειστή μέχρι την άνοιξη, είπε η δήμαρχος.\n"


@given(st.text())
def test_utf8_is_read_as_it_is_but_for_line_ends_and_a_mark(text: str) -> None:
    kept = text.removeprefix("\ufeff").replace("\r\n", "\n")
    decoded = decode(text.encode("utf-8", "replace"))
    if isinstance(decoded, Decoded):
        assert decoded == Decoded(text=kept, encoding="utf-8", certain=True)


def test_a_lone_carriage_return_stays() -> None:
    decoded = decode(b"a\rb\r\nc")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a\rb\nc"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_a_byte_order_mark_names_the_encoding(encoding: str) -> None:
    mark = "" if encoding in {"utf-8-sig", "utf-16", "utf-32"} else "\ufeff"
    decoded = decode((mark + FRENCH).encode(encoding))
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.certain) == (FRENCH, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (GERMAN, "cp1252"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (GREEK, "cp1253"),
    ],
)
def test_older_encodings_are_worked_out_with_doubt(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text=text, encoding=encoding, certain=False)


def test_one_mark_in_a_long_text_is_enough() -> None:
    text = "The bridge is closed until spring, the council said on Monday. " * 60 + "It’s a café.\n"
    assert decode(text.encode("cp1252")) == Decoded(text=text, encoding="cp1252", certain=False)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x00\x00",
        bytes(range(1, 32)) * 10,
        "橋は春まで閉鎖されると市長は述べた。".encode("shift_jis"),
        b"Ab\xff\xfe\x81\x90cd\xa0",
        b"\xff\xfe\x00\xd8",
    ],
    ids=["zip", "control characters", "fits two encodings", "noise", "half a UTF-16 pair"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes) -> None:
    refused = decode(data)
    assert isinstance(refused, Refused)
    assert refused.why.endswith((".", "UTF-8)."))


def test_damaged_utf8_names_the_line() -> None:
    data = "The bridge — closed — in the café “Harbour”.\n".encode() + b"It is \xff closed.\n"
    refused = decode(data)
    assert isinstance(refused, Refused)
    assert refused.line == 2
    assert "not valid UTF-8" in refused.why


def test_a_long_line_in_an_old_encoding_is_read() -> None:
    text = FRENCH.replace("\n", " ") * 20_000
    decoded = decode(text.encode("cp1252"))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text
