"""Headers: the cases of cases/header.txt, in English."""

from pathlib import Path

import pytest
from cases import Case, read_cases

from generator.ingest.header import Header, read_header
from generator.ingest.lines import find_lines

CASES = read_cases(Path(__file__).parent / "cases" / "header.txt")


def shown(header: Header, text: str) -> list[str]:
    found = [f"title: {header.title.text}"] if header.title else []
    for name, stated in (("published", header.published), ("updated", header.updated)):
        if stated:
            found.append(f"{name}: {stated.edtf} ({text[stated.start : stated.end]}) {stated.why}")
    found += [f"byline: {header.byline}"] if header.byline else []
    found += [f"publisher: {header.publisher}"] if header.publisher else []
    return found + [f"{piece.rule}: {piece.text}" for piece in header.furniture]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    header = read_header(find_lines(case.given), "en", frozenset())
    assert shown(header, case.given) == case.expected, case.where


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_all_stands_in_the_text(case: Case) -> None:
    header = read_header(find_lines(case.given), "en", frozenset())
    pieces = [*header.furniture, *([header.title] if header.title else [])]
    assert all(case.given[piece.start : piece.end] == piece.text for piece in pieces)


def test_what_is_set_aside_is_no_title() -> None:
    text = "Share this story\n\nBridge closed until spring\n\nThe old bridge stays closed, the council said.\n"
    header = read_header(find_lines(text), "en", frozenset({0}))
    assert header.title is not None
    assert header.title.text == "Bridge closed until spring"


def test_the_publishers_name_above_the_title_is_a_masthead() -> None:
    text = "Harbour Herald\n\nBridge closed until spring\n\nThe old bridge stays closed, the council said.\n"
    header = read_header(find_lines(text), "en", frozenset(), publisher="harbour herald")
    assert header.title is not None
    assert header.title.text == "Bridge closed until spring"
    assert [(piece.rule, piece.text) for piece in header.furniture] == [("masthead", "Harbour Herald")]
