"""What of a shared passage stands in both texts, and that nothing else is said to."""

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collate.copying.agreement import PARTING, SMALL, WINDOW, find_gaps, part, standing
from generator.collate.copying.passages import Passage


def whole(a: list[str], b: list[str]) -> Passage:
    return Passage(0, len(a), 0, len(b))


def words(text: str) -> list[str]:
    return text.split()


def numbered(name: str, number: int) -> list[str]:
    return [f"{name}{count}" for count in range(number)]


def test_texts_that_agree_have_no_gap() -> None:
    text = numbered("w", 3 * WINDOW + 7)
    assert find_gaps(text, text, whole(text, text)) == []
    assert part(text, text, whole(text, text)) == [whole(text, text)]


def test_an_insertion_beyond_one_window_is_found_where_it_is() -> None:
    text = numbered("w", 3 * WINDOW)
    at = 2 * WINDOW - 3
    longer = [*text[:at], *numbered("own", 30), *text[at:]]
    gap = Passage(at, at + 30, at, at)
    assert find_gaps(longer, text, whole(longer, text)) == [gap]
    assert part(longer, text, whole(longer, text)) == [
        Passage(0, at, 0, at), Passage(at + 30, len(longer), at, len(text)),
    ]  # fmt: skip


def test_an_edit_stands_in_the_other_text_and_a_longer_insertion_does_not() -> None:
    a, b = words("the old red bridge was closed"), words("the old bridge was closed")
    assert standing(a, b, whole(a, b)) == ([(0, 6)], [(0, 5)])
    longer = words("the old and red and wide bridge was closed")
    assert standing(longer, b, whole(longer, b)) == ([(0, 2), (6, 9)], [(0, 5)])


def test_a_stray_word_in_common_does_not_part_two_gaps() -> None:
    a = words("one two three four and five six seven eight")
    b = words("one two blue green and pink grey seven eight")
    assert find_gaps(a, b, whole(a, b)) == [Passage(2, 7, 2, 7)]
    near = words("one two blue four and five grey seven eight")
    assert len(find_gaps(a, near, whole(a, near))) == 2


def test_texts_without_a_word_in_common_have_no_piece() -> None:
    a, b = numbered("a", PARTING + 1), numbered("b", PARTING + 1)
    assert part(a, b, whole(a, b)) == []
    assert standing(a, b, whole(a, b)) == ([], [])


@settings(max_examples=200)
@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdijkl"), max_size=40))
def test_no_long_run_of_words_that_the_other_lacks_is_said_to_stand_in_it(a: list[str], b: list[str]) -> None:
    for text, other, ranges in zip((a, b), (b, a), standing(a, b, whole(a, b)), strict=True):
        for start, end in ranges:
            assert 0 <= start < end <= len(text)
            lacking = [word not in other for word in text[start:end]]
            assert max((len(list(run)) for is_lacking, run in groupby(lacking) if is_lacking), default=0) <= SMALL
        assert ranges == sorted(ranges)
