"""Readings of one utterance: pieces joined, and what each lacks told once."""

import pytest
from msgspec.structs import replace
from small_dossier import at, quote, read

from generator.model import Family, Quote, QuoteKind, Reading, Span, Variant, VariantKind
from generator.publish.pages.variants import Telling, find_places, kind_in_words, make_tellings, stance

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
    assert [text.strip() for text in lacked(telling)] == ["the bridge"]
    assert kind_in_words(telling, BASE) == "2 pieces, shorter"


def test_pieces_that_have_all_together_lack_nothing() -> None:
    text = "“We will open the bridge,” she said, “in spring and not before.”"
    first = quote("q-1", at(read(text, id="b"), "We will open the bridge"), utterance="u")
    second = quote("q-2", at(read(text, id="b"), "in spring and not before"), utterance="u")
    [telling] = tellings(
        (first, (missing(first, " in spring and not before"),)),
        (second, (missing(second, "We will open the bridge "),)),
    )
    assert lacked(telling) == []
    assert kind_in_words(telling, BASE) == "2 pieces"


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
        assert kind_in_words(telling, BASE) == kind


@pytest.mark.parametrize(("kind", "words"), [("same", "the same words"), ("indirect", "without quotation marks")])
def test_a_reading_without_differences_and_one_without_marks(kind: VariantKind, words: str) -> None:
    marked: QuoteKind = "direct" if kind == "same" else "indirect"
    b = quote("q-b", at(read("We will open the bridge", id="b"), "We will open the bridge"), kind=marked)
    variant = Variant(
        kind=kind, base=at(WHOLE, "bridge"), reading=at(read("We will open the bridge", id="b"), "bridge")
    )
    [telling] = tellings((b, (variant,)))
    assert kind_in_words(telling, BASE) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We will open the bridge in spring, and not before!", "the same words"),
        ("We will open [the] bridge in spring and not before.", "the same words, with an editor’s brackets"),
        ("We will open the bridge in spring … and not before.", "the same words, with an ellipsis"),
        ("We … will open the [bridge] in spring and not before.",
         "the same words, with an editor’s brackets and an ellipsis"),
    ],
)  # fmt: skip
def test_an_editors_marks_in_the_same_words_are_named(text: str, words: str) -> None:
    reading = read(text, id="b")
    [telling] = tellings((quote("q-b", at(reading, text[:-1])), ()))
    assert kind_in_words(telling, BASE) == words


def test_marks_that_only_the_longest_reading_has_are_named() -> None:
    base = replace(BASE, text=BASE.text.replace("open", "[open]"))
    [telling] = tellings((quote("q-b", at(read(BASE.text, id="b"), BASE.text)), ()))
    assert kind_in_words(telling, base) == "the same words, without the longest reading’s brackets"


def test_words_in_an_editors_brackets_are_said_to_be_so() -> None:
    text = "We will [close] the bridge in spring and not before."
    b = quote("q-b", at(read(text, id="b"), text[:-1]))
    [telling] = tellings((b, (other(b, text, "[close]", "open"),)))
    assert kind_in_words(telling, BASE) == "1 place in an editor’s brackets"


def test_two_utterances_of_one_source_are_one_reading() -> None:
    text = "“We will open the bridge,” she said. Later: “In spring and not before.”"
    first = quote("q-1", at(read(text, id="b"), "We will open the bridge"))
    second = quote("q-2", at(read(text, id="b"), "In spring and not before"))
    [telling] = tellings(
        (first, (missing(first, " in spring and not before"),)),
        (second, (missing(second, "We will open the bridge "),)),
    )
    assert [piece.id for piece, _ in telling.pieces] == ["q-1", "q-2"]
    assert lacked(telling) == []


def test_a_source_that_has_the_longest_reading_lacks_nothing_elsewhere() -> None:
    again = replace(BASE, id="q-2", text="We will open", start=90, end=102)
    [telling] = tellings((again, (missing(again, " the bridge in spring and not before"),)))
    assert telling.again and lacked(telling) == []
    assert kind_in_words(telling, BASE).startswith("again, the same source")


def beside(words: str, text: str, here: str) -> Variant:
    return Variant(kind="indirect", base=at(WHOLE, words), reading=at(read(text, id="b"), here))


def test_what_is_told_without_marks_is_not_missing() -> None:
    text = "She said the town would open the bridge “in spring and not before”."
    b = quote("q-b", at(read(text, id="b"), "in spring and not before"))
    own = beside("We will open the bridge", text, "the town would open the bridge")
    family = Family(
        id="f", aliases=(), speaker=None, curated=None, base=BASE.id, quotes=(BASE.id, b.id),
        readings=(Reading(quote=BASE.id, variants=()),
                  Reading(quote=b.id, variants=(missing(b, "We will open the bridge "),), beside=(own,))),
    )  # fmt: skip
    [telling] = make_tellings(family, {one.id: one for one in (BASE, b)})
    assert lacked(telling) == [] or not any(text.strip() for text in lacked(telling))
    assert kind_in_words(telling, BASE) == "partly without quotation marks"
    places = find_places([telling], BASE)
    assert [BASE.text[a - BASE.start : z - BASE.start] for a, z in places] == ["We will open the bridge"]


def test_what_several_lack_is_cut_where_one_begins() -> None:
    b = quote("q-b", at(read("We will open.", id="b"), "We will open"))
    c = quote("q-c", at(read("We will open the bridge.", id="c"), "We will open the bridge"))
    found = tellings(
        (b, (missing(b, " the bridge in spring and not before"),)), (c, (missing(c, " in spring and not before"),))
    )
    places = find_places(found, BASE)
    assert {
        BASE.text[a - BASE.start : z - BASE.start].strip(): [telling.first.source for telling, _ in who]
        for (a, z), who in places.items()
    } == {"the bridge": ["b"], "in spring and not before": ["b", "c"]}


def test_what_a_telling_has_at_a_place_of_others() -> None:
    b = quote("q-b", at(read("We will open.", id="b"), "We will open"))
    c = quote("q-c", at(read("We will shut it.", id="c"), "We will shut it"))
    text = "We will shut it."
    short, varied = tellings(
        (b, (missing(b, " the bridge in spring and not before"),)), (c, (other(c, text, "shut", "open"),))
    )
    bridge, opening, sentence = (at(WHOLE, words) for words in ("bridge", "open", "We will open the bridge"))
    assert stance(short, (bridge.start, bridge.end)) == "none"
    assert stance(varied, (bridge.start, bridge.end)) == "agrees"
    assert stance(short, (opening.start, opening.end)) == "agrees"
    assert stance(varied, (sentence.start, sentence.end)) == "in part"
