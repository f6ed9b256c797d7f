"""The words around a passage: as few as tell it from its likes, never beyond the text, never half a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import make_source

from generator.publish.selectors import CONTEXT, MOST_CONTEXT, Selector, Selectors
from generator.spans import cut

OVEN = "The oven is lit at four. Nobody sleeps. The oven is lit at four. Everybody eats."


def select(text: str, words: str, nth: int = 0) -> Selector:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    source = make_source(text)
    return Selectors([source]).of(cut(source, start, start + len(words)))


def test_the_place_and_the_file_go_with_the_words() -> None:
    found = select(OVEN, "Nobody sleeps.")
    assert (found.start, found.end, found.exact) == (25, 39, "Nobody sleeps.")
    assert found.sha256 == make_source(OVEN).sha256
    assert found.unique


def test_context_begins_and_ends_with_whole_words() -> None:
    found = select("one two three " * 9 + "here " + "four five six " * 9, "here")
    assert found.prefix.split()[0] in ("one", "two", "three") and found.suffix.split()[-1] in ("four", "five", "six")
    assert CONTEXT - 6 <= len(found.prefix) <= CONTEXT and CONTEXT - 6 <= len(found.suffix) <= CONTEXT


def test_likes_are_told_apart_by_what_stands_around_them() -> None:
    first, second = (select(OVEN, "The oven is lit at four.", nth) for nth in (0, 1))
    assert first.prefix == "" and first.suffix.startswith(" Nobody")
    assert second.prefix.endswith("Nobody sleeps. ") and second.suffix == " Everybody eats."
    assert first.unique and second.unique


def test_context_grows_until_the_words_stand_once_and_no_further() -> None:
    kneaded = "Salt and flour and yeast. " * 4
    text = f"Rye first. {kneaded}It rises. {kneaded}It rises. {kneaded}Oats last."
    first = select(text, "It rises.")
    assert first.unique and len(first.prefix) > CONTEXT and len(first.suffix) > CONTEXT
    assert count(text, first.prefix + first.exact + first.suffix) == 1
    assert count(text, first.prefix.split(" ", 1)[1] + first.exact + first.suffix.rsplit(" ", 1)[0]) == 2


def test_a_text_of_one_sentence_repeated_leaves_the_rest_to_position() -> None:
    text = "The oven is lit at four. " * 100
    found = select(text, "The oven is lit at four.", 50)
    assert not found.unique
    assert found.start == 50 * 25
    assert len(found.prefix) <= MOST_CONTEXT and len(found.suffix) <= MOST_CONTEXT


@pytest.mark.parametrize("text", ["x" * 2000, "橋" * 2000])
def test_a_text_without_a_space_has_context_all_the_same(text: str) -> None:
    source = make_source(text)
    found = Selectors([source]).of(cut(source, 900, 910))
    assert len(found.prefix) == len(found.suffix) == MOST_CONTEXT
    assert not found.unique


@given(words=st.lists(st.sampled_from(["a", "bb", "ccc", "\n", "“d”"]), min_size=1, max_size=80), data=st.data())
def test_context_always_fits_its_place(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    source = make_source(text)
    found = Selectors([source]).of(cut(source, start, end))
    assert text[found.before[0] : found.before[1]] == found.prefix
    assert text[found.after[0] : found.after[1]] == found.suffix
    assert found.unique == (count(text, found.prefix + found.exact + found.suffix) == 1)


def count(text: str, wanted: str) -> int:
    return sum(text.startswith(wanted, at) for at in range(len(text)))
