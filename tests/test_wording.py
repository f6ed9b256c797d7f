"""A quoted wording is found where it stands verbatim, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.wording import find_nearest, find_wording, fold

TEXT = "The baker’s  shop\xa0was “open” —\nand 312 people came; the door's bell rang. Zürich-Nord, «hier»."


def found(words: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in find_wording(fold(text), words)]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The baker’s shop", "The baker’s  shop"),
        ("The baker's shop", "The baker’s  shop"),
        ("shop was", "shop\xa0was"),
        ("was 'open' — and", "was “open” —\nand"),
        ("  people\ncame ", "people came"),
        ("door’s", "door's"),
        ("Zürich", "Zürich"),
        ('"hier"', "«hier»"),
        ("people came;", "people came;"),
    ],
)
def test_white_space_and_the_style_of_marks_do_not_matter(words: str, place: str) -> None:
    assert found(words) == [place]


@pytest.mark.parametrize(
    "words",
    ["the baker’s shop was", "The bakers shop", "Zurich", "— and  313", "open, and", "eople came", "people cam",
     "12 people", "The shop", "Zürich Nord", "", "  ", "the door’s bell rang, too"],
)  # fmt: skip
def test_all_else_matters(words: str) -> None:
    assert found(words) == []


def test_every_place_is_found() -> None:
    assert found("bread", "bread, breads, bread and bread") == ["bread"] * 3


def test_words_of_scripts_without_spaces_are_found_in_the_midst() -> None:
    assert found("面包店", "新的面包店开门了") == ["面包店"]


@settings(deadline=None)
@given(text=st.text(max_size=60), start=st.integers(0, 60), length=st.integers(0, 30))
def test_what_stands_there_is_found_there(text: str, start: int, length: int) -> None:
    words = text[start : start + length]
    places = list(find_wording(fold(text), words))
    inner = " ".join(words.split())
    for first, last in places:
        assert fold(" ".join(text[first:last].split())).text == fold(inner).text
    around = text[max(0, start - 1) : start + length + 1]
    if inner and not any(char.isalnum() for char in around):
        assert places


@settings(deadline=None)
@given(text=st.text(max_size=60))
def test_a_folded_text_knows_where_its_characters_stood(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(set(folded.starts)) and folded.starts[-1] == len(text)
    assert all(fold(text[at]).text == char for at, char in zip(folded.starts[:-1], folded.text, strict=True))


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("and 313 people came", "and 312 people came;"),
        ("The bakers shop was opened", "The baker’s  shop\xa0was “open”"),
        ("nothing of the kind whatsoever 77", None),
        ("", None),
    ],
)
def test_what_stands_nearest(words: str, nearest: str | None) -> None:
    place = find_nearest(fold(TEXT), words)
    assert (place and TEXT[slice(*place)]) == nearest


@settings(deadline=None)
@given(text=st.text("ab '\n", max_size=40), words=st.text("abc '", max_size=20))
def test_the_nearest_passage_is_a_passage(text: str, words: str) -> None:
    place = find_nearest(fold(text), words)
    assert place is None or 0 <= place[0] < place[1] <= len(text)
