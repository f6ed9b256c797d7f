"""Quotations from which words are left out: their pieces stand in order, in one passage, or are not found."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import make_source
from small_dossier import read

from generator.model import Part
from generator.publish.elisions import STRETCH, find_passages, missing_piece, split_words
from generator.wording import Finder

TEXT = (
    "The ferry, painted green, left at noon with flour and salt.\n"
    "“It was late,” said the miller, “but the bread … was good.”\n"
    "The ferry left again at dusk, and it came back empty.\n"
)


def found(words: str, text: str = TEXT, **fields: object) -> list[list[str]]:
    source = make_source(text, **fields)
    return [[span.text for span in passage] for passage in find_passages(Finder([source]), source, words)]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("The ferry […] left at noon", ["The ferry", "left at noon"]),
        ("The ferry… left at noon", ["The ferry", "left at noon"]),
        ("painted green ... with [...] salt", ["painted green", "with", "salt"]),
        ("ferry . . . flour", ["ferry", "flour"]),
        ("“It was late … but the bread", ["“It was late", "but the bread"]),
        ("'It was late,' [ … ] good.'", ["“It was late,”", "good.”"]),
        ("left at noon […] It was late", ["left at noon", "It was late"]),
        ("… painted green …", ["painted green"]),
        ("painted green....", ["painted green"]),
    ],
)
def test_pieces_in_order_are_found(words: str, pieces: list[str]) -> None:
    assert found(words) == [pieces]


@pytest.mark.parametrize(
    "words",
    ["left at noon […] The ferry, painted", "The ferry […] left at noun", "the ferry […] left at noon",
     "ferry […] ferri", "salt … flour", "The ferry […] The ferry […] The ferry", "noon … noon", "[…]", ""],
)  # fmt: skip
def test_pieces_out_of_order_or_with_another_letter_are_not(words: str) -> None:
    assert found(words) == []


def test_what_a_source_prints_with_dots_is_a_whole() -> None:
    assert found("the bread … was good") == [["the bread … was good"]]
    assert found("the bread ... was good") == [["the bread … was good"]], "no word is left out there"
    assert found("painted green […] left") == [["painted green, left"]]


def test_each_passage_is_as_short_as_it_can_be() -> None:
    assert found("ferry … at") == [["ferry", "at"], ["ferry", "at"]]
    first, second = find_passages(Finder([make_source(TEXT)]), make_source(TEXT), "ferry … at")
    assert first[-1].end < second[0].start
    text = "On the quay of the town by the old market."
    [(start, _)] = find_passages(Finder([make_source(text)]), make_source(text), "the […] market")
    assert start.start == text.rindex("the")


def test_pieces_from_far_apart_are_no_quotation() -> None:
    near = f"The ferry left.\n{'Bread was sold. ' * 20}\nThe quay was empty.\n"
    far = f"The ferry left.\n{'Bread was sold. ' * (STRETCH // 10)}\nThe quay was empty.\n"
    assert found("The ferry left … The quay", near) == [["The ferry left", "The quay"]]
    assert found("The ferry left … The quay", far) == []


def test_pieces_of_two_items_are_no_quotation() -> None:
    at = TEXT.index("“It")
    parts = tuple(
        Part(id=id, start=start, end=end, language="en", title=None, author=None, published=None, posts_stated=None,
             posts_saved=None)
        for id, start, end in (("1", 0, at), ("2", at, len(TEXT)))
    )  # fmt: skip
    assert found("left at noon […] It was late") != []
    assert found("left at noon […] It was late", parts=parts, kind="collection") == []


def test_the_piece_that_is_missing_is_known() -> None:
    source = make_source(TEXT)
    finder = Finder([source])
    assert missing_piece(finder, source, "The ferry […] left at noun … salt") == "left at noun"
    assert missing_piece(finder, source, "left at noun") == "left at noun"
    assert missing_piece(finder, source, "salt … flour") is None


@settings(deadline=None)
@given(st.data())
def test_pieces_cut_from_a_text_are_found_in_it(data: st.DataObject) -> None:
    words = TEXT.replace("…", "and").split()
    places = sorted(data.draw(st.sets(st.integers(0, len(words)), min_size=4, max_size=4)))
    first, second = " ".join(words[places[0] : places[1]]), " ".join(words[places[2] : places[3]])
    text = " ".join(words)
    for passage in find_passages(Finder([make_source(text)]), make_source(text), f"{first} […] {second}"):
        shown = " ".join(span.text for span in passage)
        assert shown.startswith(first) and shown.endswith(second)
        assert all(text[span.start : span.end] == span.text for span in passage)
        assert all(a.end <= b.start for a, b in pairwise(passage))
    assert found(f"{first} […] {second}", text)


@given(st.text(alphabet="ab .…[]", max_size=30))
def test_a_quotation_is_its_pieces_with_signs_between(words: str) -> None:
    rest = words
    for piece in split_words(words):
        assert piece in rest
        rest = rest.partition(piece)[2]


def test_many_places_are_searched_in_a_moment() -> None:
    reading = read("bread and salt " * 20_000)
    assert len(find_passages(Finder([reading.source]), reading.source, "bread … salt … bread")) > 10_000


def test_words_that_run_from_one_item_into_the_next_are_no_quotation() -> None:
    at = TEXT.index("“It")
    parts = tuple(
        Part(id=id, start=start, end=end, language="en", title=None, author=None, published=None, posts_stated=None,
             posts_saved=None)
        for id, start, end in (("1", 0, at), ("2", at, len(TEXT)))
    )  # fmt: skip
    across = TEXT[at - 6 : at + 7]
    assert found(across) != []
    assert found(across, parts=parts, kind="collection") == []
