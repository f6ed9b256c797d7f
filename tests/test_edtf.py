"""EDTF: what is of the subset, how values compare, how they read."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf

WORDS = {
    "2021-01-07": "7 January 2021",
    "2023-03": "in March 2023",
    "2019": "in 2019",
    "201X": "in the 2010s",
    "18XX": "in the 19th century",
    "20XX": "in the 21st century",
    "2021-21": "in spring 2021",
    "2021-24": "in winter 2021",
    "2021-01-07/2021-01-17": "between 7 and 17 January 2021",
    "2021-01-28/2021-02-03": "between 28 January and 3 February 2021",
    "2020-12-28/2021-01-03": "between 28 December 2020 and 3 January 2021",
    "2021-01/2021-03": "between January and March 2021",
    "2019-03/2022-07": "between March 2019 and July 2022",
    "2017/2018": "between 2017 and 2018",
    "2021-01-07/2021-03": "between 7 January 2021 and March 2021",
    "2023-03/..": "March 2023 or later",
    "2021-01-21/..": "21 January 2021 or later",
    "../2021": "2021 or earlier",
    "2021-01~": "around January 2021",
    "2021?": "possibly in 2021",
    "2021-01-07%": "possibly around 7 January 2021",
    "2021-01~/2021-03": "between around January 2021 and March 2021",
    "XXXX-01-08": "8 January, year not stated",
    "XXXX-11": "in November, year not stated",
    "XXXX-22": "in summer, year not stated",
    "XXXX-03-03/XXXX-03-05": "between 3 and 5 March, year not stated",
    "-0043-03-15": "15 March 44 BC",
    "0000": "in 1 BC",
    "0079": "in 79 AD",
    "-0099/0020": "between 100 BC and 20 AD",
}
INVALID = [
    "", "a", "..", "../..", "2021/", "/2021", "2021-13", "2021-00", "2021-1", "21", "2021-02-29", "XXXX", "201X-03",
    "XXXX-02-30", "2022/2021", "2021-02/2021-01-31", "2021/2022/2023", "2021-25", "2021~~", "XXXX-01/2021-02",
    "XXXX-01/..", "２０２１", "2021 ", "2021-01-07T10:00",
]  # fmt: skip


@pytest.mark.parametrize(("value", "words"), WORDS.items())
def test_words(value: str, words: str) -> None:
    assert edtf.is_valid(value)
    assert edtf.in_words(value) == words


@pytest.mark.parametrize("value", INVALID)
def test_what_is_not_of_the_subset(value: str) -> None:
    assert not edtf.is_valid(value)
    assert edtf.precision(value) == "none"
    assert (edtf.earliest(value), edtf.latest(value), edtf.weekday_name(value)) == (None, None, None)
    with pytest.raises(ValueError, match="is not an EDTF date"):
        edtf.in_words(value)


def test_unknown() -> None:
    assert edtf.in_words(None) == "date not known"
    assert edtf.precision(None) == "none"
    assert edtf.weekday_name(None) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-01-07", date(2021, 1, 7), date(2021, 1, 7)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019~", date(2019, 1, 1), date(2019, 12, 31)),
        ("2017/2018-03", date(2017, 1, 1), date(2018, 3, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2021-23", date(2021, 9, 1), date(2021, 11, 30)),
        ("2021-24", date(2021, 1, 1), date(2022, 2, 28)),
        ("2023-03/..", date(2023, 3, 1), None),
        ("../2021", None, date(2021, 12, 31)),
        ("XXXX-01-08", None, None),
        ("-0043", None, None),
    ],
)
def test_first_and_last_day(value: str, first: date | None, last: date | None) -> None:
    assert (edtf.earliest(value), edtf.latest(value)) == (first, last)


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2021-01-07", "day"), ("2021-01-07~", "day"), ("2021-01", "month"), ("2021", "year"), ("-0043", "year"),
        ("201X", "range"), ("2021-21", "range"), ("2021-01/2021-02", "range"), ("2021/..", "range"),
        ("XXXX-01-08", "none"),
    ],
)  # fmt: skip
def test_precision(value: str, precision: str) -> None:
    assert edtf.precision(value) == precision


@pytest.mark.parametrize(
    ("a", "b", "shared", "a_covers_b", "b_covers_a"),
    [
        ("2021", "2021-01-07", True, True, False),
        ("2021-01", "2021-02", False, False, False),
        ("2021-01/2021-02", "2021-02", True, True, False),
        ("2021-01/2021-02", "2021-02/2021-03", True, False, False),
        ("2023-03/..", "2030", True, True, False),
        ("../2021", "1066", True, True, False),
        ("2021", "2021~", True, True, True),
        ("-0043", "-0043-03-15", True, True, False),
        ("XXXX-01-08", "2021-01-08", False, False, False),
        ("XXXX-01-08", "XXXX-01-08", False, False, False),
    ],
)
def test_comparison(a: str, b: str, shared: bool, a_covers_b: bool, b_covers_a: bool) -> None:
    assert edtf.overlaps(a, b) is edtf.overlaps(b, a) is shared
    assert (edtf.covers(a, b), edtf.covers(b, a)) == (a_covers_b, b_covers_a)


def test_order() -> None:
    ordered = [
        "-0043", "1066", "../2000", "2021-01-01", "2021-01", "2021", "2021/..", "2021-01-07", "2021-02",
        "XXXX-01-08", "XXXX-11", None,
    ]  # fmt: skip
    turned = [*ordered[7:], *ordered[:7]]
    assert sorted(turned, key=edtf.sort_key) == ordered


def test_weekday() -> None:
    assert edtf.weekday_name("2021-01-21") == "Thursday"
    assert edtf.weekday_name("2021-01") is None


DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))


@given(DAYS, st.integers(min_value=0, max_value=1000))
def test_an_interval_means_exactly_its_days(first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(9999, 12, 31))
    value = edtf.interval(first, last)
    assert edtf.is_valid(value)
    assert (edtf.earliest(value), edtf.latest(value)) == (first, last)


@given(DAYS, DAYS)
def test_days_sort_as_the_calendar_does(a: date, b: date) -> None:
    assert (edtf.sort_key(a.isoformat()) < edtf.sort_key(b.isoformat())) is (a < b)


@given(st.text(alphabet="0123456789X-/.~?%", max_size=24))
def test_any_text_is_judged_and_a_valid_one_can_be_worded(text: str) -> None:
    assert edtf.in_words(text) if edtf.is_valid(text) else edtf.sort_key(text) == edtf.sort_key(None)
