"""Which passages stand in marks: cases, and the properties that hold for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.quoting.marks import find_passages

CASES = read_cases(Path(__file__).parent / "cases" / "marks.txt")
PIECES = ["word", " ", ", ", ". ", '"', "“", "”", "„", "«", "»", "''", "'", "「", "」", "6", "\n"]
SCRAPS = st.lists(st.sampled_from(PIECES)).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    passages = find_passages(case.given, 0, len(case.given))
    shown = [case.given[p.start : p.end] + ("" if p.closed else " ...") for p in passages]
    assert shown == case.expected, case.where


@given(SCRAPS)
def test_passages_follow_each_other_and_hold_words(text: str) -> None:
    passages = find_passages(text, 0, len(text))
    for passage in passages:
        assert passage.opening < passage.start < passage.end <= passage.closing
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip() != ""
    assert all(a.closing <= b.opening for a, b in pairwise(passages))


def test_a_range_is_read_on_its_own() -> None:
    text = 'She said "yes". "No," he said.'
    assert [text[p.start : p.end] for p in find_passages(text, 16, len(text))] == ["No,"]


def test_a_closing_mark_ends_what_the_paragraph_before_left_open() -> None:
    text = "and the oven stays cold.” The end."
    (passage,) = find_passages(text, 0, len(text), left_open=True)
    assert passage.continues
    assert text[passage.start : passage.end] == "and the oven stays cold."
    assert find_passages(text, 0, len(text)) == []
