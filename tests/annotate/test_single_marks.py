"""Single marks: what a text with a great many of them costs, and what holds for any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.quoting.single_marks import find_single_passages, sets_single_marks

SCRAPS = st.lists(st.sampled_from(["word", " ", ", ", ". ", "'", "‘", "’", "s", "\n"])).map("".join)


@given(SCRAPS)
def test_passages_follow_each_other_and_hold_words(text: str) -> None:
    passages = find_single_passages(text, 0, len(text))
    for passage in passages:
        assert passage.opening < passage.start < passage.end < passage.closing
        assert "\n" not in text[passage.start : passage.end]
    assert all(a.closing <= b.opening for a, b in pairwise(passages))


def test_a_text_of_marks_that_never_close_is_read_through() -> None:
    assert find_single_passages("'word " * 20000, 0, 120000) == []


def test_double_marks_rule_single_ones_out() -> None:
    assert sets_single_marks("‘We wait,’ she said.")
    assert not sets_single_marks("‘We wait,’ she said. “No.”")
