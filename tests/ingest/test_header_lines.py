"""Header lines: the cases of cases/header_lines.txt, each line for itself; a text's leading date; copyright lines."""

import re
from pathlib import Path

import pytest
from cases import Case, read_cases

from generator.ingest.header_lines import copyright_holder, leading_date, read_header_line

CASES = read_cases(Path(__file__).parent / "cases" / "header_lines.txt")


def shown(text: str, language: str) -> str | None:
    found = read_header_line(text, language, first=False)
    if found is None:
        return None
    names = [name for name in (found.byline, found.publisher) if name]
    head = " ".join([found.rule, *(f"“{name}”" for name in names)])
    dates = [f"{date.role} {date.edtf or '?'}" for date in found.dates]
    return ", ".join([head, *dates, *(["bare"] if found.bare else [])])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    tag = re.search(r"\[(\w+)\]", case.title)
    found = [shown(line, tag[1] if tag else "en") for line in case.given.split("\n")]
    assert [line for line in found if line] == case.expected, (case.where, found)


def test_a_place_and_date_may_be_a_headline_on_the_first_line() -> None:
    assert read_header_line("Ulm, 12 March 2021", "en", first=True) is None
    assert read_header_line("12 March 2021", "en", first=True) is not None


@pytest.mark.parametrize(
    ("text", "edtf", "words"),
    [
        ("date 2021-01-21 The council closed the bridge.", "2021-01-21", "2021-01-21"),
        ("Published: January 21, 2021 The council closed the bridge.", "2021-01-21", "January 21, 2021"),
        ("Date: 1/2/2021 The council closed the bridge.", None, "1/2/2021"),
    ],
)
def test_a_labelled_date_begins_the_text(text: str, edtf: str | None, words: str) -> None:
    found = leading_date(text, "en")
    assert found is not None
    assert (found.edtf, text[found.start : found.end]) == (edtf, words)


@pytest.mark.parametrize(
    "text",
    [
        "The date 2021-01-21 was chosen by the council.",
        "2021-01-21 The council closed the bridge.",
        "Dated 2021-01-21 the letter names nine bridges.",
        "Date palms were planted on 21 January 2021 along the river.",
    ],
)
def test_other_beginnings_are_no_label(text: str) -> None:
    assert leading_date(text, "en") is None


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("© 2021 Harbour Post", "Harbour Post"),
        ("Copyright © 2019-2021 City Herald. All rights reserved.", "City Herald"),
        ("(c) 2021 by City Herald", "City Herald"),
        ("© Ann Lee", None),
        ("© 2021", None),
        ("© 2021 all that you see here is ours and nobody else's", None),
        ("The copyright of 2021 City Herald", None),
    ],
)
def test_copyright_lines(text: str, holder: str | None) -> None:
    assert copyright_holder(text, "en") == holder
