"""Furniture: the cases of cases/furniture.txt, and the phrases of every language."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.furniture import find_furniture, phrase_rule
from generator.ingest.lines import find_lines
from generator.ingest.phrases import read_phrase
from generator.language.loader import languages
from generator.language.page import page_words

CASES = read_cases(Path(__file__).parent / "cases" / "furniture.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = find_furniture(find_lines(case.given))
    assert [f"{piece.rule}: {piece.text}" for piece in found] == case.expected, case.where


@given(st.text(alphabet="aA .”\n©ImageShare thisRd more:", max_size=300))
def test_every_piece_stands_in_the_text_and_none_overlap(text: str) -> None:
    end = 0
    for piece in find_furniture(find_lines(text)):
        assert text[piece.start : piece.end] == piece.text != ""
        assert piece.start >= end
        end = piece.end


@pytest.mark.parametrize("language", languages("page"))
def test_every_phrase_is_well_formed_and_in_lower_case(language: str) -> None:
    words = page_words(language)
    for notation in [line for group in words.furniture for line in group.lines] + [*words.posts, *words.answers]:
        assert read_phrase(notation)
        assert notation == notation.lower()


@pytest.mark.parametrize("language", languages("page"))
def test_every_language_knows_the_common_rules(language: str) -> None:
    rules = {group.rule for group in page_words(language).furniture}
    assert {"share button", "comment form", "subscription prompt", "related links", "advertisement"} <= rules


def test_a_collection_has_nothing_run_in() -> None:
    lines = find_lines("The council met on Monday and closed the bridge.See all the pictures here")
    assert not find_furniture(lines, collection=True)


def test_a_line_near_the_middle_is_no_form() -> None:
    assert phrase_rule("3 comments", "end") == "comment form"
    assert phrase_rule("3 comments", "anywhere") is None
