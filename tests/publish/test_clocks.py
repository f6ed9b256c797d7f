"""Two clocks: when it happened, and when each witness first reported it. Nothing is reckoned from what is not known."""

import pytest
from msgspec.structs import replace
from told_twice import BARGE, BOUND, BROKE, DIVERS, HERONS, SOURCES, TOWPATH, WEIR, catalogue_of, lock, stated

from generator.model import Event, PublicationDate
from generator.publish.pages.clocks import all_known, find_clock, first_known, known_since, updated_on


def line(event: Event, **published: PublicationDate) -> str:
    sources = tuple(replace(one, published=published.get(one.id, one.published)) for one in SOURCES)
    return find_clock(catalogue_of(lock(sources=sources)), event).line


def test_who_had_it_first_and_how_long_after() -> None:
    assert line(DIVERS) == "8 January 2021 by B, 2 days later"
    assert line(BROKE) == "5 January 2021 by A, 1 day later; B 3 days after A; the day of C is not stated"


def test_all_who_share_the_first_day_had_it_first() -> None:
    found = line(BROKE, echo=stated("2021-01-05"))
    assert found == "5 January 2021 by A and B, 1 day later; the day of C is not stated"


def test_one_who_may_have_been_earlier_leaves_the_first_open() -> None:
    unknown = PublicationDate(edtf=None, basis="unknown", why="", span=None)
    assert "by A, of those whose day is known, 1 day later" in line(BROKE, leaflet=unknown)
    assert "of those" not in line(BROKE, leaflet=replace(BOUND, edtf="2021-01-05/.."))


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (BOUND, "day not stated; C not before 6 January 2021"),
        (PublicationDate(edtf=None, basis="unknown", why="", span=None), "day not stated"),
        (replace(stated("2021-01-05~"), why="x"), "day not stated"),
        (stated("2021-01"), "day not stated"),
    ],
)
def test_a_bound_is_no_day(published: PublicationDate, words: str) -> None:
    assert line(TOWPATH, leaflet=published) == words


def test_an_item_of_a_collection_is_not_dated_by_its_page() -> None:
    assert line(HERONS, board=stated("2021-03-01")) == "day not stated"


def test_no_lag_is_counted_from_a_day_that_is_not_certain() -> None:
    assert line(BARGE) == "5 January 2021 by A"


def test_no_report_was_due_of_a_photograph() -> None:
    assert line(replace(DIVERS, kind="photograph")) == "8 January 2021 by B"
    assert line(WEIR) == "5 January 2021 by A; B 3 days after A"


def test_what_is_reported_before_its_day_says_so() -> None:
    assert line(replace(DIVERS, edtf="2021-01-10")) == "8 January 2021 by B, 2 days earlier"
    assert line(replace(DIVERS, edtf="2021-01-08")) == "8 January 2021 by B, the same day"


def test_each_witness_has_its_own_line() -> None:
    assert find_clock(catalogue_of(lock()), BROKE).days == {
        "post": "5 January 2021; first of those whose day is known",
        "echo": "8 January 2021; 3 days after A",
        "leaflet": "day of publication not stated; not before 6 January 2021",
    }


def test_what_was_updated_counts_from_its_first_day_and_a_bound_from_never() -> None:
    updated = tuple(replace(one, updated=stated("2021-01-20")) if one.id == "post" else one for one in SOURCES)
    catalogue = catalogue_of(lock(sources=updated))
    assert [known_since(catalogue, name) for name in ("post", "echo", "leaflet", "board#1")] == [
        "2021-01-05", "2021-01-08", "", "",
    ]  # fmt: skip
    assert [updated_on(catalogue, name) for name in ("post", "echo", "leaflet", "board#1")] == [
        "2021-01-20",
        "",
        "",
        "",
    ]
    assert first_known(catalogue, BROKE.reports) == "2021-01-05"
    assert all_known(catalogue, BROKE.reports) == "", "the day of one is not known"
    assert all_known(catalogue, WEIR.reports) == "2021-01-08"


def test_a_text_of_which_only_the_update_is_dated_counts_from_that() -> None:
    unknown = PublicationDate(edtf=None, basis="unknown", why="", span=None)
    sources = tuple(
        replace(one, published=unknown, updated=stated("2021-01-20")) if one.id == "post" else one for one in SOURCES
    )
    catalogue = catalogue_of(lock(sources=sources))
    assert (known_since(catalogue, "post"), updated_on(catalogue, "post")) == ("2021-01-20", "")


def line_with_updates(event: Event, **updated: str) -> str:
    sources = tuple(replace(one, updated=stated(updated[one.id])) if one.id in updated else one for one in SOURCES)
    return find_clock(catalogue_of(lock(sources=sources)), event).line


def test_a_text_that_was_updated_may_have_had_it_on_either_day() -> None:
    assert line_with_updates(BROKE, post="2021-01-07") == (
        "between 5 and 7 January 2021 by A, whose text was updated; B 8 January 2021; the day of C is not stated"
    )
    assert line_with_updates(DIVERS, echo="2021-01-08") == "8 January 2021 by B, 2 days later", "the same day is none"


def test_who_was_not_updated_had_it_for_certain() -> None:
    assert line_with_updates(BROKE, echo="2021-01-10").startswith(
        "5 January 2021 by A, 1 day later; B 3 days after A or in its update of 10 January 2021"
    )
