"""Readings of one utterance: pieces joined, and what each lacks told once."""

import pytest
from small_dossier import at, quote, read

from generator.model import Family, Quote, Reading, Span, Variant
from generator.publish.pages.variants import Telling, kind_in_words, make_tellings

WHOLE = read("We will open the bridge in spring and not before.", id="a")
BASE = quote("q-a", at(WHOLE, "We will open the bridge in spring and not before"))


def missing(reading: Quote, words: str, kind: str = "truncated") -> Variant:
    """The words of the base for which the reading has none, at its end."""
    none = Span(source=reading.source, part=None, start=reading.end, end=reading.end, text="")
    return Variant(kind=kind, base=at(WHOLE, words), reading=none)


def other(reading: Quote, text: str, here: str, words: str) -> Variant:
    return Variant(kind="substituted", base=at(WHOLE, words), reading=at(read(text, id=reading.source), here))


def tellings(*readings: tuple[Quote, tuple[Variant, ...]]) -> list[Telling]:
    family = Family(
        id="f", aliases=(), speaker=None, curated=None, base=BASE.id,
        quotes=(BASE.id, *(one.id for one, _ in readings)),
        readings=(Reading(quote=BASE.id, variants=()), *(Reading(quote=one.id, variants=v) for one, v in readings)),
    )  # fmt: skip
    return make_tellings(family, {one.id: one for one in (BASE, *(one for one, _ in readings))})


def lacked(telling: Telling) -> list[str]:
    return [variant.base.text for _, variants in telling.pieces for variant in variants]


def test_each_source_has_its_reading() -> None:
    b = quote("q-b", at(read("We will open the bridge.", id="b"), "We will open the bridge"))
    c = quote("q-c", at(read("in spring and not before", id="c"), "in spring and not before"))
    found = tellings((b, (missing(b, " in spring and not before"),)), (c, (missing(c, "We will open the bridge "),)))
    assert [one.first.id for one in found] == ["q-b", "q-c"]
    assert [lacked(one) for one in found] == [[" in spring and not before"], ["We will open the bridge "]]


def test_what_one_piece_lacks_and_another_has_is_not_missing() -> None:
    text = "“We will open,” she said, “in spring and not before.”"
    first = quote("q-1", at(read(text, id="b"), "We will open"), utterance="u")
    second = quote("q-2", at(read(text, id="b"), "in spring and not before"), utterance="u")
    [telling] = tellings(
        (first, (missing(first, " the bridge in spring and not before"),)),
        (second, (missing(second, "We will open the bridge "),)),
    )
    assert lacked(telling) == [" the bridge "]
    assert kind_in_words(telling) == "2 pieces, shorter"


def test_pieces_that_have_all_together_lack_nothing() -> None:
    text = "“We will open the bridge,” she said, “in spring and not before.”"
    first = quote("q-1", at(read(text, id="b"), "We will open the bridge"), utterance="u")
    second = quote("q-2", at(read(text, id="b"), "in spring and not before"), utterance="u")
    [telling] = tellings(
        (first, (missing(first, " in spring and not before"),)),
        (second, (missing(second, "We will open the bridge "),)),
    )
    assert lacked(telling) == []
    assert kind_in_words(telling) == "2 pieces"


def test_the_kind_of_a_reading() -> None:
    text = "They will open the bridge in May."
    b = quote("q-b", at(read(text, id="b"), "They will open the bridge in May"))
    they, may = other(b, text, "They", "We"), other(b, text, "May", "spring")
    end = missing(b, " and not before")
    kinds = {
        (they,): "one place differs",
        (they, may): "2 places differ",
        (they, end): "shorter, other words",
        (end,): "shorter",
    }
    for variants, kind in kinds.items():
        [telling] = tellings((b, variants))
        assert kind_in_words(telling) == kind


@pytest.mark.parametrize(("kind", "words"), [("same", "the same words"), ("indirect", "without quotation marks")])
def test_a_reading_without_differences_and_one_without_marks(kind: str, words: str) -> None:
    b = quote("q-b", at(read("We will open the bridge", id="b"), "We will open the bridge"))
    variant = Variant(
        kind=kind, base=at(WHOLE, "bridge"), reading=at(read("We will open the bridge", id="b"), "bridge")
    )
    [telling] = tellings((b, (variant,)))
    assert kind_in_words(telling) == words
