"""Captions and photo labels: the cases of cases/captions.txt."""

from pathlib import Path

import pytest
from cases import Case, read_cases

from generator.ingest.captions import find_captions
from generator.ingest.lines import find_lines

CASES = read_cases(Path(__file__).parent / "cases" / "captions.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = find_captions(case.given, find_lines(case.given))
    shown = [(caption.start, f"caption: {caption.text}") for caption in found.captions]
    shown += [(label.start, f"label: {label.text}") for label in found.labels]
    assert [words.replace("\n", "\\n") for _, words in sorted(shown)] == case.expected, case.where


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_every_caption_stands_in_the_text(case: Case) -> None:
    found = find_captions(case.given, find_lines(case.given))
    assert all(case.given[piece.start : piece.end] == piece.text for piece in (*found.captions, *found.labels))
