"""Strings found through the index of words are those that stand in the text."""

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.occurrences import MOST_TRIED, Occurrences

TEXTS = st.text(alphabet="ab .\n", max_size=60)


def every_place(text: str, wanted: str) -> list[int]:
    return [at for at in range(len(text)) if wanted and text.startswith(wanted, at)]


@given(text=TEXTS, wanted=TEXTS)
def test_the_first_places_are_found(text: str, wanted: str) -> None:
    assert Occurrences(text).find(wanted, most=3) == tuple(every_place(text, wanted)[:3])


@given(text=TEXTS, start=st.integers(0, 60), length=st.integers(1, 20))
def test_what_stands_once_is_told(text: str, start: int, length: int) -> None:
    wanted = text[start : start + length]
    assert Occurrences(text).stands_once(wanted) == (len(every_place(text, wanted)) == 1)


def test_a_piece_of_a_longer_word_is_found() -> None:
    assert Occurrences("a breadboard and a bread bin").find("bread") == (2, 19)


def test_what_has_too_many_places_to_look_at_is_not_claimed() -> None:
    text = Occurrences("loaf of rye. " * (MOST_TRIED + 9) + "loaf of oats.")
    assert text.find("of rye. loaf of oats") is None
    assert text.find("loaf of rye.") == (0, 13)
    assert not text.stands_once("of rye. loaf of oats")
