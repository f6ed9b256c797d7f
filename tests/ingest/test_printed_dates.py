"""Dates that pages print of themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edtf import is_valid
from generator.ingest.printed_dates import find_dates, without_times

DATES = [
    ("15 January 2021", "en", ["2021-01-15"]),
    ("Sept. 4, 2018", "en", ["2018-09-04"]),
    ("Jan. 5th, 2021", "en", ["2021-01-05"]),
    ("2021-01-15T10:30:00+01:00", "en", ["2021-01-15"]),
    ("2021/01/15", "ja", ["2021-01-15"]),
    ("1er janvier 2021", "fr", ["2021-01-01"]),
    ("15 de enero de 2021", "es", ["2021-01-15"]),
    ("5. März 2021", "de", ["2021-03-05"]),
    ("15 stycznia 2021", "pl", ["2021-01-15"]),
    ("January 15, 2021", "fr", ["2021-01-15"]),
    ("03/04/2021", "fr", ["2021-04-03"]),
    ("03/04/2021", "en-GB", ["2021-04-03"]),
    ("03/04/2021", "en-US", ["2021-03-04"]),
    ("03/04/2021", "en", [None]),
    ("04/04/2021", "en", ["2021-04-04"]),
    ("30.02.2021", "de", [None]),
    ("March 2021", "en", ["2021-03"]),
    ("May 3", "en", []),
    ("in 2021", "en", []),
    ("call 12345 January", "en", []),
    ("version 192.168.1.2021", "en", []),
    ("marches in 2021", "en", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), DATES)
def test_dates(text: str, language: str, expected: list[str | None]) -> None:
    assert [found.edtf for found in find_dates(text, language)] == expected


@given(st.text(alphabet="0123456789./- JanuaryMach,de", max_size=60), st.sampled_from(["en", "en-US", "fr", "und"]))
def test_what_is_read_is_a_date_and_stands_in_the_line(text: str, language: str) -> None:
    for found in find_dates(text, language):
        assert 0 <= found.start < found.end <= len(text)
        assert found.edtf is None or is_valid(found.edtf)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Friday 10:30 am EST", "en"),
        ("7.30 p.m. (GMT+05:00)", "en"),
        ("vendredi 10h30", "fr"),
        ("Fr., 10.30 Uhr", "de"),
        ("1052 GMT", "en"),
    ],
)
def test_times_and_weekdays_are_taken_away(text: str, language: str) -> None:
    assert not without_times(text, language).strip(" .,()")
