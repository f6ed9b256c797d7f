"""Dates of all sources resolved: anchors, lent days, ranges, histories, ids, order."""

from collections.abc import Sequence

import pytest
from dated_readings import family_of, item, quote_in, reading_of, stated

from generator.collate.dating.dates import resolve_dates
from generator.collate.dating.publication import date_publications
from generator.collate.dating.shared_days import SharedDay, find_shared_days
from generator.model import AnnotatedSource, DateFinding
from generator.spans import anchor_id

WORDS = "We hope the bridge will hold"
HISTORY = """The bridge was built in 1871 and widened in 1880, 1888 and 1890; it burnt in 1893.
In May it was rebuilt. On 3 June the mayor came, and the next day the bishop (who had died in 1901) blessed it.
Since 1950 it has been known. In August it fell.
The town was poor in 1921.
"""


def dates_of(readings: Sequence[AnnotatedSource], days: Sequence[SharedDay] = ()) -> tuple[DateFinding, ...]:
    return resolve_dates(readings, date_publications(readings, days), days)


def shown(found: Sequence[DateFinding]) -> list[tuple[str, str | None, str | None]]:
    return [(date.text, date.edtf, date.basis) for date in found]


def test_each_source_speaks_from_its_own_day() -> None:
    text = "It opened on January 7."
    readings = [reading_of(text, id="b", published="2021-01-21"), reading_of(text, id="a", published="2020-02-01")]
    readings.append(reading_of(text, id="c"))
    assert [(date.source, date.edtf, date.anchor) for date in dates_of(readings)] == [
        ("a", "2020-01-07", "2020-02-01"),
        ("b", "2021-01-07", "2021-01-21"),
        ("c", "XXXX-01-07", None),
    ]


def test_a_lent_day_resolves_the_other_weekdays() -> None:
    dated = reading_of(f"On Thursday, January 21, she said: “{WORDS}.”", id="a", published="2021-01-22")
    undated = reading_of(f"On Thursday she said: “{WORDS}.” It snowed on Tuesday and on January 7.", id="b")
    quotes = [quote_in(dated, WORDS), quote_in(undated, WORDS)]
    days = find_shared_days([dated, undated], quotes, [family_of(*quotes)])
    found = [date for date in dates_of([dated, undated], days) if date.source == "b"]
    assert shown(found) == [
        ("Thursday", "2021-01-21", "inferred"),
        ("Tuesday", "2021-01-19", "inferred"),
        ("January 7", "2021-01-07", "year worked out"),
    ]
    assert found[0].why == (
        "The text says “Thursday”; another source prints the same utterance with the date 21 January 2021, "
        "which agrees."
    )
    assert found[2].anchor == "2021-01-21/2021-01-27"


def test_both_ends_of_a_range_carry_the_range() -> None:
    found = dates_of([reading_of("It was shut between March 2019 and July 2022.")])
    assert [(date.text, date.value, date.edtf) for date in found] == [
        ("March 2019", "2019-03", "2019-03/2022-07"),
        ("July 2022", "2022-07", "2019-03/2022-07"),
    ]
    assert found[0].why == (
        "The text prints “March 2019”. It is one end of the range “March 2019” to “July 2022”: "
        "between March 2019 and July 2022."
    )


def test_a_range_without_a_year_takes_it_from_the_publication_date() -> None:
    text = "It was shut on March 3-5."
    assert shown(dates_of([reading_of(text, published="2021-03-10")])) == [
        ("March 3", "2021-03-03/2021-03-05", "year worked out"),
        ("5", "2021-03-03/2021-03-05", "year worked out"),
    ]
    assert [date.edtf for date in dates_of([reading_of(text)])] == ["XXXX-03-03/XXXX-03-05"] * 2


def test_items_of_a_collection_speak_for_themselves() -> None:
    text = "It fell on Monday.\nIt fell on Monday.\nIt fell on Monday.\n"
    parts = (item("1", 0, 19), item("2", 19, 38, published="2021-01-21"))
    found = dates_of([reading_of(text, kind="collection", published="2020-06-03", parts=parts)])
    assert [(date.part, date.edtf) for date in found] == [("1", None), ("2", "2021-01-18"), (None, "2020-06-01")]


def test_a_history_goes_by_the_dates_it_tells() -> None:
    found = {date.text: date.edtf for date in dates_of([reading_of(HISTORY, published="2009-12-19")])}
    assert found["May"] == "1893-05"
    assert found["3 June"] == "1893-06-03"
    assert found["the next day"] == "1893-06-04"
    assert found["August"] == "1893-08", "neither brackets nor “since” move the story on"


def test_news_that_names_years_stays_news() -> None:
    text = "It opened in 1871. It closed in 1921. On Monday it fell; in May it was mended and last week it stood."
    found = {date.text: date.edtf for date in dates_of([reading_of(text, published="2021-06-09")])}
    assert (found["Monday"], found["May"]) == ("2021-06-07", "2021-05")


def test_ids_and_order() -> None:
    found = dates_of([reading_of("It fell on Monday, rose on Tuesday and fell on Monday.")])
    assert [date.id for date in found] == [
        anchor_id("d", "a", text, count) for text, count in (("Monday", 0), ("Tuesday", 0), ("Monday", 1))
    ]
    assert [date.start for date in found] == sorted(date.start for date in found)


def test_the_order_of_the_readings_does_not_matter() -> None:
    readings = [reading_of("It fell on Monday.", id=id, published="2021-01-21") for id in ("b", "a")]
    assert dates_of(readings) == dates_of(readings[::-1])


def test_a_date_that_a_person_decided_is_an_anchor_too() -> None:
    published = stated("2021-01")
    reading = reading_of("It opened this year and broke yesterday.", published="2021-01")
    found = resolve_dates([reading], {"a": published} if published else {}, ())
    assert shown(found) == [("this year", "2021", "worked out"), ("yesterday", "2020-12-31/2021-01-30", "range only")]


def test_the_next_day_follows_a_date_close_before_it() -> None:
    near = "It fell on Monday.\nThe next day it was gone."
    far = "It fell on Monday.\nNobody came.\nThe next day it was gone."
    found = [dates_of([reading_of(text, published="2021-01-21")])[1] for text in (near, far)]
    assert [(date.text, date.edtf) for date in found] == [("The next day", "2021-01-19"), ("The next day", None)]


@pytest.mark.parametrize(("between", "day"), [(" ", "1918"), ("\n", "1814")])
def test_what_counts_on_from_a_date_far_off_does_so_in_its_paragraph_alone(between: str, day: str) -> None:
    text = (
        "The mill was built in 1804. In 1806 it was sold. In 1808 it grew, in 1810 as well, and in 1812 the mill stood "
        f"still. A fund bought the mill on 30 September 1916.{between}The mill was shut two years later."
    )
    assert shown(dates_of([reading_of(text)]))[-1][1] == day
