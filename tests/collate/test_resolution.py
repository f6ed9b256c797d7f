"""Resolution: the cases of cases/resolution.txt, the reasons in words, what always holds."""

import re
from pathlib import Path

import msgspec
import pytest
from cases import Case, read_cases
from dated_readings import reading_of
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.collate.dating.resolution import resolve
from generator.collate.dating.standpoint import Resolved, Standpoint
from generator.model import DateExpression

CASES = read_cases(Path(__file__).parent / "cases" / "resolution.txt")
NAMES = {"appeared": "published", "told": "story", "lent": "shared_day", "quarter": "quarter"}


def standpoint_of(line: str) -> Standpoint:
    """The first line of a case: any of "appeared", "told", "lent", "quarter" with a date, "history"; or "nothing"."""
    dates = {NAMES[name]: date for name, date in re.findall(r"(appeared|told|lent|quarter) (\S+)", line)}
    return msgspec.convert({**dates, "narrative": "history" in line}, Standpoint)


def resolved(text: str, standpoint: Standpoint) -> list[tuple[str, Resolved]]:
    return [(found.text, resolve(found, standpoint)) for found in reading_of(text).expressions]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    line, _, text = case.given.partition("\n")
    found = resolved(text, standpoint_of(line))
    lines = [f"{words} = {date.value} | {date.edtf} | {date.basis}" for words, date in found]
    assert lines == case.expected, case.where


@pytest.mark.parametrize(
    ("text", "standpoint", "why"),
    [
        (
            "It opened on January 7.",
            Standpoint(published="2021-01-21"),
            "The text prints “January 7” without a year; it appeared on 21 January 2021, so this is 7 January 2021.",
        ),
        (
            "It opened last week.",
            Standpoint(published="2021-01-15"),
            "The text says “last week”; it appeared on 15 January 2021, so this is between 4 and 10 January 2021.",
        ),
        (
            "It opened on January 7.",
            Standpoint(),
            "The text prints “January 7” without a year; nothing in it settles which.",
        ),
        (
            "It opened on Thursday, January 21.",
            Standpoint(published="2022-01-24"),
            "The text prints “Thursday, January 21” without a year; in 2022 that day was a Friday, so the year is left "
            "open.",
        ),
        (
            "It opened on Friday, January 21, 2021.",
            Standpoint(published="2022-01-24"),
            "The text prints “Friday, January 21, 2021”, although that day was a Thursday.",
        ),
        (
            "It opened on Tuesday.",
            Standpoint(shared_day="2021-01-21"),
            "The text says “Tuesday”; another date in it is 21 January 2021, because another source prints the same "
            "utterance with that date, so this is 19 January 2021.",
        ),
        (
            "It opened on Tuesday.",
            Standpoint(published="2021-01-21/2021-01-27"),
            "The text says “Tuesday”; it appeared between 21 and 27 January 2021, which leaves more than one reading.",
        ),
        (
            "The next day it opened.",
            Standpoint(story="1921-05-07", narrative=True),
            "The text says “The next day”; the date told before it is 7 May 1921, so this is 8 May 1921.",
        ),
        (
            "It opened on 3/4/2021.",
            Standpoint(),
            "The text prints “3/4/2021”, which is 3 April 2021 or 4 March 2021: nothing in it settles whether the day "
            "or the month comes first.",
        ),
        (
            "It opened on 3/4/2021 and closed on 13/4/2021.",
            Standpoint(),
            "The text prints “3/4/2021”, read with the day first.",
        ),
        ("It is now open.", Standpoint(), "“now” names no date of its own."),
    ],
)
def test_reasons(text: str, standpoint: Standpoint, why: str) -> None:
    assert [found.why for _, found in resolved(text, standpoint)][:1] == [why]


EXPRESSIONS = reading_of(
    "Jan. 7, Monday, last Friday, next May, yesterday, this week, the weekend, two years ago, in March, last spring, "
    "the third quarter, earlier this month, February 29, Thursday, January 21, 999999999 years ago, 2021, every week."
).expressions


DAYS = st.dates().map(lambda day: day.isoformat())
VAGUE = st.sampled_from(["2021", "2021-01", "2021-01-21/..", "../2021", "201X"])


@given(st.sampled_from(EXPRESSIONS), DAYS | VAGUE)
def test_every_date_is_edtf_and_has_a_reason(expression: DateExpression, published: str) -> None:
    found = resolve(expression, Standpoint(published=published))
    assert found.edtf is None or edtf.is_valid(found.edtf)
    assert found.why.endswith(".") and (found.basis is None) == (found.edtf is None)
