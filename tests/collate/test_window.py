"""Numbers that look like years and lie far outside of a dossier's dates are withheld, with the reason."""

import pytest
from dated_readings import reading_of

from generator.collate.dating.dates import resolve_dates
from generator.collate.dating.publication import date_publications
from generator.collate.dating.window import find_years
from generator.model import AnnotatedSource, DateFinding

SURE = "It opened on 3 May 2019, closed on 4 June 2020, opened again on 5 July 2020 and in May 2021. "


def dates_of(*readings: AnnotatedSource) -> dict[str, DateFinding]:
    found = resolve_dates(readings, date_publications(readings, ()), ())
    return {date.text: date for date in found}


def news(text: str, **fields: str) -> AnnotatedSource:
    return reading_of(SURE + text, published="2021-06-01", **fields)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("1944", "A crowd of 1944 bakers came."),
        ("2045", "She walked to 2045 Elm Street."),
        ("1812", "It was sung with 1812 voices."),
        ("10/11/1302", "Filed under 10/11/1302."),
    ],
)
def test_a_number_far_from_all_dates_is_withheld(words: str, text: str) -> None:
    date = dates_of(news(text))[words]
    assert (date.value, date.edtf, date.anchor, date.basis) == (None, None, None, None)
    assert date.why.startswith(f"The text prints “{words}”, which may be a number of something: the other dates")


@pytest.mark.parametrize(
    ("words", "edtf", "text"),
    [
        ("1944", "1944", "It was built in 1944."),
        ("1812", "1812", "The end of 1812 was cold, and by 1812 they left."),
        ("2018", "2018", "A crowd of 2018 bakers came."),
        ("3 March 1302", "1302-03-03", "The charter is of 3 March 1302."),
        ("10/11/1999", "1999", "Filed under 10/11/1999."),
    ],
)
def test_what_is_surely_a_date_or_lies_near_is_kept(words: str, edtf: str, text: str) -> None:
    found = dates_of(news(text))
    assert next(date.edtf for name, date in found.items() if words in name) == edtf


def test_a_history_keeps_its_dates() -> None:
    history = reading_of("It was begun in 1801 and ended in 1815. The choir of 1812 sang.", id="b")
    assert dates_of(news("A word."), history)["1812"].edtf == "1812"
    assert dates_of(news("The choir of 1812 voices sang."), history)["1812"].edtf == "1812"


def test_one_absurd_date_widens_nothing() -> None:
    assert dates_of(news("On 3 May 1950 it rained for 1944 bakers."))["1944"].edtf is None


def test_where_hardly_anything_is_dated_nothing_is_withheld() -> None:
    assert dates_of(reading_of("On 3 May 2021 a choir of 1812 voices sang."))["1812"].edtf == "1812"


def test_a_withheld_number_is_no_date_told() -> None:
    found = dates_of(reading_of("It burnt on 3 May 2021. A crowd of 2045 bakers came.", published=None))
    assert found["3 May 2021"].edtf == "2021-05-03"
    readings = [reading_of("A crowd of 2045 bakers came. It burnt on 3 May 2021.")]
    assert date_publications(readings, ())["a"].edtf == "2021-05-03/.."


def test_years_are_those_of_sure_dates_and_of_publication() -> None:
    readings = [news("A crowd of 1944 bakers came.")]
    assert find_years(readings, date_publications(readings, ())) == [2019, 2020, 2020, 2021, 2021]
